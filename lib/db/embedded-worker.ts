import { openAsBlob } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { useSimpleCompiler } from './simple-compiler.ts';
import type { FromWorker, ToWorker, WorkerInput } from './embedded-protocol.ts';

useSimpleCompiler();

if (parentPort === null) throw new Error('embedded-worker runs as a worker thread only');
const port = parentPort;
const say = (message: FromWorker): void => port.postMessage(message);
const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A connection that broke may have left its transaction open: there is one session for all of them. */
async function startSession(db: PGlite): Promise<void> {
  await db.exec('ROLLBACK');
  await db.exec('DISCARD ALL');
}

const ANSWER_BYTES = 64 * 1024;

function sayAnswer(chunks: readonly Uint8Array[], size: number): void {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  port.postMessage({ kind: 'answer', bytes } satisfies FromWorker, [bytes.buffer]);
}

/** As a stream: PGlite would parse the answer of a plain call, and never let go of its rows. */
async function query(db: PGlite, message: Uint8Array): Promise<void> {
  let held: Uint8Array[] = [];
  let size = 0;
  const flush = (): void => {
    if (size > 0) sayAnswer(held, size);
    held = [];
    size = 0;
  };
  const onRawData = (bytes: Uint8Array): void => {
    held.push(bytes.slice());
    size += bytes.length;
    if (size >= ANSWER_BYTES) flush();
  };
  await db.execProtocolRawStream(message, { onRawData });
  flush();
}

async function handle(db: PGlite, message: ToWorker): Promise<void> {
  if (message.kind === 'query') {
    await query(db, message.bytes);
  } else if (message.kind === 'new-session') {
    await startSession(db);
  } else if (message.kind === 'dump') {
    await writeFile(message.file, (await db.dumpDataDir('none')).stream());
    say({ kind: 'dumped' });
  } else {
    await db.close();
    say({ kind: 'closed' });
  }
}

/** One connection needs no cache as large as a server's of a hundred. */
const settings = (): string[] => [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB'];

async function open(input: WorkerInput): Promise<PGlite> {
  if (input.dataDir !== null) return PGlite.create({ dataDir: input.dataDir, startParams: settings() });
  if (input.dumpFile === null) return PGlite.create();
  return PGlite.create({ loadDataDir: await openAsBlob(input.dumpFile) });
}

async function serve(input: WorkerInput): Promise<void> {
  const db = await open(input);
  let last = Promise.resolve();
  port.on('message', (message: ToWorker) => {
    last = last
      .then(() => handle(db, message))
      .catch((error) => say({ kind: 'failed', message: textOf(error) }));
  });
  say({ kind: 'ready' });
}

// The main thread is the only one that starts this worker, and passes this shape.
serve(workerData as WorkerInput).catch((error: unknown) => say({ kind: 'failed', message: textOf(error) }));
