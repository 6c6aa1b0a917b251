import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { trust } from '#lib/azure/testing/certificates.ts';
import { closeDatabase } from '#lib/db/client.ts';
import { claimRun, launchRun, planFullRun, syncDeps } from '#lib/sync/entry.ts';
import { environmentFor } from '../simulator/description.ts';
import { startSimulator, type Simulator } from '../simulator/server.ts';
import { openFastClock } from '../simulator/virtual-clock.ts';

const RUNS_MS = 240_000;
const NIGHT_MS = 13 * 3_600_000;
const NOW_MS = Date.parse('2026-11-21T02:00:00Z');

let simulator: Simulator;
let folder: string;

type Run = { status: string; planned: string[]; reports: number };
const runs: Run[] = [];

/** A first run, one soon after, and two nights; what each had planned of cost, and how many reports it had made. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'older-months-'));
  const clock = openFastClock({ startMs: NOW_MS });
  simulator = await startSimulator({
    customers: 2,
    seed: 1,
    limits: 'off',
    clock,
    dir: join(folder, 'simulator'),
  });
  trust(simulator.caPem);
  Object.assign(process.env, environmentFor(simulator.description), { DATA_DIR: join(folder, 'data') });
  const deps = await syncDeps(clock);
  if (deps === null) throw new Error('Azure is not configured');
  for (const waitMs of [0, 0, NIGHT_MS, NIGHT_MS]) {
    clock.jump(waitMs);
    simulator.resetCalls();
    const { rows } = await planFullRun(deps);
    const planned = rows.flatMap(({ source, period }) =>
      source === 'costs' && period !== null ? [period] : [],
    );
    const { runId } = await claimRun(deps, 'test');
    const status = await launchRun(deps, runId).ended;
    const made = simulator.callRecords().filter(({ path }) => path.endsWith('generateCostDetailsReport'));
    runs.push({ status, planned, reports: made.length });
  }
}, RUNS_MS);

afterAll(async () => {
  await closeDatabase();
  await simulator.close();
  await rm(folder, { recursive: true, force: true });
});

it('leaves older months alone while somebody waits for the run', () => {
  expect(runs.slice(0, 2).map(({ planned }) => planned)).toEqual([[], ['2026-11']]);
});

it('reads each of them at night, once the open month is read, and never again', () => {
  const [, soon, night, next] = runs;
  expect(night?.planned[0]).toBe('2026-11');
  expect(night?.planned.slice(1)).toEqual([
    ...['2026-09', '2026-08', '2026-07', '2026-06', '2026-05', '2026-04'],
    ...['2026-03', '2026-02', '2026-01', '2025-12', '2025-11'],
  ]);
  expect(night?.reports).toBe((soon?.reports ?? 0) * (night?.planned.length ?? 0));
  expect(next).toEqual(soon);
});

it('ends each run whole', () => {
  expect(new Set(runs.map(({ status }) => status))).toEqual(new Set(['complete']));
});
