import { sql } from 'drizzle-orm';
import { beforeAll, expect, it, vi } from 'vitest';
import { CUSTOMER, STRANGER } from '#lib/core/testing/made-facts.ts';
import type { Db } from '#lib/db/db.ts';
import { customerRead, ownRead, saveCompleteRead, saveUnfinishedRead, type ReadKey } from '#lib/db/reads.ts';
import { addSteps, dropSteps, endStep, insertRun, updateStep } from '#lib/db/runs.ts';
import { addCounts } from '#lib/db/sync-counters.ts';
import { describeOnBothEngines, openForProcess } from '#lib/db/testing/engines.ts';
import { getMetrics } from './metrics.ts';
import { getFollowedRun, getRun, getRunChange } from './sync-runs.ts';

const RUN = '00000000-0000-4000-8000-000000000001';
const AT = '2026-11-21T01:00:00.000Z';
const TOKEN = 'a token for monitoring of 32 characters';

vi.stubEnv('METRICS_TOKEN', TOKEN);

const delegations = ownRead('delegations');
const tenants = ownRead('tenants');
const theirs = customerRead('customer-subscriptions', CUSTOMER);

describeOnBothEngines('following a run', (open) => {
  let db: Db;

  beforeAll(async () => {
    const database = await open();
    openForProcess(database);
    ({ db } = database);
    const owner = crypto.randomUUID();
    await insertRun(db, { id: RUN, kind: 'full', tenantId: '', requestedBy: 'test', at: AT, owner });
    await addSteps(db, RUN, [{ ...delegations, calls: 10 }, { ...tenants, calls: 30 }, theirs]);
  });

  const follow = async () => {
    const followed = await getFollowedRun(RUN);
    if (followed === null) throw new Error('the run is not known');
    return followed;
  };

  it('tells only of steps that have changed, and of each change once', async () => {
    const { run, seen } = await follow();
    expect(run.steps).toHaveLength(3);
    expect(await getRunChange(RUN, seen)).toMatchObject({ status: 'running', changedSteps: [] });
    await updateStep(db, RUN, tenants, { status: 'running', done: 7 });
    const change = await getRunChange(RUN, seen);
    expect(change).toMatchObject({ changedSteps: [{ source: 'tenants', status: 'running', done: 7 }] });
    expect(await getRunChange(RUN, seen)).toMatchObject({ changedSteps: [] });
  });

  it('tells of a step that was added, and that the whole is to be told where one was taken back', async () => {
    const { seen } = await follow();
    const added = ownRead('role-definitions');
    await addSteps(db, RUN, [added]);
    expect(await getRunChange(RUN, seen)).toMatchObject({ changedSteps: [{ source: 'role-definitions' }] });
    await dropSteps(db, RUN, [added]);
    expect(await getRunChange(RUN, seen)).toBe('anew');
  });

  it('tells how long it still takes, and why a step waits', async () => {
    await db.execute(sql`update sync_runs set taken_at = now() - interval '60 seconds'`);
    await endStep(db, RUN, delegations, { outcome: { status: 'done' }, at: AT });
    await updateStep(db, RUN, tenants, {
      ...{ status: 'waiting', waitUntil: '2026-11-21T01:10:00.000Z', waitReason: 'own-budget' },
    });
    const run = await getRun(RUN);
    expect(run?.steps.find(({ source }) => source === 'tenants')?.waitReason).toBe('own-budget');
    // 31 calls are left of 41, at ten a minute.
    expect(Math.round((run?.leftMs ?? 0) / 60_000)).toBe(3);
  });

  it('counts for monitoring what all processes asked', async () => {
    const calls = { api: 'cost-query', outcome: '429', calls: 2 };
    await addCounts(db, [calls], [{ source: 'costs', reason: 'azure-asked', waits: 1, waitedMs: 27_000 }]);
    await addCounts(db, [{ ...calls, calls: 3 }], []);
    const { text, type } = await getMetrics(`Bearer ${TOKEN}`);
    expect(type).toContain('text/plain');
    expect(text).toContain('pecboard_azure_calls_total{api="cost-query",status="429"} 5');
    expect(text).toContain('pecboard_azure_wait_seconds_total{source="costs",reason="azure-asked"} 27');
    expect(text).toContain('pecboard_sync_runs{kind="full",status="running"} 1');
    expect(text).toContain('pecboard_process_resident_memory_bytes');
  });

  it('tells monitoring how many rows of a source are held, how its tries ended, and the age of the oldest read', async () => {
    const read = (key: ReadKey, asOf: string, rows: number) =>
      saveCompleteRead(db, {
        key,
        at: asOf,
        readId: crypto.randomUUID(),
        asOf,
        rows,
        way: null,
        count: null,
      });
    const failure = { kind: 'no-consent', message: 'no', missingRight: 'consent', status: 400, code: null };
    const outcome = { status: 'forbidden' as const, failure };
    await read(theirs, '2026-11-20T01:00:00.000Z', 3);
    await saveUnfinishedRead(db, { key: theirs, at: AT, asOf: AT, outcome, refusedRows: null });
    await read(customerRead('customer-subscriptions', STRANGER), AT, 4);
    const { text } = await getMetrics(`Bearer ${TOKEN}`);
    const told = text.split('\n').filter((line) => line.includes('"customer-subscriptions"'));
    expect(told).toEqual([
      'pecboard_source_reads{source="customer-subscriptions",outcome="done",failure=""} 1',
      'pecboard_source_reads{source="customer-subscriptions",outcome="forbidden",failure="no-consent"} 1',
      'pecboard_source_rows{source="customer-subscriptions"} 7',
      `pecboard_source_oldest_timestamp_seconds{source="customer-subscriptions"} ${Date.parse('2026-11-20T01:00:00Z') / 1000}`,
    ]);
  });
});
