import {
  chooserOf,
  columnsIn,
  headsOf,
  rowsOf,
  windowOf,
  type GridColumn,
} from '#components/grid/grid-columns.ts';
import type { GridHead, GridRow, Part, ShownGrid } from '#components/grid/grid-shape.ts';
import type { Wording } from '#lib/texts/wording.ts';
import { partsIn } from '#components/status/parts-in.ts';
import { lookPart, nonePart, textPart } from '#components/status/status-parts.ts';
import type { FindingColumn } from '#lib/queries/schemas/columns.ts';
import type { Finding } from '#lib/queries/schemas/findings.ts';
import type { Gaps } from '#lib/queries/schemas/gaps.ts';
import { PATH, type Choice } from './choice.ts';
import { findingLooksIn } from './use-finding-looks.ts';

type Column = GridColumn<Finding, null> & { id: FindingColumn };

const PLAIN = { numeric: false, wide: false, sort: null, help: null } as const;

const columnsOf = (wording: Wording): readonly Column[] => [
  ...nameColumns(wording),
  ...standingColumns(wording),
  missedColumn(wording),
];

function nameColumns({ texts }: Wording): Column[] {
  const t = texts('gaps');
  const customer = t('table.customer');
  return [
    {
      ...{ ...PLAIN, id: 'subscription', title: t('table.subscription'), label: '', wide: true },
      widthRem: 15,
      cell: ({ id, subscriptionName }) => [
        { kind: 'link', text: subscriptionName, href: `/gaps/${id}`, look: 'strong' },
      ],
    },
    {
      ...{ ...PLAIN, id: 'customer', title: customer, label: customer, widthRem: 13 },
      sort: { by: 'customer', first: 'up' },
      cell: ({ tenantId, customerName }) => [
        { kind: 'link', text: customerName, href: `/customers/${tenantId}`, look: 'soft' },
      ],
    },
  ];
}

function standingColumns(wording: Wording): Column[] {
  const t = wording.texts('gaps');
  const looks = findingLooksIn(wording);
  return [
    {
      ...{ ...PLAIN, id: 'state', title: t('table.state'), label: t('table.state'), widthRem: 12 },
      sort: { by: 'state', first: 'up' },
      cell: (finding) => [lookPart(looks.state(finding.state)), ...stillThereParts(finding, wording)],
    },
    {
      ...{ ...PLAIN, id: 'owner', title: t('table.ownerNote'), label: t('table.owner'), widthRem: 11 },
      cell: ({ owner, note }) => [
        owner === null ? nonePart(t('table.nobody')) : textPart(owner.name ?? owner.personId, 'soft'),
        ...(note === '' ? [] : [textPart(note, 'faint')]),
      ],
    },
    {
      ...{ ...PLAIN, id: 'since', title: t('table.since'), label: t('table.since'), widthRem: 8 },
      sort: { by: 'since', first: 'up' },
      cell: ({ since }) => [textPart(wording.formats.date(since), 'soft')],
    },
  ];
}

function missedColumn(wording: Wording): Column {
  const title = wording.texts('gaps')('table.missed');
  const parts = partsIn(wording);
  const looks = findingLooksIn(wording);
  return {
    ...{ ...PLAIN, id: 'missed', title, label: title, numeric: true, widthRem: 10 },
    sort: { by: 'missed', first: 'down' },
    cell: ({ missed, severity }) => [...parts.missed(missed), lookPart(looks.severity(severity))],
  };
}

/** What the facts say beside what a person decided. */
function stillThereParts({ state, leads }: Finding, { texts }: Wording): Part[] {
  const t = texts('gaps');
  if (leads === 'unknown') {
    return [{ kind: 'badge', tone: 'mute', icon: 'unknown', text: t('table.notSeen') }];
  }
  if (state !== 'resolved' || leads !== 'yes') return [];
  return [{ kind: 'badge', tone: 'part', icon: 'warn', text: t('table.stillFound') }];
}

const shownIn = (columns: string | undefined, wording: Wording): Column[] =>
  columnsIn(columnsOf(wording), columns);

export const findingChooser = (columns: string | undefined, wording: Wording) =>
  chooserOf(columnsOf(wording), shownIn(columns, wording));

type Shown = { columns: string | undefined; wording: Wording };

export const findingRows = (items: readonly Finding[], { columns, wording }: Shown): GridRow[] =>
  rowsOf({ columns: shownIn(columns, wording), items, around: null, keyOf: ({ id }) => id });

export const findingHeads = (choice: Choice, wording: Wording): GridHead[] =>
  headsOf(shownIn(choice.columns, wording), { path: PATH, query: choice, sort: choice.sort ?? '-missed' });

/** Of the causes together: the list of one is where columns are chosen. */
export const allHeads = (choice: Choice, wording: Wording): GridHead[] =>
  headsOf(columnsOf(wording), { path: PATH, query: choice, sort: choice.sort ?? '-missed' });

type ShownList = { caption: string; wording: Wording };

export function findingGrid(gaps: Gaps, choice: Choice, { caption, wording }: ShownList): ShownGrid {
  const columns = shownIn(choice.columns, wording);
  return {
    caption,
    heads: findingHeads(choice, wording),
    rows: findingRows(gaps.items, { columns: choice.columns, wording }),
    foot: [columns.map(({ id }) => totalOf(id, gaps, wording))],
    ...windowOf(gaps, 'findings', choice),
  };
}

function totalOf(column: FindingColumn, { total, totals }: Gaps, wording: Wording): Part[] {
  if (column === 'subscription') return [textPart(wording.texts('gaps')('findings', { count: total }))];
  return column === 'missed' ? partsIn(wording).missed(totals) : [];
}
