import { addressWith, type AddressQuery } from '#components/ui/address.ts';
import { sortLink } from '#components/ui/sort-link.ts';
import type { GridHead, GridRow, Part, ShownGrid } from './grid-shape.ts';
import { sourceOf } from './row-source.ts';

/** A column of a list: its head, and what it shows of a row and of all rows together. */
export type GridColumn<Item, Around> = Omit<GridHead, 'sort'> & {
  /** The order that its head asks for, and which way first; null where rows have no such order. */
  sort: { by: string; first: 'up' | 'down' } | null;
  cell: (item: Item, around: Around) => Part[];
};

type Shown<Item, Around> = {
  columns: readonly GridColumn<Item, Around>[];
  items: readonly Item[];
  around: Around;
  keyOf: (item: Item) => string;
};

export const rowsOf = <Item, Around>({ columns, items, around, keyOf }: Shown<Item, Around>): GridRow[] =>
  items.map((item) => ({ key: keyOf(item), cells: columns.map(({ cell }) => cell(item, around)) }));

type Order = { path: string; query: AddressQuery; sort: string };

export const headsOf = <Item, Around>(
  columns: readonly GridColumn<Item, Around>[],
  { path, query, sort: inForce }: Order,
): GridHead[] =>
  columns.map(({ cell: _cell, sort, ...head }) => ({
    ...head,
    sort: sort === null ? null : sortLink(sort.by, { path, query, sort: inForce, first: sort.first }),
  }));

const SIDES_REM = { inner: 1.5, last: 2 };

/** What letters of an amount take in the bold type of totals. */
function letterRem(letter: string): number {
  if (/\d/u.test(letter)) return 0.52;
  if (/[\s.,'’]/u.test(letter)) return 0.24;
  if (/\p{Ll}/u.test(letter)) return 0.42;
  return /[\u2E80-\uFFEF]/u.test(letter) ? 0.85 : 0.6;
}

const widthRemOf = (text: string): number => [...text].reduce((sum, letter) => sum + letterRem(letter), 0);

const amountIn = (part: Part): string => (part.kind === 'amount' ? `${part.before} ${part.text}`.trim() : '');

/** Amounts stand on one line: a column has room for its longest total, which is longer than what it is the sum of. */
export const roomForTotals = (heads: readonly GridHead[], foot: ShownGrid['foot']): GridHead[] =>
  heads.map((head, column) => {
    const sidesRem = column === heads.length - 1 ? SIDES_REM.last : SIDES_REM.inner;
    const totals = foot.flatMap((cells) => cells[column] ?? []).map(amountIn);
    return {
      ...head,
      widthRem: Math.max(head.widthRem, ...totals.map((text) => widthRemOf(text) + sidesRem)),
    };
  });

/** The columns that the address asks for, in the list's own order; the first is always there. */
export function columnsIn<Column extends { id: string }>(
  columns: readonly Column[],
  asked: string | undefined,
  usual: readonly string[] = columns.map(({ id }) => id),
): Column[] {
  const wanted = new Set(asked === undefined ? usual : asked.split(','));
  return columns.filter(({ id }, index) => index === 0 || wanted.has(id));
}

type Named = { id: string; title: string };

/** What is to be chosen from: all columns but the first, which is always there, and which of them are shown. */
export const chooserOf = (
  all: readonly Named[],
  shown: readonly Named[],
): { all: Named[]; shown: string[] } => ({
  all: all.slice(1).map(({ id, title }) => ({ id, title })),
  shown: shown.map(({ id }) => id),
});

type Window = Pick<ShownGrid, 'total' | 'version' | 'offset'>;

/** Which rows of a view stand there already, and where the others are to be had. */
export const windowOf = (
  { total, version, offset }: Window,
  list: string,
  query: AddressQuery,
): Window & Pick<ShownGrid, 'source'> => ({
  ...{ total, version, offset },
  source: sourceOf(list, new URLSearchParams(addressWith('', query))),
});
