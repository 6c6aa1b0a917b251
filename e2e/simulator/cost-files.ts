import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { createGzip } from 'node:zlib';
import { finished } from 'node:stream/promises';
import type { CsvForm, CsvLine } from './cost-details-csv.ts';

export type CsvPart = { file: string; bytes: number; rows: number };
export type CsvFiles = { rows: number; parts: readonly CsvPart[] };

type CsvOrder = {
  /** The same key is the same data, written once. */
  key: string;
  form: CsvForm;
  lines: () => Iterable<CsvLine>;
  compressed: boolean;
  /** Some tools mark the beginning of a file so. */
  byteOrderMark: boolean;
  rowsPerPart: number;
};

export type CostFiles = {
  write(order: CsvOrder): Promise<CsvFiles>;
  close(): Promise<void>;
};

/** Writes cost data to a temporary folder, so that a month of thousands of subscriptions needs no memory. */
export function makeCostFiles(): CostFiles {
  const written = new Map<string, Promise<CsvFiles>>();
  let folder: Promise<string> | null = null;
  let number = 0;
  return {
    write(order) {
      const known = written.get(order.key);
      if (known !== undefined) return known;
      folder ??= mkdtemp(join(tmpdir(), 'simulated-cost-'));
      const writing = folder.then((path) => writeParts(order, () => join(path, String(++number))));
      written.set(order.key, writing);
      return writing;
    },
    async close() {
      if (folder === null) return;
      await Promise.allSettled(written.values());
      await rm(await folder, { recursive: true, force: true });
    },
  };
}

async function writeParts(order: CsvOrder, nextFile: () => string): Promise<CsvFiles> {
  const parts: CsvPart[] = [];
  let rows = 0;
  const lines = order.lines()[Symbol.iterator]();
  for (let first = lines.next(); first.done !== true; first = lines.next()) {
    const part = await writePart(nextFile(), order, first.value, lines);
    parts.push(part);
    rows += part.rows;
  }
  return { rows, parts };
}

const ROWS_AT_ONCE = 2000;

async function writePart(
  file: string,
  { form, compressed, byteOrderMark, rowsPerPart }: CsvOrder,
  first: CsvLine,
  rest: Iterator<CsvLine>,
): Promise<CsvPart> {
  const target = createWriteStream(file);
  const stream = compressed ? createGzip({ level: 1 }) : target;
  if (stream !== target) stream.pipe(target);
  let text = `${byteOrderMark ? '\uFEFF' : ''}${form.header}\r\n`;
  let rows = 0;
  const flush = async (): Promise<void> => {
    if (!stream.write(text)) await once(stream, 'drain');
    text = '';
    // Other calls are answered meanwhile.
    await breathe();
  };
  for (const line of takeUpTo(rowsPerPart, first, rest)) {
    text += `${form.rowOf(line)}\r\n`;
    rows += 1;
    if (rows % ROWS_AT_ONCE === 0) await flush();
  }
  await flush();
  stream.end();
  await finished(target);
  return { file, rows, bytes: (await stat(file)).size };
}

function* takeUpTo(most: number, first: CsvLine, rest: Iterator<CsvLine>): Generator<CsvLine> {
  let taken = 0;
  for (let line: CsvLine | null = first; line !== null; line = nextOf(rest)) {
    yield line;
    taken += 1;
    if (taken === most) return;
  }
}

const nextOf = (lines: Iterator<CsvLine>): CsvLine | null => {
  const { value, done } = lines.next();
  return done === true ? null : value;
};
