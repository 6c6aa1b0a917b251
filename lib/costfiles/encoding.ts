import { isUtf8 } from 'node:buffer';
import { createReadStream, createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Dialect } from './csv-records.ts';

const startsWith = (head: Buffer, bytes: readonly number[]): boolean =>
  head.length >= bytes.length && bytes.every((byte, at) => head[at] === byte);

export type WideEncoding = 'utf-16le' | 'utf-16be';

/** Two bytes for each letter, told by the mark in front or by the zeros of plain letters; null for all others. */
export function wideEncodingOf(head: Buffer): WideEncoding | null {
  if (startsWith(head, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(head, [0xfe, 0xff])) return 'utf-16be';
  if (head.length < 4) return null;
  if (head[0] !== 0 && head[1] === 0 && head[2] !== 0 && head[3] === 0) return 'utf-16le';
  return head[0] === 0 && head[1] !== 0 && head[2] === 0 && head[3] !== 0 ? 'utf-16be' : null;
}

export async function writeAsUtf8(
  path: string,
  { encoding, target, signal }: { encoding: WideEncoding; target: string; signal: AbortSignal },
): Promise<void> {
  const decoder = new TextDecoder(encoding);
  const decode = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, decoder.decode(chunk, { stream: true }));
    },
    flush(done) {
      done(null, decoder.decode());
    },
  });
  await pipeline(createReadStream(path), decode, createWriteStream(target), { signal });
}

const NEWLINE = 0x0a;
const isBeyondAscii = (bytes: Buffer): boolean => /[\u0080-\u00ff]/.test(bytes.toString('latin1'));

/**
 * Windows-1252 where letters beyond ASCII are never those of UTF-8; where some are, it is UTF-8, and lines of another
 * encoding are damaged ones.
 */
export async function encodingOf(path: string, signal: AbortSignal): Promise<Dialect['encoding']> {
  let hasForeign = false;
  let rest = Buffer.alloc(0);
  const isForeign = (bytes: Buffer): boolean | null => (isBeyondAscii(bytes) ? !isUtf8(bytes) : null);
  for await (const chunk of createReadStream(path, { signal, highWaterMark: 1_048_576 })) {
    const bytes = Buffer.concat([rest, chunk as Buffer]);
    const end = bytes.lastIndexOf(NEWLINE) + 1;
    rest = Buffer.from(end === 0 ? bytes.subarray(-1_048_576) : bytes.subarray(end));
    if (!isBeyondAscii(bytes.subarray(0, end))) continue;
    for (const line of linesOf(bytes.subarray(0, end))) {
      const foreign = isForeign(line);
      if (foreign === false) return 'utf-8';
      hasForeign ||= foreign === true;
    }
  }
  const last = isForeign(rest);
  return last === false || (!hasForeign && last === null) ? 'utf-8' : 'windows-1252';
}

function* linesOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(NEWLINE, at);
    if (end === -1) return yield bytes.subarray(at);
    yield bytes.subarray(at, end + 1);
    at = end + 1;
  }
}
