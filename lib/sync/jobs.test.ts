import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import type { AzureRoom } from '#lib/azure/room.ts';
import { useFakeAzure } from '#lib/azure/testing/azure-suite.ts';
import { openTestRoom } from '#lib/azure/testing/test-room.ts';
import { CUSTOMER, madeFacts, STRANGER } from '#lib/core/testing/made-facts.ts';
import { type Database, openDatabase } from '#lib/db/client.ts';
import { findRun, insertRun } from '#lib/db/runs.ts';
import { countWorkers, saveWorker } from '#lib/db/sync-workers.ts';
import { listUnendedRuns } from '#lib/db/run-owner.ts';
import { createPostgres, describeOnBothEngines } from '#lib/db/testing/engines.ts';
import { FULL_RUN, refreshOf, requestRun } from './claim-run.ts';
import type { SyncDeps } from './deps.ts';
import { startJobs, stopJobs, wakeJobs } from './jobs.ts';

const WITHIN_MS = 15_000;

/** The embedded database is asked for jobs every ten seconds. */
const SOONER_THAN_ASKED_MS = 6_000;

const azure = useFakeAzure();
afterEach(stopJobs);

/** A run that cannot ask Azure fails at once: enough to see that somebody did it. */
const depsOf = ({ db }: Database, room = {} as AzureRoom): SyncDeps => ({
  ...{ db, room },
  log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  profile: madeFacts().profile,
  billingAccount: null,
  enrolmentMovedAt: null,
  dataDir: '/nowhere',
  now: Date.now,
  newId: () => crypto.randomUUID(),
});

describeOnBothEngines('the queue of sync runs', (open) => {
  let database: Database;

  const deps = (room?: AzureRoom) => depsOf(database, room);
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

  it('brings a run to its end that was asked for, and a refresh beside it', async () => {
    await startJobs({ deps: deps(), database, role: 'server', schedule: null });
    for (const of of [FULL_RUN, refreshOf(CUSTOMER)]) {
      const { runId } = await requestRun(deps(), 'someone', of);
      await wakeJobs({ ...of, runId });
      expect(await endOf(runId)).toBe('failed');
    }
  });

  it('begins a refresh at once while another one waits for Azure', async () => {
    azure().on('GET', '/subscriptions', { stall: true });
    const room = openTestRoom(azure().url).room;
    await startJobs({ deps: deps(room), database, role: 'server', schedule: null });
    for (const tenantId of [CUSTOMER, STRANGER]) {
      const of = refreshOf(tenantId);
      const { runId } = await requestRun(deps(), 'someone', of);
      await wakeJobs({ ...of, runId });
      await vi.waitUntil(async () => (await statusOf(runId)) === 'running', SOONER_THAN_ASKED_MS);
    }
    const running = (await listUnendedRuns(database.db)).map(({ status, tenantId }) => [tenantId, status]);
    expect(running).toEqual([CUSTOMER, STRANGER].map((tenantId) => [tenantId, 'running']));
    await database.execute('delete from sync_runs');
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

it('begins a run by its schedule, with nobody asking', async () => {
  const database = await openDatabase({ kind: 'postgres', url: await createPostgres('template_of_tests') });
  try {
    const jobs = { deps: depsOf(database), database, role: 'server', schedule: '* * * * *' } as const;
    await startJobs(jobs);
    await stopJobs();
    // As half a minute later, when the schedule is looked at again.
    await database.execute('update jobs.version set cron_on = null');
    await startJobs(jobs);
    const begun = await vi.waitUntil(
      async () => {
        const { rows } = await database.execute(`select kind, requested_by, status from sync_runs`);
        return rows.length > 0 ? rows : null;
      },
      { timeout: WITHIN_MS, interval: 200 },
    );
    expect(begun).toMatchObject([{ kind: 'full', requested_by: 'schedule' }]);
  } finally {
    await stopJobs();
    await database.close();
  }
});
