import type { BlobClient } from '@azure/storage-blob';
import { open, rename } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { AzureFailure } from '../failure.ts';

/** Each range is one call of its own, short enough for its time limit and small enough to hold. */
const RANGE_BYTES = 8 * 1_048_576;

const malformed = (message: string): AzureFailure =>
  new AzureFailure({ kind: 'malformed', source: 'storage', message });

type Range = { bytes: Buffer; totalBytes: number; etag: string | null };

const totalOf = (contentRange: string): number | null => {
  const total = /\/(\d+)$/.exec(contentRange)?.[1];
  return total === undefined ? null : Number(total);
};

/** The library checks the headers of an answer itself, in an error of its own. */
async function download(blob: BlobClient, offset: number, etag: string | null) {
  try {
    return await blob.download(offset, RANGE_BYTES, {
      maxRetryRequests: 0,
      // Of a blob written anew in between, the second half would not fit the first.
      conditions: etag === null ? {} : { ifMatch: etag },
    });
  } catch (error) {
    throw error instanceof RangeError ? malformed(error.message) : error;
  }
}

async function readRange(blob: BlobClient, offset: number, etag: string | null): Promise<Range> {
  const answer = await download(blob, offset, etag);
  if (answer.readableStreamBody === undefined) throw malformed('blob: no body');
  const bytes = await buffer(answer.readableStreamBody);
  const total = answer.contentRange === undefined ? bytes.length : totalOf(answer.contentRange);
  if (total === null) throw malformed('blob: Content-Range not understood');
  return { bytes, totalBytes: total, etag: answer.etag ?? null };
}

async function* readRanges(blob: BlobClient): AsyncGenerator<Buffer> {
  let offset = 0;
  let etag: string | null = null;
  for (;;) {
    const range: Range = await readRange(blob, offset, etag);
    yield range.bytes;
    offset += range.bytes.length;
    etag = range.etag;
    if (offset >= range.totalBytes) return;
    if (range.bytes.length === 0) throw malformed('blob: ends before its length');
  }
}

const GZIP = [0x1f, 0x8b];

/** Streams a blob into `${path}.csv` or `${path}.csv.gz`, by what it begins with, and tells which. */
export async function downloadBlob(blob: BlobClient, path: string): Promise<string> {
  const partial = `${path}.part`;
  let name = `${path}.csv`;
  const file = await open(partial, 'w');
  try {
    let first = true;
    for await (const bytes of readRanges(blob)) {
      if (first && GZIP.every((byte, at) => bytes[at] === byte)) name = `${path}.csv.gz`;
      first = false;
      await file.write(bytes);
    }
  } finally {
    await file.close();
  }
  await rename(partial, name);
  return name;
}

/** A small blob as text. */
export async function readBlobText(blob: BlobClient): Promise<string> {
  const parts: Buffer[] = [];
  for await (const bytes of readRanges(blob)) parts.push(bytes);
  return Buffer.concat(parts).toString('utf8');
}
