import { expect } from 'vitest';
import { exportQueries, type ExportedList, type ExportFormat } from '../../schemas/exports.ts';
import { exportList } from '../export-list.ts';
import { cellsOfCsv, cellsOfXlsx, unquoted } from './file-cells.ts';

export type Parameters = Readonly<Record<string, string>>;

export async function bytesOf(
  list: ExportedList,
  format: ExportFormat,
  parameters: Parameters,
): Promise<Uint8Array> {
  const { bytes } = await exportList(list, exportQueries[list].parse({ ...parameters, format }));
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts);
}

/** Rows of a list's file by their heads, once CSV and XLSX were found to say the same. */
export async function readBoth(
  list: ExportedList,
  parameters: Parameters,
): Promise<Record<string, string>[]> {
  const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf(list, 'csv', parameters));
  expect(csv.startsWith('\uFEFF')).toBe(true);
  const rows = unquoted(cellsOfCsv(csv.slice(1)));
  expect(cellsOfXlsx(await bytesOf(list, 'xlsx', parameters)).cells).toEqual(rows);
  const [names = [], ...values] = rows;
  return values.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? ''])));
}
