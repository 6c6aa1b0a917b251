import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { CostFileFailure } from './failure.ts';
import { listOf, quoteText } from './scanner.ts';

const HEAD_BYTES = 65_536;
/** More than a month of the largest partners; a small file that unpacks to more is an attack. */
const LARGEST_UNPACKED = 64 * 2 ** 30;

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

const boundedTo = (limit: number): Transform => {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      done(size > limit ? new CostFileFailure('The file unpacks to more than 64 GB.') : null, chunk);
    },
  });
};

async function unpack(path: string, target: string): Promise<void> {
  try {
    await pipeline(
      createReadStream(path),
      createGunzip(),
      boundedTo(LARGEST_UNPACKED),
      createWriteStream(target),
    );
  } catch (error) {
    if (error instanceof CostFileFailure) throw error;
    throw new CostFileFailure('The compressed file is damaged or cut off. Download it again.');
  }
}

async function toUtf8(path: string, encoding: 'utf-16le' | 'utf-16be', target: string): Promise<void> {
  const decoder = new TextDecoder(encoding);
  const decode = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, decoder.decode(chunk, { stream: true }));
    },
    flush(done) {
      done(null, decoder.decode());
    },
  });
  await pipeline(createReadStream(path), decode, createWriteStream(target));
}

export type PreparedFile = { source: string; isCommaDecimal: boolean };

/** Brings a file into a form that the database reads: what it selects from, and how numbers are written in it. */
export async function prepareFile(given: string, folder: string): Promise<PreparedFile> {
  await mkdir(folder, { recursive: true });
  let path = given;
  let head = await readHead(path);
  if (startsWith(head, [0x1f, 0x8b])) {
    path = join(folder, 'unpacked');
    await unpack(given, path);
    head = await readHead(path);
  }
  if (head.length === 0) throw new CostFileFailure('The file is empty.');
  if (startsWith(head, [0x50, 0x4b])) {
    throw new CostFileFailure('This is a zip archive or a workbook. Unpack it, and import the CSV in it.');
  }
  if (startsWith(head, [0x50, 0x41, 0x52, 0x31])) {
    return { source: `read_parquet(${listOf([path])})`, isCommaDecimal: false };
  }
  const encoding = encodingOf(head);
  if (encoding !== 'utf-8') {
    const target = join(folder, 'utf-8');
    await toUtf8(path, encoding, target);
    path = target;
    head = await readHead(path);
  }
  return csvOf(path, head);
}

function encodingOf(head: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (startsWith(head, [0xff, 0xfe])) return 'utf-16le';
  return startsWith(head, [0xfe, 0xff]) ? 'utf-16be' : 'utf-8';
}

const DELIMITERS = [',', ';', '\t', '|'] as const;

function csvOf(path: string, head: Buffer): PreparedFile {
  const [first = ''] = head.toString('utf8').split(/\r?\n/, 1);
  if (first.includes('\0')) throw new CostFileFailure('The file is neither text nor Parquet.');
  if (/^\uFEFF?\s*</.test(first)) {
    throw new CostFileFailure('This is a web page, not a file of cost. Sign in and download it again.');
  }
  const counts = DELIMITERS.map((delimiter) => [delimiter, first.split(delimiter).length] as const);
  const [delimiter] = counts.reduce((best, one) => (one[1] > best[1] ? one : best));
  return {
    source: `read_csv(${listOf([path])}, all_varchar = true, header = true, delim = ${quoteText(delimiter)}, quote = '"', escape = '"', nullstr = '', max_line_size = 1048576, buffer_size = 4194304, null_padding = false)`,
    isCommaDecimal: delimiter === ';' || delimiter === '\t',
  };
}
