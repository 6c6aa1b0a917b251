import 'server-only';
import { constants, crc32, deflateRawSync } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';
import { startsFormula } from '../csv.ts';
import type { Cell, Column, ExportTable } from './table.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The parts of a workbook with one sheet (ECMA-376, part 1), besides the sheet. */
const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Pecboard" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf xfId="0"/><xf fontId="1" applyFont="1" xfId="0"/><xf numFmtId="49" applyNumberFormat="1" xfId="0"/><xf numFmtId="49" applyNumberFormat="1" quotePrefix="1" xfId="0"/></cellXfs></styleSheet>`,
};
const HEADING = 1;
const AS_TEXT = 2;
/** Stays text even when somebody edits the cell. */
const QUOTED = 3;

const LONGEST_TEXT = 32_767;
// XML 1.0 allows no other control characters, however they are written, nor halves of a pair.
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu;
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

const xmlText = (value: string): string =>
  value
    .toWellFormed()
    .slice(0, LONGEST_TEXT)
    .toWellFormed()
    .replace(FORBIDDEN, '')
    .replace(/[&<>\r]/g, (letter) => ESCAPES[letter] ?? letter);

const textCell = (value: string, style: number): string =>
  `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`;

function cellOf(value: Cell, { kind }: Column): string {
  if (value === null) return '<c/>';
  if (kind === 'number') return `<c><v>${value}</v></c>`;
  const shown = String(value);
  return textCell(shown, startsFormula(shown) ? QUOTED : AS_TEXT);
}

const rowOf = (cells: readonly string[]): string => `<row>${cells.join('')}</row>`;

/** The sheet, some rows at a time. Its first row stays in view and can be filtered by. */
async function* sheetOf({ columns, windows }: ExportTable, heads: readonly string[]): AsyncGenerator<string> {
  yield `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultColWidth="18" defaultRowHeight="15"/><sheetData>`;
  yield rowOf(heads.map((head) => textCell(head, HEADING)));
  for await (const rows of windows()) {
    yield rows
      .map((row) => rowOf(columns.map((column, index) => cellOf(row[index] ?? null, column))))
      .join('');
  }
  yield '</sheetData></worksheet>';
}

type ZipPart = ZipInputFile & { push: (bytes: Uint8Array, isLast: boolean) => void };

const DEFLATE = 8;

/** A file within a workbook. Each piece is packed for itself, by Node, and all of them are one stream. */
function zipPart(filename: string): ZipPart {
  const part: ZipPart = {
    ...{ filename, size: 0, crc: 0, compression: DEFLATE },
    push(bytes, isLast) {
      part.crc = crc32(bytes, part.crc);
      part.size += bytes.length;
      const finishFlush = isLast ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
      part.ondata?.(null, deflateRawSync(bytes, { level: 1, finishFlush }), isLast);
    },
  };
  return part;
}

/** A workbook as it is made: no more of it is in memory than the rows at hand. */
export async function* xlsxFile(table: ExportTable, heads: readonly string[]): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    made.push(chunk);
  });
  const encoder = new TextEncoder();
  const begin = (name: string): ZipPart => {
    const part = zipPart(name);
    zip.add(part);
    return part;
  };
  for (const [name, xml] of Object.entries(PARTS)) begin(name).push(encoder.encode(DECLARATION + xml), true);
  const sheet = begin('xl/worksheets/sheet1.xml');
  sheet.push(encoder.encode(DECLARATION), false);
  for await (const xml of sheetOf(table, heads)) {
    sheet.push(encoder.encode(xml), false);
    yield* made.splice(0);
  }
  sheet.push(new Uint8Array(), true);
  zip.end();
  yield* made.splice(0);
}
