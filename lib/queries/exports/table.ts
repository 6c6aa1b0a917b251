import 'server-only';

/** Numbers are exact decimal text; null: no data, which is not zero. */
export type Cell = string | number | null;
export type Column = { name: string; kind: 'text' | 'number' };

/** Rows of a list as a file has them: all that match, in the view's order, some at a time. */
export type ExportTable = { columns: readonly Column[]; windows: () => AsyncGenerator<Cell[][]> };

export const text = (name: string): Column => ({ name, kind: 'text' });
export const number = (name: string): Column => ({ name, kind: 'number' });

/** Hands out rows that are known already in windows, each completed when its turn comes. */
export async function* inWindows<Row>(
  rows: readonly Row[],
  size: number,
  complete: (window: readonly Row[]) => Promise<Cell[][]>,
): AsyncGenerator<Cell[][]> {
  for (let start = 0; start < rows.length; start += size) yield complete(rows.slice(start, start + size));
}
