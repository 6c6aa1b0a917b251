import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { trust } from '#lib/azure/testing/certificates.ts';
import { closeDatabase } from '#lib/db/client.ts';
import { listSteps } from '#lib/db/runs.ts';
import { EVERY_CUSTOMER } from '#lib/db/visible-customers.ts';
import { claimRun, launchRun, planFullRun, syncDeps } from '#lib/sync/entry.ts';
import type { CostWay } from '../simulator/cost-ways.ts';
import { environmentFor } from '../simulator/description.ts';
import { startSimulator, type Simulator } from '../simulator/server.ts';
import { openFastClock } from '../simulator/virtual-clock.ts';

const RUNS_MS = 480_000;
export const NIGHT_MS = 13 * 3_600_000;
const NOW_MS = Date.parse('2026-11-21T02:00:00Z');
export const OLDER = [
  ...['2026-09', '2026-08', '2026-07', '2026-06', '2026-05', '2026-04'],
  ...['2026-03', '2026-02', '2026-01', '2025-12', '2025-11'],
];

export type Run = {
  status: string;
  planned: string[];
  reports: number;
  queries: number;
  /** Customers whose own cost was queried, each as often as it was. */
  queried: string[];
  /** Customers of whom the run says that their cost is refused, each once. */
  refused: string[];
};
type Partner = { ways: readonly CostWay[]; customers?: number };

/** Runs after waits: what each had planned of cost, and what it asked for. Once in a process, which has one setup. */
export function useRuns({ ways, customers = 2 }: Partner, waitsMs: readonly number[]): Run[] {
  const runs: Run[] = [];
  let simulator: Simulator;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'older-months-'));
    const clock = openFastClock({ startMs: NOW_MS });
    simulator = await startSimulator({
      ...{ customers, seed: 1, limits: 'off', clock, dir: join(folder, 'simulator') },
      costWays: { everywhere: ways, at: new Map() },
    });
    trust(simulator.caPem);
    Object.assign(process.env, environmentFor(simulator.description), { DATA_DIR: join(folder, 'data') });
    const deps = await syncDeps(clock);
    if (deps === null) throw new Error('Azure is not configured');
    for (const waitMs of waitsMs) {
      clock.jump(waitMs);
      simulator.resetCalls();
      const { rows } = await planFullRun(deps);
      const planned = rows.flatMap(({ source, period }) =>
        source === 'costs' && period !== null ? [period] : [],
      );
      const { runId } = await claimRun(deps, 'test');
      const status = await launchRun(deps, runId).ended;
      const made = (what: string): number =>
        simulator.callRecords().filter(({ path }) => path.endsWith(what)).length;
      const queried = simulator
        .callRecords()
        .flatMap(({ path }) => /\/customers\/([^/]+)\/.*\/query$/i.exec(path)?.[1] ?? []);
      const counts = { reports: made('generateCostDetailsReport'), queries: made('/query') };
      const steps = await listSteps(deps.db, runId, EVERY_CUSTOMER);
      const refused = new Set(
        steps.flatMap(({ source, status: at, tenantId }) =>
          source === 'costs' && at === 'forbidden' && tenantId !== '' ? [tenantId] : [],
        ),
      );
      runs.push({ status, planned, ...counts, queried, refused: [...refused] });
    }
  }, RUNS_MS);
  afterAll(async () => {
    await closeDatabase();
    await simulator.close();
    await rm(folder, { recursive: true, force: true });
  });
  return runs;
}
