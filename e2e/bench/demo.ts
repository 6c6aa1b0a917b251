import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { environmentFor } from '../simulator/description.ts';
import { spawnSimulator } from './simulator-process.ts';

const CUSTOMERS = 40;
const FIRST_SYNC = fileURLToPath(new URL('./first-sync.ts', import.meta.url));

/** Calls, time and memory of the first sync of 40 customers, in real time, with Azure's limits on. */
export async function benchDemo(): Promise<object> {
  const folder = await mkdtemp(join(tmpdir(), 'pecboard-bench-'));
  const simulator = await spawnSimulator([
    ...['--customers', String(CUSTOMERS)],
    ...['--seed', '1'],
    ...['--limits', 'azure'],
    ...['--dir', join(folder, 'simulator')],
  ]);
  try {
    const { description } = simulator;
    const env = { ...process.env, ...environmentFor(description), DATA_DIR: join(folder, 'data') };
    const child = spawn(process.execPath, [...process.execArgv, FIRST_SYNC, description.url], {
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const ended = once(child, 'exit');
    const figures = await text(child.stdout);
    const [code] = await ended;
    if (code !== 0) throw new Error(`the first sync ended with code ${String(code)}`);
    return { customers: CUSTOMERS, limits: 'azure', ...(JSON.parse(figures) as object) };
  } finally {
    await simulator.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
