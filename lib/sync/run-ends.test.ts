import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { AzureRoom } from '#lib/azure/room.ts';
import { cost, CUSTOMER, madeFacts } from '#lib/core/testing/made-facts.ts';
import { parsePeriod } from '#lib/core/periods.ts';
import { type Database, openDatabase } from '#lib/db/client.ts';
import { addDailyCosts } from '#lib/db/costs.ts';
import type { Db } from '#lib/db/db.ts';
import { saveKeptAnswer } from '#lib/db/kept-answers.ts';
import type { ReadKey } from '#lib/db/reads.ts';
import { addSteps, findRun, findStep, insertRun } from '#lib/db/runs.ts';
import { dailyCosts, keptAnswers } from '#lib/db/schema.ts';
import { createPostgres } from '#lib/db/testing/engines.ts';
import { ofCustomer } from '#lib/db/testing/made-reads.ts';
import { startActive } from './active-runs.ts';
import { changeRun } from './change-run.ts';
import { FULL_RUN } from './claim-run.ts';
import type { SyncDeps } from './deps.ts';
import { Pulse } from './pulse.ts';
import { runStep, type RunContext } from './run-step.ts';
import { RunTaken } from './own-run.ts';
import { complete, type StepContext } from './step-context.ts';

/** Where several connections are at work: the embedded database has one. */

const [september, october] = [parsePeriod('2026-09'), parsePeriod('2026-10')];
if (september === null || october === null) throw new Error('period');
const key: ReadKey = { source: 'costs', tenantId: CUSTOMER, period: october, scope: '' };
const AT = '2026-11-21T01:00:00.000Z';

let url: string;
let database: Database;
let db: Db;
let deps: SyncDeps;
let run: RunContext;

const whenOneWaits = () =>
  vi.waitUntil(async () => {
    const { rows } = await database.execute(
      `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
    );
    return rows.length > 0;
  }, 10_000);

const addDay = (context: StepContext) => (tx: Db) =>
  addDailyCosts(tx, context.readId, ofCustomer(cost('2026-10-01', '10', true)));
const daysHeld = async () => (await db.select().from(dailyCosts)).map(({ readId }) => readId);

beforeAll(async () => {
  url = await createPostgres('template_of_tests');
  database = await openDatabase({ kind: 'postgres', url });
  ({ db } = database);
});
afterAll(() => database.close());

beforeEach(async () => {
  await database.execute('delete from sync_runs');
  await database.execute('delete from daily_costs');
  const [runId, owner] = [randomUUID(), randomUUID()];
  deps = {
    ...{ db, profile: madeFacts().profile, billingAccount: null, enrolmentMovedAt: null },
    // Nothing here asks Azure.
    room: {} as AzureRoom,
    log: { debug: () => {}, info: () => {}, warn: vi.fn<() => void>(), error: () => {} },
    ...{ dataDir: '/nowhere', now: () => Date.parse(AT), newId: () => randomUUID() },
  };
  await insertRun(db, { ...FULL_RUN, id: runId, requestedBy: 'test', at: AT, owner });
  await addSteps(db, runId, [key]);
  const pulse = new Pulse(deps, { runId, owner });
  run = { deps, runId, owner, pulse, signal: new AbortController().signal };
});

/** A run that was killed behind the first page of a step. */
async function leaveHalfRead(): Promise<void> {
  const stopped = new AbortController();
  await runStep({ ...run, signal: stopped.signal }, key, async (context) => {
    await context.storePage(addDay(context), { done: 1, cursor: 'first' });
    stopped.abort();
    throw new Error('killed');
  });
}

const goOn = (room: Partial<AzureRoom>) =>
  // It ends before it asks more of the room.
  startActive({ ...deps, room: room as AzureRoom }, { ...FULL_RUN, ...run }, database).ended;

it('cancelled while a page is being stored, a run loses the page, and neither waits for the other for ever', async () => {
  const asked: ReturnType<typeof changeRun>[] = [];
  const step = runStep(run, key, async (context) => {
    await context.storePage(addDay(context), { done: 1, cursor: 'first' });
    await context.storePage(
      async (tx) => {
        // The row of the page before is changed, and whose the run is comes last.
        await addDay(context)(tx);
        asked.push(changeRun(deps, run.runId, 'cancel'));
        await whenOneWaits();
      },
      { done: 2, cursor: 'second' },
    );
    return complete;
  });
  const [stored, [cancelled]] = [await step.catch((error: unknown) => error), await Promise.all(asked)];
  expect(stored).toBeInstanceOf(RunTaken);
  expect(cancelled).toMatchObject({ kind: 'changed', status: 'cancelled' });
  expect(await daysHeld()).toEqual([]);
  expect(await findStep(db, run.runId, key)).toMatchObject({ status: 'cancelled', cursor: null });
  expect(await findRun(db, run.runId)).toMatchObject({ status: 'cancelled', endedAt: AT });
  expect(deps.log.warn).not.toHaveBeenCalled();
});

it('failed, a run leaves nothing of a read that it had not read to its end, and what it had read whole', async () => {
  const whole: ReadKey = { ...key, period: september };
  await addSteps(db, run.runId, [whole]);
  await runStep(run, whole, async (context) => {
    await context.storePage(addDay(context), { done: 1 });
    return complete;
  });
  const kept = await daysHeld();
  await leaveHalfRead();
  await saveKeptAnswer(db, { runId: run.runId, key, question: 'which' }, 'this');
  expect(await daysHeld()).toHaveLength(2);
  // Without a room nothing can be planned, which is a fault of ours.
  expect(await goOn({})).toBe('failed');
  expect(await findStep(db, run.runId, key)).toMatchObject({ status: 'cancelled', endedAt: AT });
  expect(await findStep(db, run.runId, whole)).toMatchObject({ status: 'done' });
  expect(await daysHeld()).toEqual(kept);
  expect(await db.select().from(keptAnswers)).toEqual([]);
});

it('is given back, and keeps how far it came, where the database broke off what it asked', async () => {
  await leaveHalfRead();
  const other = new pg.Client({ connectionString: url });
  await other.connect();
  await other.query('begin; lock table source_reads in access exclusive mode');
  const ended = goOn({ linkCallers: () => [] });
  await whenOneWaits();
  await database.execute(
    `select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
  );
  expect(await ended).toBe('interrupted');
  await other.end();
  expect(await findRun(db, run.runId)).toMatchObject({ status: 'queued', owner: null, error: null });
  expect(await findStep(db, run.runId, key)).toMatchObject({ status: 'running', cursor: 'first' });
  expect(await daysHeld()).toHaveLength(1);
});
