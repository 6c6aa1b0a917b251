import { unzipSync } from 'fflate';

/** Reads what CSV holds: quoted cells may have commas, quotes and line ends. */
export function cellsOfCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&#13;': '\r' };

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

/** As they were before a spreadsheet was kept from running them. */
export const unquoted = (cells: string[][]): string[][] =>
  cells.map((row) => row.map((cell) => (/^'[=+\-@]/.test(cell) ? cell.slice(1) : cell)));
