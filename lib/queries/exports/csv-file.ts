import 'server-only';
import { csvLine, type CsvDialect } from '../csv.ts';
import type { Cell, ExportTable } from './table.ts';

/** Tells spreadsheets that the text is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

type CsvStyle = { heads: readonly string[]; dialect: CsvDialect };

export async function* csvFile(
  { columns, windows }: ExportTable,
  { heads, dialect }: CsvStyle,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const numeric = columns.map(({ kind }) => kind === 'number');
  const written = (cells: readonly Cell[]): Cell[] =>
    cells.map((cell, index) =>
      numeric[index] === true && cell !== null ? String(cell).replace('.', dialect.decimalPoint) : cell,
    );
  yield encoder.encode(BYTE_ORDER_MARK + csvLine(heads, dialect));
  for await (const rows of windows()) {
    yield encoder.encode(rows.map((row) => csvLine(written(row), dialect)).join(''));
  }
}
