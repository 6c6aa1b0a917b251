import { headsOf, roomForTotals, rowsOf, windowOf, type GridColumn } from '#components/grid/grid-columns.ts';
import type { GridRow, Part, ShownGrid } from '#components/grid/grid-shape.ts';
import type { Wording } from '#lib/texts/wording.ts';
import { partsIn } from '#components/status/parts-in.ts';
import { nonePart, textPart } from '#components/status/status-parts.ts';
import { costWaysIn } from '#components/status/use-cost-ways.ts';
import type { CostColumn } from '#lib/queries/schemas/columns.ts';
import type { CostGroup, CostItem, CostList } from '#lib/queries/schemas/costs.ts';
import type { Money } from '#lib/queries/schemas/shared.ts';
import { PATH, type Choice } from './choice.ts';
import { keyParts } from './cost-key.ts';

type Around = { choice: Choice; now: string };
type Column = GridColumn<CostItem, Around>;

const PLAIN = { numeric: false, wide: true, sort: null, help: null } as const;
const NUMBER = { ...PLAIN, numeric: true, wide: false } as const;

const keyColumn =
  (wording: Wording) =>
  (name: CostGroup, index: number): Column => {
    const title = wording.texts('costs')(`key.${name}`);
    return {
      ...{ ...PLAIN, id: name, title, label: index === 0 ? '' : title, widthRem: 12.5 },
      sort: index === 0 ? { by: 'name', first: 'up' } : null,
      cell: (item, { choice }) => keyParts(name, item, { choice, wording }),
    };
  };

function figuresOf(wording: Wording): (Column & { id: CostColumn })[] {
  const words = wording.texts('figures');
  const parts = partsIn(wording);
  const named = (key: 'costBefore' | 'credit' | 'costAfter' | 'missed') => ({
    ...{ title: words(key), label: words(key) },
  });
  return [
    {
      ...{ ...NUMBER, id: 'cost', ...named('costBefore'), widthRem: 8.5 },
      sort: { by: 'cost', first: 'down' },
      cell: ({ gross, currency }) => [parts.amount(gross, currency)],
    },
    {
      ...{ ...NUMBER, id: 'credit', ...named('credit'), widthRem: 7.5 },
      sort: { by: 'credit', first: 'down' },
      cell: ({ credit, currency }) => [parts.amount(credit, currency)],
    },
    {
      ...{ ...NUMBER, id: 'net', ...named('costAfter'), widthRem: 8.5 },
      cell: ({ net, currency }) => [parts.amount(net, currency)],
    },
    {
      ...{ ...NUMBER, id: 'missed', ...named('missed'), widthRem: 8 },
      sort: { by: 'missed', first: 'down' },
      cell: (item) => [parts.missedOf(item)],
    },
    readColumn(wording),
  ];
}

function readColumn(wording: Wording): Column & { id: CostColumn } {
  const t = wording.texts('costs');
  const ways = costWaysIn(wording);
  return {
    ...{ ...PLAIN, id: 'reads', title: t('readBy'), label: t('readBy'), widthRem: 9.5 },
    cell: ({ reads }, { now }) =>
      reads === null || reads.length === 0
        ? [nonePart(t('notRecorded'))]
        : reads.flatMap(({ way, asOf }): Part[] => [
            textPart(ways.short(way), 'soft'),
            ...(asOf === null ? [] : [timePart(asOf, now, wording)]),
          ]),
  };
}

function timePart(at: string, now: string, { formats }: Wording): Part {
  const [text, exact] = [formats.age(at, now), formats.instant(at)];
  return { kind: 'time', at, text, exact, before: '' };
}

type Shape = { groupBy: readonly CostGroup[]; columns: string | undefined; wording: Wording };

/** By which way cost was read is told of customers only. */
function figuresIn({ groupBy, columns, wording }: Shape): (Column & { id: CostColumn })[] {
  const known = figuresOf(wording).filter(({ id }) => id !== 'reads' || groupBy.includes('customer'));
  return columns === undefined ? known : known.filter(({ id }) => columns.split(',').includes(id));
}

const shownIn = (shape: Shape): Column[] => [
  ...shape.groupBy.map(keyColumn(shape.wording)),
  ...figuresIn(shape),
];

/** What cost is grouped by is always shown. */
export const costChooser = (shape: Shape) => ({
  all: figuresIn({ ...shape, columns: undefined }).map(({ id, title }) => ({ id, title })),
  shown: figuresIn(shape).map(({ id }) => id),
});

const keyOf = ({ customer, subscription, ...item }: CostItem): string =>
  [
    ...[customer?.tenantId, subscription?.subscriptionId, item.resourceGroup, item.service],
    ...[item.class, item.day, item.credited, item.currency],
  ].join('|');

export const costRows = (items: readonly CostItem[], shape: Shape, around: Around): GridRow[] =>
  rowsOf({ columns: shownIn(shape), items, around, keyOf });

type ShownList = { now: string; wording: Wording };

export function costGrid(list: CostList, choice: Choice, { now, wording }: ShownList): ShownGrid {
  const shape = { groupBy: list.groupBy, columns: choice.columns, wording };
  const columns = shownIn(shape);
  const sort = choice.sort ?? (list.groupBy.includes('day') ? 'name' : '-cost');
  // Currencies are never added: each has a total of its own.
  const foot = list.totals.map((money) => {
    const totals = totalsOf(money, wording);
    return columns.map(({ id }, index) => (index === 0 ? totals.first : (totals.of[id] ?? [])));
  });
  return {
    caption: wording.texts('costs')('caption', { count: list.total }),
    heads: roomForTotals(headsOf(columns, { path: PATH, query: choice, sort }), foot),
    rows: costRows(list.items, shape, { choice, now }),
    foot,
    ...windowOf(list, 'costs', choice),
  };
}

function totalsOf(money: Money, wording: Wording): { first: Part[]; of: Readonly<Record<string, Part[]>> } {
  const parts = partsIn(wording);
  const { gross, credit, net, currency } = money;
  return {
    first: [textPart(wording.texts('costs')('allRows', { currency }))],
    of: {
      cost: [parts.amount(gross, currency)],
      credit: [parts.amount(credit, currency)],
      net: [parts.amount(net, currency)],
      missed: [parts.missedOf(money)],
    },
  };
}
