import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { tellFileReason } from '#lib/core/file-reasons.ts';
import { CostFileFailure } from './failure.ts';

/** More than a month of the largest partners. */
const LARGEST_UNPACKED = 64 * 2 ** 30;
/** Files of cost pack to a thirtieth at best; what grows more than this is made to fill a disk. */
const MOST_TIMES = 300;
const ALWAYS_ALLOWED = 64 * 2 ** 20;

/** How much may come out of one packed file, all that is packed in it together. */
export type Bound = {
  signal: AbortSignal;
  /** Set once too much came out. */
  readonly failure: CostFileFailure | null;
  stream: () => Transform;
};

export async function boundOf(path: string, signal: AbortSignal): Promise<Bound> {
  const { size } = await stat(path);
  const most = Math.min(LARGEST_UNPACKED, Math.max(ALWAYS_ALLOWED, size * MOST_TIMES));
  let bytes = 0;
  let failure: CostFileFailure | null = null;
  const stream = (): Transform =>
    new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length;
        if (bytes > most) {
          const mb = Math.floor(most / 2 ** 20);
          failure = new CostFileFailure(tellFileReason('too-large', { mb }));
        }
        done(failure, chunk);
      },
    });
  return {
    signal,
    stream,
    get failure() {
      return failure;
    },
  };
}

export async function unpackGzip(path: string, target: string, bound: Bound): Promise<void> {
  const { signal } = bound;
  try {
    await pipeline(createReadStream(path), createGunzip(), bound.stream(), createWriteStream(target), {
      signal,
    });
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof CostFileFailure) throw error;
    throw new CostFileFailure(tellFileReason('gzip-damaged', {}));
  }
}
