import { unzipSync } from 'fflate';
import { expect } from 'vitest';
import { exportQueries, type ExportedList, type ExportFormat } from '../../schemas/exports.ts';
import { exportList } from '../export-list.ts';

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

/** Reads what CSV holds: quoted cells may have commas, quotes and line ends. */
export function cellsOfCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

const ENTITIES: Parameters = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&#13;': '\r' };

export function cellsOfXlsx(bytes: Uint8Array): { cells: string[][]; sheet: string } {
  const sheet = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml']);
  const cells = [...sheet.matchAll(/<row>(.*?)<\/row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<c\/>|<c[^>]*>(?:<is><t[^>]*>(.*?)<\/t><\/is>|<v>(.*?)<\/v>)<\/c>/gs)].map(
      ([, text, value]) =>
        (text ?? value ?? '').replaceAll(/&[^;]+;/g, (entity) => ENTITIES[entity] ?? entity),
    ),
  );
  return { cells, sheet };
}

const unquoted = (cells: string[][]): string[][] =>
  cells.map((row) => row.map((cell) => (/^'[=+\-@]/.test(cell) ? cell.slice(1) : cell)));

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
