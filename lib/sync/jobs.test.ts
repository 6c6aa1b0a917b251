import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import type { AzureRoom } from '#lib/azure/room.ts';
import { CUSTOMER, madeFacts } from '#lib/core/testing/made-facts.ts';
import type { Database } from '#lib/db/client.ts';
import { findRun, insertRun } from '#lib/db/runs.ts';
import { countWorkers, saveWorker } from '#lib/db/sync-workers.ts';
import { describeOnBothEngines } from '#lib/db/testing/engines.ts';
import { FULL_RUN, refreshOf, requestRun } from './claim-run.ts';
import type { SyncDeps } from './deps.ts';
import { startJobs, stopJobs, wakeJobs } from './jobs.ts';

const WITHIN_MS = 15_000;

describeOnBothEngines('the queue of sync runs', (open) => {
  let database: Database;

  /** A run that cannot ask Azure fails at once: enough to see that somebody did it. */
  const deps = (): SyncDeps => ({
    db: database.db,
    room: {} as AzureRoom,
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    profile: madeFacts().profile,
    billingAccount: null,
    dataDir: '/nowhere',
    now: Date.now,
    newId: () => crypto.randomUUID(),
  });
  const statusOf = async (runId: string) => (await findRun(database.db, runId))?.status;
  const endOf = (runId: string) =>
    vi.waitUntil(
      async () => {
        const status = await statusOf(runId);
        return status === 'queued' || status === 'running' ? null : status;
      },
      { timeout: WITHIN_MS },
    );

  beforeAll(async () => {
    database = await open();
  });

  afterEach(stopJobs);

  it('brings a run to its end that was asked for, and a refresh beside it', async () => {
    await startJobs({ deps: deps(), database, role: 'server', schedule: null });
    for (const of of [FULL_RUN, refreshOf(CUSTOMER)]) {
      const { runId } = await requestRun(deps(), 'someone', of);
      await wakeJobs({ ...of, runId });
      expect(await endOf(runId)).toBe('failed');
    }
  });

  it('takes up at its start what nobody has, though no job tells of it', async () => {
    const runId = crypto.randomUUID();
    const at = new Date().toISOString();
    await insertRun(database.db, { ...FULL_RUN, id: runId, requestedBy: 'test', at, owner: null });
    await startJobs({ deps: deps(), database, role: 'server', schedule: '0 3 * * *' });
    expect(await endOf(runId)).toBe('failed');
  });

  it('counts a worker as long as it lives, and no more when it has stopped', async () => {
    await startJobs({ deps: deps(), database, role: 'worker', schedule: null });
    expect(await countWorkers(database.db)).toBe(1);
    await stopJobs();
    expect(await countWorkers(database.db)).toBe(0);
  });

  it('leaves the work of a shared database to a worker that lives', async () => {
    await saveWorker(database.db, crypto.randomUUID());
    await startJobs({ deps: deps(), database, role: 'server', schedule: null });
    expect(globalThis.pecboardJobs?.isAtWork()).toBe(database.kind === 'embedded');
    const { runId } = await requestRun(deps(), 'someone', FULL_RUN);
    await wakeJobs({ ...FULL_RUN, runId });
    if (database.kind === 'embedded') {
      expect(await endOf(runId)).toBe('failed');
    } else {
      // What waits is fetched by whoever works the queue, and nobody here does.
      const { rows } = await database.execute(
        `select state from jobs.job where name = 'sync-full' and state <> 'completed'`,
      );
      expect(rows).toEqual([{ state: 'created' }]);
      expect(await statusOf(runId)).toBe('queued');
    }
  });
});
