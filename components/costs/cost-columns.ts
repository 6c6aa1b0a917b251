import { headsOf, rowsOf, windowOf, type GridColumn } from '#components/grid/grid-columns.ts';
import type { GridRow, Part, ShownGrid } from '#components/grid/grid-shape.ts';
import { costWayName } from '#components/status/cost-way-words.ts';
import { amountPart, missedPart, nonePart, textPart } from '#components/status/status-parts.ts';
import { formatAge, formatInstant } from '#components/ui/format-dates.ts';
import { plural } from '#components/ui/format-numbers.ts';
import type { CostColumn } from '#lib/queries/schemas/columns.ts';
import type { CostGroup, CostItem, CostList } from '#lib/queries/schemas/costs.ts';
import type { Money } from '#lib/queries/schemas/shared.ts';
import { PATH, type Choice } from './choice.ts';
import { keyParts } from './cost-key.ts';
import { KEY_NAMES } from './key-words.ts';

type Around = { choice: Choice; now: string };
type Column = GridColumn<CostItem, Around>;

const PLAIN = { numeric: false, wide: true, sort: null, help: null } as const;
const NUMBER = { ...PLAIN, numeric: true, wide: false } as const;

const keyColumn = (name: CostGroup, index: number): Column => ({
  ...{ ...PLAIN, id: name, title: KEY_NAMES[name], label: index === 0 ? '' : KEY_NAMES[name], widthRem: 14 },
  sort: index === 0 ? { by: 'name', first: 'up' } : null,
  cell: (item, { choice }) => keyParts(name, item, choice),
});

const FIGURES: readonly (Column & { id: CostColumn })[] = [
  {
    ...{ ...NUMBER, id: 'cost', title: 'Cost before credit', label: 'Cost before credit', widthRem: 10 },
    sort: { by: 'cost', first: 'down' },
    cell: ({ gross, currency }) => [amountPart(gross, currency)],
  },
  {
    ...{ ...NUMBER, id: 'credit', title: 'Credit', label: 'Credit', widthRem: 9 },
    sort: { by: 'credit', first: 'down' },
    cell: ({ credit, currency }) => [amountPart(credit, currency)],
  },
  {
    ...{ ...NUMBER, id: 'net', title: 'Cost after credit', label: 'Cost after credit', widthRem: 10 },
    cell: ({ net, currency }) => [amountPart(net, currency)],
  },
  {
    ...{ ...NUMBER, id: 'missed', title: 'Missed', label: 'Missed', widthRem: 10 },
    sort: { by: 'missed', first: 'down' },
    cell: (item) => [missedPart(item)],
  },
  {
    ...{ ...PLAIN, id: 'reads', title: 'Read by', label: 'Read by', widthRem: 11 },
    cell: ({ reads }, { now }) => readParts(reads, now),
  },
];

function readParts(reads: CostItem['reads'], now: string): Part[] {
  if (reads === null || reads.length === 0) return [nonePart('not recorded')];
  return reads.flatMap(({ way, asOf }): Part[] => [
    textPart(costWayName(way), 'soft'),
    ...(asOf === null
      ? []
      : [
          {
            kind: 'time' as const,
            at: asOf,
            text: formatAge(asOf, now),
            exact: formatInstant(asOf),
            before: '',
          },
        ]),
  ]);
}

type Shape = { groupBy: readonly CostGroup[]; columns: string | undefined };

/** By which way cost was read is told of customers only. */
function figuresIn({ groupBy, columns }: Shape): (Column & { id: CostColumn })[] {
  const known = FIGURES.filter(({ id }) => id !== 'reads' || groupBy.includes('customer'));
  return columns === undefined ? known : known.filter(({ id }) => columns.split(',').includes(id));
}

const shownIn = (shape: Shape): Column[] => [...shape.groupBy.map(keyColumn), ...figuresIn(shape)];

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

export function costGrid(list: CostList, choice: Choice, now: string): ShownGrid {
  const shape = { groupBy: list.groupBy, columns: choice.columns };
  const columns = shownIn(shape);
  const sort = choice.sort ?? (list.groupBy.includes('day') ? 'name' : '-cost');
  return {
    caption: `Cost, ${plural(list.total, 'row')}`,
    heads: headsOf(columns, { path: PATH, query: choice, sort }),
    rows: costRows(list.items, shape, { choice, now }),
    // Currencies are never added: each has a total of its own.
    foot: list.totals.map((money) => columns.map((column, index) => totalOf(column, money, index))),
    ...windowOf(list, 'costs', choice),
  };
}

function totalOf({ id }: Column, money: Money, index: number): Part[] {
  if (index === 0) return [textPart(`All rows, ${money.currency}`)];
  switch (id) {
    case 'cost':
      return [amountPart(money.gross, money.currency)];
    case 'credit':
    case 'net':
      return [amountPart(money[id], money.currency)];
    case 'missed':
      return [missedPart(money)];
    default:
      return [];
  }
}
