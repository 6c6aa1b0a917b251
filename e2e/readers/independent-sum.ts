import { requireDecimal, ZERO, type Decimal } from '#lib/core/money.ts';

/** What lines of a file add up to, read letter by letter and by no code of the product. */
export type Counted = { lines: number; total: Decimal };

const AMOUNT = 'billingpretaxtotal';
const plain = (header: string): string => header.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** The last mark parts decimals, and any other groups thousands. */
function amountOf(text: string): Decimal {
  const trimmed = text.trim();
  const mark = Math.max(trimmed.lastIndexOf('.'), trimmed.lastIndexOf(','));
  if (mark === -1) return requireDecimal(trimmed);
  return requireDecimal(`${trimmed.slice(0, mark).replaceAll(/[.,]/g, '')}.${trimmed.slice(mark + 1)}`);
}

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
export function sumOfCsv(bytes: Buffer, rejected: Rejected): Counted {
  const text = bytes.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '');
  const head = text.slice(0, physicalEnd(text, 0)).replace(/[\r\n]+$/, '');
  const delimiter = [',', ';', '\t', '|'].reduce((best, one) =>
    head.split(one).length > head.split(best).length ? one : best,
  );
  let from = 0;
  let line = 1;
  let column: number | null = null;
  let [lines, total] = [0, ZERO];
  while (from < text.length) {
    const isRejected = rejected.has(line);
    const end =
      rejected.get(line) === 'line' ? physicalEnd(text, from) : recordFrom(text, from, delimiter).end;
    const raw = text.slice(from, end);
    if (raw.trim() !== '' && !isRejected) {
      const { cells } = recordFrom(text, from, delimiter);
      if (column === null) column = cells.findIndex((cell) => plain(cell) === AMOUNT);
      else {
        lines += 1;
        total = total.plus(amountOf(cells[column] ?? ''));
      }
    }
    line += Math.max(1, countBreaks(raw));
    from = end;
  }
  return { lines, total };
}

const isItem = (value: unknown): value is object => typeof value === 'object' && value !== null;

function amountIn(item: object): Decimal {
  const [, value] = Object.entries(item).find(([key]) => plain(key) === AMOUNT) ?? [];
  return requireDecimal(String(value));
}

export function sumOfItems(items: readonly unknown[]): Counted {
  const amounts = items.filter(isItem).map(amountIn);
  return { lines: amounts.length, total: amounts.reduce((sum, one) => sum.plus(one), ZERO) };
}

export function sumOfJsonLines(bytes: Buffer, rejected: Rejected): Counted {
  const lines = bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .split('\n');
  const kept = lines.filter((text, index) => text.trim() !== '' && !rejected.has(index + 1));
  return sumOfItems(kept.map((text): unknown => JSON.parse(text)));
}

/** The list itself must be whole, or every line of it is put aside. */
export function sumOfJsonList(bytes: Buffer, rejected: Rejected): Counted | null {
  try {
    const parsed: unknown = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
    const lists = isItem(parsed) ? [parsed, ...Object.values(parsed)].filter(Array.isArray) : [];
    const [items = []] = lists;
    return sumOfItems(items.filter((_item: unknown, index: number) => !rejected.has(index + 1)));
  } catch {
    return null;
  }
}
