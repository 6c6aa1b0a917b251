import {
  chooserOf,
  columnsIn,
  headsOf,
  roomForTotals,
  rowsOf,
  windowOf,
  type GridColumn,
} from '#components/grid/grid-columns.ts';
import type { GridRow, Part, ShownGrid } from '#components/grid/grid-shape.ts';
import { partsIn } from '#components/status/parts-in.ts';
import { nonePart, textPart } from '#components/status/status-parts.ts';
import type { CustomerList, ListedCustomer } from '#lib/queries/schemas/customers.ts';
import type { CustomerColumn } from '#lib/queries/schemas/columns.ts';
import type { Wording } from '#lib/texts/wording.ts';
import { isFiltered, PATH, type Choice } from './choice.ts';

type Around = { period: string; now: string };
type Column = GridColumn<ListedCustomer, Around> & { id: CustomerColumn };

const PLAIN = { numeric: false, wide: false, sort: null, help: null } as const;
const NUMBER = { ...PLAIN, numeric: true } as const;

const allColumns = (wording: Wording): readonly Column[] => [
  ...standing(wording),
  ...figures(wording),
  ...further(wording),
];

/** Who it is, and where it stands. */
function standing(wording: Wording): readonly Column[] {
  const t = wording.texts('customers');
  const parts = partsIn(wording);
  return [
    {
      ...{ ...PLAIN, id: 'customer', title: t('column.customer'), label: '', wide: true, widthRem: 11.5 },
      sort: { by: 'name', first: 'up' },
      cell: (customer, { period, now }) => [
        {
          ...{ kind: 'link', text: customer.displayName, look: 'strong' },
          href: `/customers/${customer.tenantId}?period=${period}`,
        },
        ...parts.age(customer.asOf, now),
        ...unreadParts(wording, customer),
      ],
    },
    {
      ...{ ...PLAIN, id: 'verdict', title: t('column.verdict'), label: '', wide: true, widthRem: 9.5 },
      sort: { by: 'verdict', first: 'up' },
      cell: ({ verdict, totals, judgeableFrom, mainCause }) => [
        parts.verdict({ verdict, totals, judgeableFrom }),
        ...parts.cause(mainCause),
      ],
    },
  ];
}

const titled = (title: string) => ({ title, label: title });

function figures(wording: Wording): readonly Column[] {
  const t = wording.texts('customers');
  const words = wording.texts('figures');
  const parts = partsIn(wording);
  return [
    {
      ...{ ...NUMBER, id: 'missed', ...titled(words('missed')), widthRem: 7.75 },
      sort: { by: 'missed', first: 'down' },
      help: { about: t('aboutMissed'), text: t('missedHelp') },
      cell: ({ totals }) => parts.missed(totals),
    },
    {
      ...{ ...NUMBER, id: 'credit', ...titled(words('credit')), widthRem: 7.5 },
      sort: { by: 'credit', first: 'down' },
      help: { about: t('aboutCredit'), text: t('creditHelp') },
      cell: ({ totals }) => parts.amounts(totals, 'credit'),
    },
    {
      ...{ ...PLAIN, id: 'coverage', ...titled(words('coverage')), widthRem: 7.5 },
      sort: { by: 'coverage', first: 'up' },
      help: { about: t('aboutCoverage'), text: t('coverageHelp') },
      cell: ({ totals }) => parts.coverage(totals),
    },
    {
      ...{ ...NUMBER, id: 'cost', ...titled(words('cost')), widthRem: 8 },
      sort: { by: 'cost', first: 'down' },
      help: { about: t('aboutCost'), text: t('costHelp') },
      cell: ({ totals }) => parts.amounts(totals, 'gross'),
    },
    {
      ...{ ...NUMBER, id: 'net', ...titled(words('costAfter')), widthRem: 9 },
      cell: ({ totals }) => parts.amounts(totals, 'net'),
    },
  ];
}

function further(wording: Wording): readonly Column[] {
  const t = wording.texts('customers');
  const parts = partsIn(wording);
  return [
    {
      ...{ ...PLAIN, id: 'subscriptions', ...titled(t('column.subscriptions')), wide: true },
      widthRem: 7.5,
      cell: ({ subscriptions }) => parts.counts(subscriptions),
    },
    {
      ...{ ...PLAIN, id: 'owner', ...titled(t('column.owner')), widthRem: 6 },
      sort: { by: 'owner', first: 'up' },
      cell: ({ owner }) => [
        owner === null ? nonePart(t('nobody')) : textPart(owner.name ?? owner.personId, 'soft'),
      ],
    },
    changedColumn(wording),
    {
      ...{ ...PLAIN, id: 'domain', ...titled(t('column.domain')), widthRem: 12 },
      cell: ({ domain }) => [domain === null ? nonePart(t('notRead')) : textPart(domain, 'soft')],
    },
  ];
}

function changedColumn(wording: Wording): Column {
  const t = wording.texts('customers');
  const kinds = wording.texts('changes');
  const { age, instant } = wording.formats;
  return {
    ...{ ...PLAIN, id: 'changed', ...titled(t('column.changed')), widthRem: 6.5 },
    cell: ({ lastChange }, { now }) =>
      lastChange === null
        ? [nonePart(t('noChange'))]
        : [
            textPart(kinds(`kind.${lastChange.kind}`), 'soft'),
            {
              ...{ kind: 'time', at: lastChange.at, text: age(lastChange.at, now), before: '' },
              exact: instant(lastChange.at),
            },
          ],
  };
}

const USUAL: readonly CustomerColumn[] = [
  ...(['verdict', 'missed', 'credit', 'coverage', 'cost', 'subscriptions', 'owner', 'changed'] as const),
];

function unreadParts({ texts, formats }: Wording, { unread }: ListedCustomer): Part[] {
  if (unread.length === 0) return [];
  const name = texts('sources');
  const sources = formats.list(unread.map((source) => name(`of.${source}.name`).toLocaleLowerCase()));
  return [textPart(texts('customers')('unread', { sources }), 'faint')];
}

const shownIn = (wording: Wording, columns: string | undefined): Column[] =>
  columnsIn(allColumns(wording), columns, USUAL);

export const customerChooser = (wording: Wording, columns: string | undefined) =>
  chooserOf(allColumns(wording), shownIn(wording, columns));

type Shown = { wording: Wording; columns: string | undefined };

export const customerRows = (
  items: readonly ListedCustomer[],
  around: Around,
  { wording, columns }: Shown,
): GridRow[] =>
  rowsOf({ columns: shownIn(wording, columns), items, around, keyOf: ({ tenantId }) => tenantId });

type View = { choice: Choice; now: string; wording: Wording };

export function customerGrid(list: CustomerList, { choice, now, wording }: View): ShownGrid {
  const columns = shownIn(wording, choice.columns);
  const foot = [columns.map(({ id }) => totalOf(wording, id, list))];
  return {
    caption: wording.texts('customers')('caption', { count: list.total }),
    heads: roomForTotals(
      headsOf(columns, { path: PATH, query: choice, sort: choice.sort ?? '-missed' }),
      foot,
    ),
    rows: customerRows(list.items, { period: list.period, now }, { wording, columns: choice.columns }),
    foot,
    ...windowOf(list, 'customers', choice),
  };
}

/** "12 of 1,204 customers". */
export function customerCount(
  { texts }: Wording,
  choice: Choice,
  { total: shown, unfilteredTotal: count }: Pick<CustomerList, 'total' | 'unfilteredTotal'>,
): string {
  const t = texts('customers');
  return isFiltered(choice) ? t('countOf', { shown, count }) : t('count', { count });
}

function totalOf(wording: Wording, column: CustomerColumn, { total, totals }: CustomerList): Part[] {
  const parts = partsIn(wording);
  switch (column) {
    case 'customer':
      return [textPart(wording.texts('customers')('count', { count: total }))];
    case 'missed':
      return parts.missed(totals);
    case 'credit':
    case 'net':
      return parts.amounts(totals, column);
    case 'cost':
      return parts.amounts(totals, 'gross');
    case 'coverage':
      return parts.coverageTexts(totals);
    default:
      return [];
  }
}
