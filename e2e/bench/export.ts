import { performance } from 'node:perf_hooks';
import { startStack, type Stack } from '../stack.ts';
import { PER_CUSTOMER, sizeOf, withFilledPostgres } from './filled-store.ts';
import { signIn } from './signed-in.ts';

const CUSTOMERS = 10_000;
const RUNS = 3;
const FILES = ['csv', 'xlsx'] as const;

type Taken = { seconds: number; firstByteSeconds: number; megabytes: number; pieces: number; lines: number };

/** As a browser takes it; `lines` counts the ends of lines of what is text. */
async function take(url: URL, cookie: string): Promise<Taken> {
  const begun = performance.now();
  const since = (): number => Number(((performance.now() - begun) / 1000).toFixed(2));
  const answer = await fetch(url, { headers: { cookie } });
  if (answer.status !== 200 || answer.body === null) throw new Error(`${url.href} answered ${answer.status}`);
  let [firstByteSeconds, bytes, pieces, lines] = [0, 0, 0, 0];
  // What fetch gives here.
  for await (const piece of answer.body as ReadableStream<Uint8Array>) {
    if (pieces === 0) firstByteSeconds = since();
    pieces += 1;
    bytes += piece.length;
    for (const byte of piece) if (byte === 10) lines += 1;
  }
  return {
    seconds: since(),
    firstByteSeconds,
    megabytes: Number((bytes / 2 ** 20).toFixed(1)),
    pieces,
    lines,
  };
}

async function takeAll(stack: Stack): Promise<object> {
  const cookie = await signIn(stack, 0);
  const figures: Record<string, Taken[]> = {};
  for (const format of FILES) {
    const url = new URL(`/api/v1/subscriptions/export?format=${format}&sort=name`, stack.url);
    const runs: Taken[] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await take(url, cookie));
    figures[format] = runs;
    process.stderr.write(`${format} ${JSON.stringify(runs)}\n`);
  }
  return figures;
}

/** Files of 50,000 rows over HTTP. */
export function benchExport(): Promise<object> {
  const sized = sizeOf(CUSTOMERS);
  return withFilledPostgres(sized, async (options) => {
    const stack = await startStack({ ...options, signIn: 'entra' });
    try {
      return { rows: sized.customers * PER_CUSTOMER, ...(await takeAll(stack)) };
    } finally {
      await stack.close();
    }
  });
}
