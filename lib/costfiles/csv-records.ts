import { tellFileReason } from '#lib/core/file-reasons.ts';
import { isUtf8 } from 'node:buffer';

/** How a file parts its cells; every cell stays the text that it is. */
export type Dialect = { delimiter: string; encoding: 'utf-8' | 'windows-1252' };

/** A record, or what is wrong with the line that it begins at. `text` is the line as it stands. */
export type CsvRecord = { line: number; text: string } & (
  | { cells: string[]; fault: null }
  | { cells: null; fault: string }
);

const LONGEST = 1_048_576;
const EOL = /\r\n|\n|\r/g;

type Found = { cells: string[]; next: number } | { fault: string } | 'more';

/** Where the line of this place ends, and where the next begins; null where the text ends before it. */
function endOfLine(text: string, at: number, isLast: boolean): { end: number; next: number } | null {
  EOL.lastIndex = at;
  const found = EOL.exec(text);
  if (found === null) return isLast ? { end: text.length, next: text.length } : null;
  const next = found.index + found[0].length;
  // A lone return at the end of what is read may be half of a line end.
  if (!isLast && found[0] === '\r' && next === text.length) return null;
  return { end: found.index, next };
}

type Cell = { cell: string; end: number } | { fault: string } | 'more';

function quotedCell(text: string, opened: number, isLast: boolean): Cell {
  let at = opened + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) {
      return isLast || text.length - opened > LONGEST ? { fault: tellFileReason('open-quote', {}) } : 'more';
    }
    if (quote + 1 === text.length && !isLast) return 'more';
    if (text[quote + 1] !== '"') {
      return { cell: text.slice(opened + 1, quote).replaceAll('""', '"'), end: quote + 1 };
    }
    at = quote + 2;
  }
}

const skipSpaces = (text: string, at: number): number => {
  let place = at;
  while (text[place] === ' ') place += 1;
  return place;
};

/** A record with quotes in it, which may go over several lines. */
function quotedRecord(text: string, at: number, { delimiter, isLast }: Reading): Found {
  const cells: string[] = [];
  let place = at;
  for (;;) {
    const start = skipSpaces(text, place);
    if (text[start] === '"') {
      const quoted = quotedCell(text, start, isLast);
      if (quoted === 'more' || 'fault' in quoted) return quoted;
      cells.push(quoted.cell);
      place = skipSpaces(text, quoted.end);
      if (place === text.length && !isLast) return 'more';
    } else {
      const line = endOfLine(text, place, isLast);
      if (line === null) return 'more';
      const delimited = text.indexOf(delimiter, place);
      const end = delimited === -1 || delimited > line.end ? line.end : delimited;
      cells.push(text.slice(place, end));
      place = end;
    }
    if (text[place] === delimiter) {
      place += 1;
      continue;
    }
    const line = endOfLine(text, place, isLast);
    if (line === null) return 'more';
    return line.end === place ? { cells, next: line.next } : { fault: tellFileReason('behind-quote', {}) };
  }
}

type Reading = { delimiter: string; isLast: boolean; width: number | null };

function recordAt(text: string, at: number, reading: Reading): Found {
  const line = endOfLine(text, at, reading.isLast);
  if (line === null) return text.length - at > LONGEST ? { fault: tellFileReason('long-line', {}) } : 'more';
  const plain = text.slice(at, line.end);
  if (!plain.includes('"')) return { cells: plain.split(reading.delimiter), next: line.next };
  return quotedRecord(text, at, reading);
}

/** A line that ends in a delimiter has an empty cell too many. */
function fitted(found: Found, width: number | null): Found {
  if (found === 'more' || 'fault' in found || width === null || found.cells.length === width) return found;
  const { cells, next } = found;
  if (cells.length === width + 1 && cells.at(-1) === '') return { cells: cells.slice(0, -1), next };
  return { fault: tellFileReason('cell-count', { cells: cells.length, width }) };
}

const WINDOWS_1252 = new TextDecoder('windows-1252');
const BEYOND_ASCII = /[\u0080-\u00ff]/;

/** Bytes held as a text of one letter each, as what they say; null where they are not of this encoding. */
export function decodeBytes(bytes: string, encoding: Dialect['encoding']): string | null {
  if (!BEYOND_ASCII.test(bytes)) return bytes;
  const buffer = Buffer.from(bytes, 'latin1');
  if (encoding === 'windows-1252') return WINDOWS_1252.decode(buffer);
  return isUtf8(buffer) ? buffer.toString('utf8') : null;
}

const countLines = (text: string): number => text.match(EOL)?.length ?? 0;

/**
 * The records of a file of CSV as the database reads them strictly, each with the number of its line, behind the first
 * of this width all. A line that cannot be read is told with its fault, and the next begins a record again: a quote
 * that is lost or too many takes no other line away.
 */
export async function* readRecords(
  chunks: AsyncIterable<Buffer>,
  { delimiter, encoding, width }: Dialect & { width: number | null },
): AsyncGenerator<CsvRecord[]> {
  let line = 1;
  let text = '';
  function* records(isLast: boolean): Generator<CsvRecord> {
    let at = 0;
    while (at < text.length) {
      const found = fitted(recordAt(text, at, { delimiter, isLast, width }), width);
      if (found === 'more') break;
      const ended = 'fault' in found ? endOfLine(text, at, true) : null;
      const next = 'fault' in found ? (ended?.next ?? text.length) : found.next;
      const raw = text.slice(at, next).trimEnd();
      if (raw.trim() !== '') yield recordOf(line, raw, found, encoding);
      line += 'fault' in found ? 1 : Math.max(1, countLines(text.slice(at, next)));
      at = next;
    }
    text = text.slice(at);
  }
  for await (const chunk of chunks) {
    text += chunk.toString('latin1');
    yield [...records(false)];
  }
  yield [...records(true)];
}

function recordOf(
  line: number,
  raw: string,
  found: Exclude<Found, 'more'>,
  encoding: Dialect['encoding'],
): CsvRecord {
  const text = decodeBytes(raw, encoding);
  const shown = text ?? raw;
  if ('fault' in found) return { line, text: shown, cells: null, fault: found.fault };
  if (text === null) return { line, text: shown, cells: null, fault: tellFileReason('not-utf-8', {}) };
  if (text === raw) return { line, text, cells: found.cells, fault: null };
  // The whole line is of the encoding, and so is each of its cells.
  const cells = found.cells.map((cell) => decodeBytes(cell, encoding) ?? '');
  return { line, text, cells, fault: null };
}
