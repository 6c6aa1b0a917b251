import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { trust } from '#lib/azure/testing/certificates.ts';
import { parseTenantId } from '#lib/core/ids.ts';
import { closeDatabase, database } from '#lib/db/client.ts';
import { findRun, listStepsOf } from '#lib/db/runs.ts';
import { claimRun, launchRun, refreshOf, syncDeps } from '#lib/sync/entry.ts';
import { lookAt } from '../faults/fault-lab.ts';
import { firstDifference, orphans, type Store } from '../faults/compare-stores.ts';
import { environmentFor } from '../simulator/description.ts';
import { startSimulator, type Simulator } from '../simulator/server.ts';
import { openFastClock } from '../simulator/virtual-clock.ts';

/** Of one day, so that its amounts stay the same; the lab's, whose times a comparison leaves out. */
const NOW_MS = Date.parse('2026-11-20T08:00:00Z');
const HOUR_MS = 3_600_000;

const clock = openFastClock({ startMs: NOW_MS });
let simulator: Simulator;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'refresh-beside-'));
  simulator = await startSimulator({
    ...{ customers: 2, seed: 1, limits: 'off', clock, dir: join(folder, 'simulator') },
    costWays: { everywhere: ['query-customer'], at: new Map() },
  });
  trust(simulator.caPem);
  Object.assign(process.env, environmentFor(simulator.description), { DATA_DIR: join(folder, 'data') });
}, 60_000);
afterAll(async () => {
  await closeDatabase();
  await simulator.close();
  await rm(folder, { recursive: true, force: true });
});

/** Cost and what is said of it; of access a refresh has a read of its own until the next night. */
const ofCost = ({ lines }: Store) =>
  lines.filter(({ read, table }) => read?.startsWith('costs/') ?? table.endsWith('verdicts'));

it('refreshes a customer in the middle of a run that is reading the same, and no row is lost or there twice', async () => {
  const [reached, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let isHeld = false;
  const deps = await syncDeps({
    now: clock.now,
    // The first to wait once the fault was met is the run that met it.
    async sleep(ms, signal) {
      if (isHeld && simulator.faults.list().length === 0) {
        isHeld = false;
        reached.resolve();
        await released.promise;
      }
      await clock.sleep(ms, signal);
    },
  });
  const tenantId = parseTenantId(simulator.world.customers[0]?.tenantId ?? '');
  if (deps === null || tenantId === null) throw new Error('there is an Azure with customers');
  const { runId: first } = await claimRun(deps, 'test');
  expect(await launchRun(deps, first).ended).toBe('complete');
  const before = await lookAt(await database());

  clock.jump(2 * HOUR_MS);
  simulator.faults.add({ api: 'cost-query', path: tenantId, count: 1, effect: { kind: 'cut' } });
  isHeld = true;
  const { runId } = await claimRun(deps, 'test');
  const run = launchRun(deps, runId);
  await reached.promise;

  const refresh = refreshOf(tenantId);
  const { runId: refreshId } = await claimRun(deps, 'test', refresh);
  expect(await launchRun(deps, refreshId, refresh).ended).toBe('complete');
  expect((await findRun(deps.db, runId))?.status).toBe('running');
  const months = await listStepsOf(deps.db, refreshId, { source: 'costs', period: '2026-11' });
  expect(months).toMatchObject([{ tenantId, status: 'done' }]);
  released.resolve();
  expect(await run.ended).toBe('complete');

  const after = await lookAt(await database());
  expect(orphans(after)).toEqual([]);
  expect(firstDifference(ofCost(before), ofCost(after))).toBeNull();
}, 480_000);
