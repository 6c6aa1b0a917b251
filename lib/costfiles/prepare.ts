import { mkdir, open, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { tellFileReason, THE_FILE } from '#lib/core/file-reasons.ts';
import { unpackArchive } from './archive.ts';
import { plainHeader } from './columns.ts';
import { readRecords } from './csv-records.ts';
import { wideEncodingOf, writeAsUtf8 } from './encoding.ts';
import { chooseFiles, listFolder, type NamedFile } from './export-folder.ts';
import { CostFileFailure } from './failure.ts';
import { boundOf, unpackGzip, type Bound } from './unpacking.ts';

/** Ours, for the number of a line beside the columns of a file. */
export const LINE_COLUMN = 'line of the file';

const HEAD_BYTES = 262_144;
const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** The beginning of a file tells its form, whatever its name says. */
async function readHead(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

const startsWith = (head: Buffer, bytes: readonly number[]): boolean =>
  bytes.every((byte, at) => head[at] === byte);
const isGzip = (head: Buffer): boolean => startsWith(head, [0x1f, 0x8b]);
const isArchive = (head: Buffer): boolean =>
  startsWith(head, [0x50, 0x4b, 3, 4]) || startsWith(head, [0x50, 0x4b, 5, 6]);
const isParquet = (head: Buffer): boolean => startsWith(head, [0x50, 0x41, 0x52, 0x31]);

export type CsvPart = {
  form: 'csv';
  name: string;
  path: string;
  /** Each of them once; where a file names a column twice the second has a number. */
  headers: readonly string[];
  /** Names, in their plain form, that more than one column has. */
  twice: readonly string[];
  delimiter: string;
  /** Bytes before the first header. */
  offset: number;
  /** Some of its first lines. */
  sample: readonly (readonly string[])[];
};
export type Part =
  | CsvPart
  | { form: 'json'; name: string; path: string; offset: number; head: string }
  | { form: 'parquet'; name: string; path: string };

export type Prepared = {
  parts: readonly Part[];
  /** Lines that a manifest promises; null where there is none. */
  rows: number | null;
  isAmortised: boolean;
};

type Place = { folder: string; signal: AbortSignal };

/** Brings what was given, a file, an archive or a folder, into parts that can be read. */
export async function prepareFile(given: string, { folder, signal }: Place): Promise<Prepared> {
  await mkdir(folder, { recursive: true });
  if ((await stat(given)).isDirectory()) return prepareFiles(await listFolder(given), { folder, signal });
  const head = await readHead(given);
  if (isArchive(head)) {
    const bound = await boundOf(given, signal);
    const entries = await unpackArchive(given, join(folder, 'archive'), bound);
    return prepareFiles(entries, { folder, signal }, bound);
  }
  const part = await partOf(
    { name: '', path: given },
    { folder, signal, bound: await boundOf(given, signal) },
  );
  return { parts: [part], rows: null, isAmortised: false };
}

async function prepareFiles(
  files: readonly NamedFile[],
  { folder, signal }: Place,
  bound: Bound | null = null,
): Promise<Prepared> {
  const chosen = await chooseFiles(files);
  if (chosen.files.length === 0) throw new CostFileFailure(tellFileReason('no-file', {}));
  return { ...chosen, parts: await partsOf(chosen.files, { folder, signal }, bound) };
}

/** What Azure answered with: each file counts. */
export async function prepareFetched(paths: readonly string[], place: Place): Promise<Part[]> {
  await mkdir(place.folder, { recursive: true });
  return partsOf(
    paths.map((path) => ({ name: basename(path), path })),
    place,
    null,
  );
}

async function partsOf(
  files: readonly NamedFile[],
  { folder, signal }: Place,
  bound: Bound | null,
): Promise<Part[]> {
  const parts: Part[] = [];
  for (const [index, file] of files.entries()) {
    const place = join(folder, String(index));
    await mkdir(place, { recursive: true });
    const own = bound ?? (await boundOf(file.path, signal));
    parts.push(await partOf(file, { folder: place, signal, bound: own }));
  }
  return parts;
}

async function partOf({ name, path }: NamedFile, place: Place & { bound: Bound }): Promise<Part> {
  const head = await readHead(path);
  if (!isGzip(head)) return textOrParquet({ name, path }, head, place);
  const target = join(place.folder, 'unpacked');
  await unpackGzip(path, target, place.bound);
  return textOrParquet({ name, path: target }, await readHead(target), place);
}

async function textOrParquet({ name, path }: NamedFile, head: Buffer, place: Place): Promise<Part> {
  if (head.length === 0) throw new CostFileFailure(tellFileReason('empty', { file: of(name) }));
  if (isArchive(head) || isGzip(head)) {
    throw new CostFileFailure(tellFileReason('nested', { file: of(name) }));
  }
  if (isParquet(head)) return { form: 'parquet', name, path };
  const encoding = wideEncodingOf(head);
  if (encoding === null) return textOf({ name, path }, head);
  const target = join(place.folder, 'utf-8');
  await writeAsUtf8(path, { encoding, target, signal: place.signal });
  return textOf({ name, path: target }, await readHead(target));
}

const of = (name: string): string => (name === '' ? THE_FILE : name);

async function textOf({ name, path }: NamedFile, head: Buffer): Promise<Part> {
  const offset = head.subarray(0, 3).equals(MARK) ? 3 : 0;
  const text = head.subarray(offset).toString('latin1');
  const [first = ''] = text.split(/\r\n|\n|\r/, 1);
  if (first.includes('\0')) throw new CostFileFailure(tellFileReason('not-text', { file: of(name) }));
  if (/^\s*</.test(text)) {
    throw new CostFileFailure(tellFileReason('web-page', { file: of(name) }));
  }
  if (/^\s*[[{]/.test(text)) return { form: 'json', name, path, offset, head: text };
  return csvOf({ name, path }, head.subarray(offset), offset);
}

const DELIMITERS = [',', ';', '\t', '|'] as const;

async function csvOf({ name, path }: NamedFile, head: Buffer, offset: number): Promise<CsvPart> {
  const [first = ''] = head.toString('latin1').split(/\r\n|\n|\r/, 1);
  const counts = DELIMITERS.map((delimiter) => [delimiter, first.split(delimiter).length] as const);
  const [delimiter] = counts.reduce((best, one) => (one[1] > best[1] ? one : best));
  const records = (
    await Array.fromAsync(readRecords(chunksOf(head), { delimiter, encoding: 'utf-8', width: null }))
  ).flat();
  const [header, ...lines] = records;
  if (header === undefined || header.cells === null) {
    throw new CostFileFailure(tellFileReason('no-head', { file: of(name) }));
  }
  const sample = lines.flatMap(({ cells }) => (cells === null ? [] : [cells]));
  requireNames(of(name), header.cells, sample);
  const plain = header.cells.map(plainHeader);
  const twice = plain.filter((one, index) => plain.indexOf(one) !== index);
  return { form: 'csv', name, path, headers: eachOnce(header.cells), twice, delimiter, offset, sample };
}

/** One empty cell too many at the end of a line is a slip; in most lines it is a column whose name was lost. */
function requireNames(file: string, header: readonly string[], sample: CsvPart['sample']): void {
  const longer = sample.filter((cells) => cells.length === header.length + 1);
  if (longer.length <= sample.length / 2) return;
  throw new CostFileFailure(
    tellFileReason('short-head', { file, names: header.length, cells: header.length + 1 }),
  );
}

async function* chunksOf(head: Buffer): AsyncGenerator<Buffer> {
  yield head;
}

/** The database tells columns apart without regard to case. */
function eachOnce(headers: readonly string[]): string[] {
  const seen = new Set<string>([LINE_COLUMN]);
  return headers.map((header, index) => {
    const name = header.trim();
    const isNew = name !== '' && !seen.has(name.toLowerCase());
    seen.add(name.toLowerCase());
    return isNew ? name : `${name} ${index + 1}`;
  });
}
