import 'server-only';
import { csvLine } from '../csv.ts';
import type { ExportTable } from './table.ts';

/** Tells spreadsheets that the text is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

export async function* csvFile({ columns, windows }: ExportTable): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(BYTE_ORDER_MARK + csvLine(columns.map(({ name }) => name)));
  for await (const rows of windows()) yield encoder.encode(rows.map(csvLine).join(''));
}
