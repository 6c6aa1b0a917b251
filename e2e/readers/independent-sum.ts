import { requireDecimal, ZERO, type Decimal } from '#lib/core/money.ts';
import type { SummedColumns } from './given-kinds.ts';

/** What lines of a file add up to, by whose they are, read letter by letter and by no code of the product. */
export type Counted = { lines: number; sums: Map<string, Decimal> };

/** Month, customer, currency, and whether credit was earned; of nobody's lines the currency alone. */
export const keyOf = (month: string, customer: string, currency: string, isEarned: boolean): string =>
  customer === '' ? currency : `${month} ${customer} ${currency} ${isEarned ? 'earned' : 'not earned'}`;

export function addTo(sums: Map<string, Decimal>, key: string, amount: Decimal): void {
  sums.set(key, (sums.get(key) ?? ZERO).plus(amount));
}

export const sumsOfAll = (counted: readonly Counted[]): Counted => ({
  lines: counted.reduce((lines, one) => lines + one.lines, 0),
  sums: counted
    .flatMap(({ sums }) => [...sums])
    .reduce((all, [key, amount]) => (addTo(all, key, amount), all), new Map<string, Decimal>()),
});

const plain = (header: string): string => header.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** The last mark parts decimals, and any other groups thousands. */
function amountOf(text: string): Decimal {
  const trimmed = text.trim();
  const mark = Math.max(trimmed.lastIndexOf('.'), trimmed.lastIndexOf(','));
  if (mark === -1) return requireDecimal(trimmed);
  return requireDecimal(`${trimmed.slice(0, mark).replaceAll(/[.,]/g, '')}.${trimmed.slice(mark + 1)}`);
}

/** 2026-11-03 in the forms that these files have, and what damage leaves of one. */
function monthOf(text: string): string {
  const [, year = '', month = ''] = /^(\d{4})[-/]?(\d{1,2})[-/]?\d{1,2}(?:[T ]|$)/.exec(text.trim()) ?? [];
  if (year !== '') return `${year}-${month.padStart(2, '0')}`;
  const [, first = '', ofYear = '?'] = /^(\d{1,2})\/\d{1,2}\/(\d{4})(?:[T ]|$)/.exec(text.trim()) ?? [];
  return `${ofYear}-${first.padStart(2, '0')}`;
}

function isEarned(rate: string, flag: string, { isPercentage }: SummedColumns): boolean {
  if (['1', 'true', 'yes'].includes(flag.trim().toLowerCase())) return true;
  const [, digits = '', sign = ''] = /^(\d+(?:[.,]\d+)?)\s*(%?)$/.exec(rate.trim()) ?? [];
  const value = Number(digits.replace(',', '.'));
  const percent = sign === '%' || value > 1 || (isPercentage && value === 1) ? value : value * 100;
  return digits !== '' && percent > 0 && percent <= 100;
}

/** Adds a line, of which `cell` gives what stands under the first of these headers. */
function addLine(counted: Counted, columns: SummedColumns, cell: (names: readonly string[]) => string): void {
  const month = monthOf(cell(columns.day));
  const customer = cell(columns.customer).trim().toLowerCase();
  const currency = cell(columns.currency).trim().toUpperCase();
  const earned = isEarned(cell(columns.rate), cell(columns.flag), columns);
  counted.lines += 1;
  addTo(counted.sums, keyOf(month, customer, currency, earned), amountOf(cell(columns.amount)));
}

const nothing = (): Counted => ({ lines: 0, sums: new Map() });

type Record = { cells: string[]; end: number };

/** One record from this place on, a letter at a time. */
function recordFrom(text: string, from: number, delimiter: string): Record {
  const cells: string[] = [];
  let cell = '';
  let quotes: 'none' | 'open' | 'closed' = 'none';
  let place = from;
  for (; place < text.length; place += 1) {
    const letter = text[place] ?? '';
    if (quotes === 'open') {
      if (letter !== '"') cell += letter;
      else if (text[place + 1] === '"') {
        cell += '"';
        place += 1;
      } else quotes = 'closed';
    } else if (letter === '"' && quotes === 'none' && cell.trim() === '') {
      quotes = 'open';
      cell = '';
    } else if (letter === delimiter) {
      cells.push(cell);
      cell = '';
      quotes = 'none';
    } else if (letter === '\n' || letter === '\r') break;
    else if (quotes === 'none') cell += letter;
  }
  cells.push(cell);
  const isPair = text[place] === '\r' && text[place + 1] === '\n';
  return { cells, end: Math.min(text.length, place + (isPair ? 2 : 1)) };
}

function physicalEnd(text: string, from: number): number {
  let place = from;
  while (place < text.length && text[place] !== '\n' && text[place] !== '\r') place += 1;
  return Math.min(text.length, place + (text[place] === '\r' && text[place + 1] === '\n' ? 2 : 1));
}

const countBreaks = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0;

/** By the number of its first line, whether a whole record was put aside or, where none could be told, a line. */
export type Rejected = ReadonlyMap<number, 'record' | 'line'>;

/** Of all lines but those that were put aside. */
export function sumOfCsv(bytes: Buffer, rejected: Rejected, columns: SummedColumns): Counted {
  const text = bytes.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '');
  const head = text.slice(0, physicalEnd(text, 0)).replace(/[\r\n]+$/, '');
  const delimiter = [',', ';', '\t', '|'].reduce((best, one) =>
    head.split(one).length > head.split(best).length ? one : best,
  );
  let from = 0;
  let line = 1;
  let headers: string[] | null = null;
  const counted = nothing();
  while (from < text.length) {
    const isRejected = rejected.has(line);
    const end =
      rejected.get(line) === 'line' ? physicalEnd(text, from) : recordFrom(text, from, delimiter).end;
    const raw = text.slice(from, end);
    if (raw.trim() !== '' && !isRejected) {
      const { cells } = recordFrom(text, from, delimiter);
      if (headers === null) headers = cells.map(plain);
      else {
        const named = headers;
        const place = (names: readonly string[]): number =>
          named.indexOf(names.find((name) => named.includes(name)) ?? '\0');
        addLine(counted, columns, (names) => cells[place(names)] ?? '');
      }
    }
    line += Math.max(1, countBreaks(raw));
    from = end;
  }
  return counted;
}

const isItem = (value: unknown): value is object => typeof value === 'object' && value !== null;

const cellText = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

function sumOfItems(items: readonly unknown[], columns: SummedColumns): Counted {
  const counted = nothing();
  for (const item of items.filter(isItem)) {
    const entries = Object.entries(item).map(([key, value]) => [plain(key), cellText(value)] as const);
    const cell = (names: readonly string[]): string =>
      entries.find(([key]) => names.includes(key))?.[1] ?? '';
    addLine(counted, columns, cell);
  }
  return counted;
}

export function sumOfJsonLines(bytes: Buffer, rejected: Rejected, columns: SummedColumns): Counted {
  const lines = bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .split('\n');
  const kept = lines.filter((text, index) => text.trim() !== '' && !rejected.has(index + 1));
  return sumOfItems(
    kept.map((text): unknown => JSON.parse(text)),
    columns,
  );
}

/** The list itself must be whole, or every line of it is put aside. */
export function sumOfJsonList(bytes: Buffer, rejected: Rejected, columns: SummedColumns): Counted | null {
  try {
    const parsed: unknown = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
    const lists = isItem(parsed) ? [parsed, ...Object.values(parsed)].filter(Array.isArray) : [];
    const [items = []] = lists;
    return sumOfItems(
      items.filter((_item: unknown, index: number) => !rejected.has(index + 1)),
      columns,
    );
  } catch {
    return null;
  }
}
