import type { BlobClient } from '@azure/storage-blob';
import { open, rename, stat } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import type { KeptAnswers } from '../caller.ts';
import { AzureFailure } from '../failure.ts';

/** Each range is one call of its own, short enough for its time limit and small enough to hold. */
const RANGE_BYTES = 8 * 1_048_576;

const malformed = (message: string, status: number | null = null): AzureFailure =>
  new AzureFailure({ kind: 'malformed', source: 'storage', status, message });

type Range = { bytes: Buffer; totalBytes: number; etag: string | null };

const totalOf = (contentRange: string): number | null => {
  const total = /\/(\d+)$/.exec(contentRange)?.[1];
  return total === undefined ? null : Number(total);
};

/** What the status says of a blob that was just listed or linked: of the right to read it, it says nothing. */
const CHANGES = new Map([
  [404, 'blob: gone since it was listed'],
  [412, 'blob: written anew while it was read'],
]);

/** The library checks the headers of an answer itself, in an error of its own. */
async function download(blob: BlobClient, offset: number, etag: string | null) {
  try {
    return await blob.download(offset, RANGE_BYTES, {
      maxRetryRequests: 0,
      // Of a blob written anew in between, the second half would not fit the first.
      conditions: etag === null ? {} : { ifMatch: etag },
    });
  } catch (error) {
    if (error instanceof RangeError) throw malformed(error.message);
    const status = error instanceof AzureFailure ? error.status : null;
    const change = CHANGES.get(status ?? 0);
    throw change === undefined ? error : malformed(change, status);
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

/** How far a blob has been read, and which version of it. */
type Place = { offset: number; etag: string | null };

async function* readRanges(blob: BlobClient, from: Place): AsyncGenerator<Range> {
  let { offset, etag } = from;
  for (;;) {
    const range: Range = await readRange(blob, offset, etag);
    yield range;
    offset += range.bytes.length;
    etag = range.etag;
    if (offset >= range.totalBytes) return;
    if (range.bytes.length === 0) throw malformed('blob: ends before its length');
  }
}

const START: Place = { offset: 0, etag: null };

const GZIP = [0x1f, 0x8b];

async function isCompressed(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer: first, bytesRead } = await file.read(Buffer.alloc(GZIP.length), 0, GZIP.length, 0);
    return bytesRead === GZIP.length && GZIP.every((byte, at) => first[at] === byte);
  } finally {
    await file.close();
  }
}

const sizeOf = (path: string): Promise<number | null> =>
  stat(path).then(
    ({ size }) => size,
    () => null,
  );

const begunPart = z.object({ etag: z.string().nullable(), totalBytes: z.number() });

/** What is at hand of a download that was cut short; null: nothing that could be gone on with. */
async function findBegun(
  kept: string | null,
  partial: string,
): Promise<(Place & { isWhole: boolean }) | null> {
  if (kept === null) return null;
  const { etag, totalBytes } = begunPart.parse(JSON.parse(kept));
  const offset = await sizeOf(partial);
  return etag === null || offset === null ? null : { offset, etag, isWhole: offset >= totalBytes };
}

/** Streams a blob into `${path}.csv` or `${path}.csv.gz`, by what it begins with, and tells which. */
export async function downloadBlob(blob: BlobClient, path: string, answers: KeptAnswers): Promise<string> {
  const [partial, question] = [`${path}.part`, `part ${path}`];
  const kept = await answers.find(question);
  for (const name of kept === null ? [] : [`${path}.csv`, `${path}.csv.gz`]) {
    if ((await sizeOf(name)) !== null) return name;
  }
  const begun = await findBegun(kept, partial);
  if (begun?.isWhole !== true) {
    const file = await open(partial, begun === null ? 'w' : 'a');
    let isKept = begun !== null;
    try {
      for await (const { bytes, etag, totalBytes } of readRanges(blob, begun ?? START)) {
        await file.write(bytes);
        if (!isKept) await answers.keep(question, JSON.stringify({ etag, totalBytes }));
        isKept = true;
      }
    } finally {
      await file.close();
    }
  }
  const name = (await isCompressed(partial)) ? `${path}.csv.gz` : `${path}.csv`;
  await rename(partial, name);
  return name;
}

/** A small blob as text. */
export async function readBlobText(blob: BlobClient): Promise<string> {
  const parts: Buffer[] = [];
  for await (const { bytes } of readRanges(blob, START)) parts.push(bytes);
  return Buffer.concat(parts).toString('utf8');
}
