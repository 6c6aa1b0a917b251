import {
  choosable,
  columnsIn,
  headsOf,
  rowsOf,
  windowOf,
  type GridColumn,
} from '#components/grid/grid-columns.ts';
import type { GridRow, Part, ShownGrid } from '#components/grid/grid-shape.ts';
import { lookPart, missedParts, nonePart, textPart } from '#components/status/status-parts.ts';
import { formatDate } from '#components/ui/format-dates.ts';
import { plural } from '#components/ui/format-numbers.ts';
import type { FindingColumn } from '#lib/queries/schemas/columns.ts';
import type { Finding } from '#lib/queries/schemas/findings.ts';
import type { Gaps } from '#lib/queries/schemas/gaps.ts';
import { PATH, type Choice } from './choice.ts';
import { SEVERITY_LOOKS, STATE_LOOKS } from './finding-looks.ts';

type Column = GridColumn<Finding, null> & { id: FindingColumn };

const PLAIN = { numeric: false, wide: false, sort: null, help: null } as const;

const COLUMNS: readonly Column[] = [
  {
    ...{ ...PLAIN, id: 'subscription', title: 'Subscription', label: '', wide: true, widthRem: 15 },
    cell: ({ id, subscriptionName }) => [
      { kind: 'link', text: subscriptionName, href: `/gaps/${id}`, look: 'strong' },
    ],
  },
  {
    ...{ ...PLAIN, id: 'customer', title: 'Customer', label: 'Customer', widthRem: 13 },
    sort: { by: 'customer', first: 'up' },
    cell: ({ tenantId, customerName }) => [
      { kind: 'link', text: customerName, href: `/customers/${tenantId}`, look: 'soft' },
    ],
  },
  {
    ...{ ...PLAIN, id: 'state', title: 'State', label: 'State', widthRem: 12 },
    sort: { by: 'state', first: 'up' },
    cell: (finding) => [lookPart(STATE_LOOKS[finding.state]), ...stillThereParts(finding)],
  },
  {
    ...{ ...PLAIN, id: 'owner', title: 'Owner, note', label: 'Owner', widthRem: 11 },
    cell: ({ owner, note }) => [
      owner === null ? nonePart('nobody') : textPart(owner.name ?? owner.personId, 'soft'),
      ...(note === '' ? [] : [textPart(note, 'faint')]),
    ],
  },
  {
    ...{ ...PLAIN, id: 'since', title: 'Since', label: 'Since', widthRem: 8 },
    sort: { by: 'since', first: 'up' },
    cell: ({ since }) => [textPart(formatDate(since), 'soft')],
  },
  {
    ...{ ...PLAIN, id: 'missed', title: 'Missed', label: 'Missed', numeric: true, widthRem: 10 },
    sort: { by: 'missed', first: 'down' },
    cell: ({ missed, severity }) => [...missedParts(missed), lookPart(SEVERITY_LOOKS[severity])],
  },
];

/** What the facts say beside what a person decided. */
function stillThereParts({ state, leads }: Finding): Part[] {
  if (leads === 'unknown') {
    return [{ kind: 'badge', tone: 'mute', icon: 'unknown', text: 'Not seen by the last sync' }];
  }
  if (state !== 'resolved' || leads !== 'yes') return [];
  return [{ kind: 'badge', tone: 'part', icon: 'warn', text: 'Still found by the last sync' }];
}

const shownIn = (columns: string | undefined): Column[] => columnsIn(COLUMNS, columns);

export const findingChooser = (columns: string | undefined) => ({
  all: choosable(COLUMNS),
  shown: shownIn(columns).map(({ id }) => id),
});

export const findingRows = (items: readonly Finding[], columns: string | undefined): GridRow[] =>
  rowsOf({ columns: shownIn(columns), items, around: null, keyOf: ({ id }) => id });

export function findingGrid(gaps: Gaps, choice: Choice, caption: string): ShownGrid {
  const columns = shownIn(choice.columns);
  return {
    caption,
    heads: headsOf(columns, { path: PATH, query: choice, sort: choice.sort ?? '-missed' }),
    rows: findingRows(gaps.items, choice.columns),
    foot: [columns.map(({ id }) => totalOf(id, gaps))],
    ...windowOf(gaps, 'findings', choice),
  };
}

function totalOf(column: FindingColumn, { total, totals }: Gaps): Part[] {
  if (column === 'subscription') return [textPart(plural(total, 'finding'))];
  return column === 'missed' ? missedParts(totals) : [];
}
