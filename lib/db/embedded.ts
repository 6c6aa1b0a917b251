import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import pg from 'pg';
import type { FromWorker, ToWorker, WorkerInput } from './embedded-protocol.ts';
import { EmbeddedStream } from './embedded-stream.ts';
import { lockFolder } from './lock.ts';
import { roomFile } from './room-file.ts';

export type Engine = { pool: pg.Pool; close: () => Promise<void> };

/** A transaction holds the only connection; whoever waits this long has asked for a second one inside of it. */
const WAIT_FOR_CONNECTION_MS = 60_000;

const WORKER_HEAP_MB = 256;

async function startWorker(input: WorkerInput): Promise<Worker> {
  const worker = new Worker(/* turbopackIgnore: true */ roomFile('embedded-worker.ts'), {
    workerData: input,
    // Its heap holds messages only; without a bound their garbage grows as large as the machine allows.
    resourceLimits: { maxOldGenerationSizeMb: WORKER_HEAP_MB },
    // What the main thread was started with, such as --eval, is not for this file.
    execArgv: [],
  });
  const { message } = await nextEvent(worker);
  if (message?.kind === 'ready') return worker;
  await worker.terminate();
  const reason = message?.kind === 'failed' ? message.message : 'its thread ended';
  throw new Error(`The embedded database did not start: ${reason}`);
}

async function nextEvent(worker: Worker): Promise<{ message: FromWorker | null }> {
  const waiting = new AbortController();
  const { signal } = waiting;
  // The worker sends nothing else.
  const said = once(worker, 'message', { signal }).then(([message]) => ({ message: message as FromWorker }));
  const ended = once(worker, 'exit', { signal }).then(() => ({ message: null }));
  try {
    return await Promise.race([said, ended]);
  } finally {
    waiting.abort();
    await Promise.allSettled([said, ended]);
  }
}

async function ask(worker: Worker, message: ToWorker): Promise<void> {
  worker.ref();
  const answered = nextEvent(worker);
  worker.postMessage(message);
  await answered;
}

async function stopWorker(worker: Worker): Promise<void> {
  if (worker.threadId !== -1) await ask(worker, { kind: 'close' });
  await worker.terminate();
}

function poolOf(worker: Worker): pg.Pool {
  const pool = new pg.Pool({
    max: 1,
    stream: () => new EmbeddedStream(worker),
    user: 'postgres',
    database: 'postgres',
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: WAIT_FOR_CONNECTION_MS,
    allowExitOnIdle: true,
  });
  worker.unref();
  // A broken connection has already failed its query; the pool replaces it.
  pool.on('error', () => undefined);
  return pool;
}

export type InMemoryEngine = Engine & { dump: (file: string) => Promise<void>; crash: () => Promise<void> };

/** For tests: nothing is kept. The dump of one database is where others can begin. */
export async function openInMemory(dumpFile: string | null): Promise<InMemoryEngine> {
  const worker = await startWorker({ dataDir: null, dumpFile });
  const pool = poolOf(worker);
  const close = async () => {
    await pool.end();
    await stopWorker(worker);
  };
  const crash = async () => void (await worker.terminate());
  return { pool, close, crash, dump: (file) => ask(worker, { kind: 'dump', file }) };
}

const MAKING = 'database.new';
const runProgram = promisify(execFile);

/**
 * It takes its place only when it is whole: a half-made database could not be opened again. Whoever makes one may outlive
 * a process that was killed, so each has a folder of its own.
 */
async function createDatabase(dataDir: string, folder: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    // Its maker may be at it still, and then leaves it for the next time.
    if (name.startsWith(MAKING)) await rm(join(dataDir, name), { recursive: true }).catch(() => undefined);
  }
  const making = join(dataDir, `${MAKING}${randomUUID()}`);
  const program = roomFile('embedded-create.ts');
  await runProgram(process.execPath, [/* turbopackIgnore: true */ program, making]);
  await rename(making, folder);
}

/** The folder belongs to one process at a time: two writers would destroy the database. */
export async function openEmbedded(dataDir: string, onLockLost: (error: Error) => void): Promise<Engine> {
  await mkdir(dataDir, { recursive: true });
  let worker: Worker | null = null;
  const lock = await lockFolder(dataDir, (error) => {
    void worker?.terminate();
    onLockLost(error);
  });
  const folder = join(dataDir, 'database');
  try {
    if (!existsSync(folder)) await createDatabase(dataDir, folder);
    worker = await startWorker({ dataDir: folder });
  } catch (error) {
    await lock.release();
    throw error;
  }
  const running = worker;
  const pool = poolOf(running);
  const close = async () => {
    await pool.end();
    await stopWorker(running);
    await lock.release();
  };
  return { pool, close };
}
