import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { AzureRoom } from '#lib/azure/room.ts';
import { cost, CUSTOMER, madeFacts } from '#lib/core/testing/made-facts.ts';
import { parsePeriod } from '#lib/core/periods.ts';
import { addDailyCosts } from '#lib/db/costs.ts';
import type { Db } from '#lib/db/db.ts';
import type { ReadKey } from '#lib/db/reads.ts';
import { findUnendedRun, saveHeartbeat, takeRun } from '#lib/db/run-owner.ts';
import { addSteps, findRun, findStep, insertRun } from '#lib/db/runs.ts';
import { describeOnBothEngines } from '#lib/db/testing/engines.ts';
import { heldCosts, ofCustomer } from '#lib/db/testing/made-reads.ts';
import { changeRun } from './change-run.ts';
import { FULL_RUN, requestRun, takeOrBegin } from './claim-run.ts';
import type { SyncDeps } from './deps.ts';
import { Pulse } from './pulse.ts';
import { runStep, type RunContext } from './run-step.ts';
import { RunTaken } from './own-run.ts';
import { complete, type StepWork } from './step-context.ts';

const october = parsePeriod('2026-10');
if (october === null) throw new Error('period');
const key: ReadKey = { source: 'costs', tenantId: CUSTOMER, period: october, scope: '' };
const ASLEEP = '00000000-0000-4000-8000-00000000000a';
const OTHER = '00000000-0000-4000-8000-00000000000b';

const storeDay = async (context: Parameters<StepWork>[0], day: string) => {
  context.done += 1;
  const page = ofCustomer(cost(day, '10', true));
  await context.storePage((tx) => addDailyCosts(tx, context.readId, page), {
    ...{ done: context.done, cursor: day },
  });
};

describeOnBothEngines('a run and its owner', (open) => {
  let db: Db;
  let run: RunContext;

  const deps = (): SyncDeps => ({
    db,
    // Nothing here asks Azure.
    room: {} as AzureRoom,
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    profile: madeFacts().profile,
    billingAccount: null,
    dataDir: '/nowhere',
    now: () => Date.parse('2026-11-21T01:00:00Z'),
    newId: () => crypto.randomUUID(),
  });
  const ownedBy = (runId: string, owner: string): RunContext => ({
    ...{ deps: deps(), runId, owner, signal: new AbortController().signal },
    pulse: new Pulse(deps(), { runId, owner }),
  });
  const unended = async () => {
    const held = await findUnendedRun(db, FULL_RUN);
    if (held === null) throw new Error('no run is under way');
    return held;
  };
  /** As if its owner had been silent for longer than its lease. */
  const endLease = (runId: string) =>
    db.execute(sql`update sync_runs set lease_until = now() - interval '1 second' where id = ${runId}`);
  const factRows = async () => (await db.execute(sql`select 1 from daily_costs`)).rows.length;
  const claim = () => takeOrBegin(deps(), 'test', FULL_RUN);

  beforeAll(async () => {
    ({ db } = await open());
  });

  beforeEach(async () => {
    await db.execute(sql`delete from sync_runs`);
    const runId = crypto.randomUUID();
    const at = '2026-11-21T01:00:00.000Z';
    await insertRun(db, { ...FULL_RUN, id: runId, requestedBy: 'test', at, owner: ASLEEP });
    await addSteps(db, runId, [key]);
    run = ownedBy(runId, ASLEEP);
  });

  it('stays with its owner while that one lives, and goes to one other when its lease is over', async () => {
    expect(await claim()).toMatchObject({ kind: 'running', runId: run.runId });
    await endLease(run.runId);
    const claims = await Promise.all([claim(), claim()]);
    expect(claims.map(({ kind }) => kind).sort()).toEqual(['claimed', 'running']);
  });

  it('is not taken from an owner that gave a sign of life since it was looked at', async () => {
    await endLease(run.runId);
    const seen = await unended();
    await saveHeartbeat(db, run, { at: '2026-11-21T01:01:00.000Z', calls: 0, waitedMs: 0 });
    expect(await takeRun(db, seen, OTHER)).toBe(false);
  });

  it('lets a process that slept store nothing once another has taken over', async () => {
    const before = await factRows();
    const asleep: StepWork = async (context) => {
      await storeDay(context, '2026-10-01');
      await endLease(run.runId);
      expect(await takeRun(db, await unended(), OTHER)).toBe(true);
      await storeDay(context, '2026-10-02');
      return complete;
    };
    await expect(runStep(run, key, asleep)).rejects.toThrow(RunTaken);
    expect(await factRows()).toBe(before + 1);
    expect(await findStep(db, run.runId, key)).toMatchObject({ status: 'running', cursor: '2026-10-01' });
    await run.pulse.beat();
    expect(run.pulse.taken.aborted).toBe(true);
  });

  it('goes on with its new owner behind the last page that was stored', async () => {
    const stopped = new AbortController();
    await runStep({ ...run, signal: stopped.signal }, key, async (context) => {
      await storeDay(context, '2026-10-01');
      stopped.abort();
      throw new Error('killed');
    });
    await endLease(run.runId);
    expect(await takeRun(db, await unended(), OTHER)).toBe(true);
    const asked: (string | null)[] = [];
    const status = await runStep(ownedBy(run.runId, OTHER), key, async (context) => {
      asked.push(context.cursor);
      await storeDay(context, '2026-10-02');
      return complete;
    });
    expect(status).toBe('done');
    expect(asked).toEqual(['2026-10-01']);
    expect((await heldCosts(db, CUSTOMER, october))?.map(({ day }) => day)).toEqual([
      '2026-10-01',
      '2026-10-02',
    ]);
  });

  it('stores nothing more once it is paused, and begins where it stood when it is resumed', async () => {
    const work: StepWork = async (context) => {
      await storeDay(context, '2026-10-01');
      expect(await changeRun(deps(), run.runId, 'pause')).toMatchObject({ status: 'paused' });
      await storeDay(context, '2026-10-02');
      return complete;
    };
    await expect(runStep(run, key, work)).rejects.toThrow(RunTaken);
    expect(await claim()).toMatchObject({ kind: 'running', status: 'paused' });
    expect(await changeRun(deps(), run.runId, 'resume')).toMatchObject({ status: 'queued' });
    expect(await claim()).toMatchObject({ kind: 'claimed', runId: run.runId, resumed: true });
    expect(await findStep(db, run.runId, key)).toMatchObject({ cursor: '2026-10-01' });
  });

  it('drops what a cancelled run had read in part, and keeps what it had read to the end', async () => {
    const whole = { ...key, period: '2026-09' } as ReadKey;
    await addSteps(db, run.runId, [whole]);
    await runStep(run, whole, async (context) => {
      await storeDay(context, '2026-09-30');
      return complete;
    });
    const before = await factRows();
    const work: StepWork = async (context) => {
      await storeDay(context, '2026-10-01');
      await changeRun(deps(), run.runId, 'cancel');
      await storeDay(context, '2026-10-02');
      return complete;
    };
    await expect(runStep(run, key, work)).rejects.toThrow(RunTaken);
    expect(await factRows()).toBe(before);
    expect(await findRun(db, run.runId)).toMatchObject({ status: 'cancelled', owner: null });
    expect((await findRun(db, run.runId))?.endedAt).not.toBeNull();
    expect(await findStep(db, run.runId, key)).toMatchObject({ status: 'cancelled' });
    expect(await findStep(db, run.runId, whole)).toMatchObject({ status: 'done' });
    expect(await changeRun(deps(), run.runId, 'resume')).toEqual({ kind: 'ended', status: 'cancelled' });
  });

  it('waits for a process when somebody asks for it, and nobody can ask for a second one meanwhile', async () => {
    await db.execute(sql`delete from sync_runs`);
    const asked = await Promise.all([
      requestRun(deps(), 'one', FULL_RUN),
      requestRun(deps(), 'two', FULL_RUN),
    ]);
    expect(asked.map(({ kind }) => kind).sort()).toEqual(['queued', 'running']);
    expect(new Set(asked.map(({ runId }) => runId)).size).toBe(1);
    expect(await claim()).toMatchObject({ kind: 'claimed', runId: asked[0].runId });
  });
});
