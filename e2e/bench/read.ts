import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { environmentFor } from '../simulator/description.ts';
import { withPostgres } from '../postgres.ts';
import { spawnSimulator } from './simulator-process.ts';

const CUSTOMERS = 1_000;
const SUBSCRIPTIONS_EACH = 5;
const SIZE = { customers: CUSTOMERS, subscriptions: CUSTOMERS * SUBSCRIPTIONS_EACH };

const fileOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/**
 * A complete read of 1,000 customers and 5,000 subscriptions. Calls, waits and clock time come from a process that
 * shares a fast clock with the simulator, with Azure's limits on; memory from one that holds the sync alone.
 */
export async function benchRead(): Promise<object> {
  const folder = await mkdtemp(join(tmpdir(), 'pecboard-bench-'));
  try {
    const size = [String(CUSTOMERS), String(SUBSCRIPTIONS_EACH)];
    const withLimits = await run(fileOf('./read-with-limits.ts'), [...size, join(folder, 'limits')], {});
    return { ...SIZE, withLimits, alone: await measureAlone(join(folder, 'alone'), {}) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The memory of that read alone, with the database inside the process and with one beside it. */
export async function benchReadMemory(): Promise<object> {
  const folder = await mkdtemp(join(tmpdir(), 'pecboard-bench-'));
  try {
    const embedded = await measureAlone(join(folder, 'embedded'), {});
    const postgres = await withPostgres((url) =>
      measureAlone(join(folder, 'postgres'), { DATABASE_URL: url }),
    );
    return { ...SIZE, embedded, postgres };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureAlone(folder: string, database: Record<string, string>): Promise<object> {
  const simulator = await spawnSimulator([
    ...['--customers', String(CUSTOMERS)],
    ...['--subscriptions-each', String(SUBSCRIPTIONS_EACH)],
    ...['--seed', '1'],
    ...['--limits', 'off'],
    ...['--dir', join(folder, 'simulator')],
  ]);
  try {
    const { description } = simulator;
    const env = { ...environmentFor(description), DATA_DIR: join(folder, 'data'), ...database };
    return await run(fileOf('./first-sync.ts'), [description.url], env);
  } finally {
    await simulator.stop();
  }
}

async function run(file: string, args: readonly string[], env: Record<string, string>): Promise<object> {
  const child = spawn(process.execPath, [...process.execArgv, file, ...args], {
    env: { ...process.env, LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const printed = await text(child.stdout);
  const [code] = await ended;
  if (code !== 0) throw new Error(`${file} ended with code ${String(code)}`);
  // Its last line: the figures that it prints.
  return JSON.parse(printed.trim().split('\n').at(-1) ?? '{}') as object;
}
