import 'server-only';
import type { Texts } from '#lib/texts/en/all-areas.ts';

/** What stands at the top of a column, in the words of whoever reads. */
export type Head = keyof Texts['fileHeads'];

/** Numbers are exact decimal text; null: no data, which is not zero. */
export type Cell = string | number | null;
export type Column = {
  /** As programs know it. */
  name: string;
  head: Head;
  kind: 'text' | 'number';
  /** The column of the view that it belongs to; null: it is in every file. */
  of: string | null;
};

/** Rows of a list as a file has them: all that match, in the view's order, some at a time. */
export type ExportTable = { columns: readonly Column[]; windows: () => AsyncGenerator<Cell[][]> };

export const text = (name: Head): Column => ({ name, head: name, kind: 'text', of: null });
export const number = (name: Head): Column => ({ name, head: name, kind: 'number', of: null });

/** A column that programs know by a name that says little to people. */
export const named = (name: string, column: Column): Column => ({ ...column, name });
export const belongsTo =
  (of: string) =>
  (column: Column): Column => ({ ...column, of });

/** Of the table what a view shows, by its columns' names; null: everything. */
export function pickColumns(table: ExportTable, shown: string | null): ExportTable {
  if (shown === null) return table;
  const wanted = shown.split(',');
  const kept = table.columns.flatMap(({ of }, index) => (of === null || wanted.includes(of) ? [index] : []));
  async function* windows(): AsyncGenerator<Cell[][]> {
    for await (const rows of table.windows()) {
      yield rows.map((row) => kept.map((index) => row[index] ?? null));
    }
  }
  return { columns: kept.flatMap((index) => table.columns[index] ?? []), windows };
}

/** Hands out rows that are known already in windows; the next is read from the database while one is written. */
export async function* inWindows<Row>(
  rows: readonly Row[],
  size: number,
  complete: (window: readonly Row[]) => Promise<Cell[][]>,
): AsyncGenerator<Cell[][]> {
  const read = async (start: number): Promise<Cell[][]> => complete(rows.slice(start, start + size));
  let next = rows.length > 0 ? read(0) : null;
  for (let start = size; next !== null; start += size) {
    const window = await next;
    next = start < rows.length ? read(start) : null;
    // Thrown when its turn comes, and not if nobody wants the rest.
    next?.catch(() => undefined);
    yield window;
  }
}
