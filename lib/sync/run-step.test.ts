import { beforeAll, expect, it } from 'vitest';
import { AzureFailure } from '#lib/azure/failure.ts';
import { cost, CUSTOMER } from '#lib/core/testing/made-facts.ts';
import { parsePeriod } from '#lib/core/periods.ts';
import type { ReadWay } from '#lib/core/sync-run.ts';
import { addDailyCosts } from '#lib/db/costs.ts';
import type { Db } from '#lib/db/db.ts';
import { findSourceRead, type ReadKey } from '#lib/db/reads.ts';
import { findStep } from '#lib/db/runs.ts';
import { describeOnBothEngines } from '#lib/db/testing/engines.ts';
import { heldCosts, ofCustomer, saveRead } from '#lib/db/testing/made-reads.ts';
import { runStep, type RunContext } from './run-step.ts';
import { complete, type StepWork } from './step-context.ts';
import { endRunOf, startRunOf } from './testing/made-run.ts';

const october = parsePeriod('2026-10');
if (october === null) throw new Error('period');
const key: ReadKey = { source: 'costs', tenantId: CUSTOMER, period: october, scope: '' };

/** Pages of one cost row each, as a source with a cursor gives them. */
const pages =
  (days: string[], { breakBefore }: { breakBefore?: string } = {}): StepWork =>
  async (context) => {
    for (const day of days) {
      if (context.cursor !== null && day <= context.cursor) continue;
      if (day === breakBefore)
        throw new AzureFailure({ kind: 'cut', source: 'cost-query', message: 'the line went dead' });
      context.done += 1;
      await context.storePage((tx) => addDailyCosts(tx, context.readId, ofCustomer(cost(day, '10', true))), {
        done: context.done,
        cursor: day,
      });
    }
    return complete;
  };

const days = (count: number) =>
  Array.from({ length: count }, (_, index) => `2026-10-${String(index + 1).padStart(2, '0')}`);

describeOnBothEngines('a sync step', (open) => {
  let db: Db;
  let clock = Date.parse('2026-11-21T01:00:00Z');

  const startRun = (signal?: AbortSignal): Promise<RunContext> => {
    clock += 3_600_000;
    return startRunOf(db, key, { atMs: clock, ...(signal && { signal }) });
  };
  const doStep = async (work: StepWork) => {
    const run = await startRun();
    const status = await runStep(run, key, work);
    await endRunOf(run);
    return { status, step: await findStep(db, run.runId, key) };
  };
  const heldDays = async () => (await heldCosts(db, CUSTOMER, october))?.map(({ day }) => day) ?? null;

  beforeAll(async () => {
    ({ db } = await open());
  });

  it('makes a complete read current', async () => {
    const { status, step } = await doStep(pages(days(31)));
    expect(status).toBe('done');
    expect(step).toMatchObject({ status: 'done', done: 31, error: null });
    expect(await heldDays()).toEqual(days(31));
  });

  it('keeps what is held when Azure breaks in the middle, and names the failure', async () => {
    const { status, step } = await doStep(pages(days(31), { breakBefore: '2026-10-20' }));
    expect(status).toBe('failed');
    expect(step?.error).toMatchObject({ kind: 'cut', message: 'the line went dead', missingRight: null });
    expect(await heldDays()).toEqual(days(31));
  });

  it('calls a refusal forbidden and names the missing right', async () => {
    const { status, step } = await doStep(() =>
      Promise.reject(
        new AzureFailure({ kind: 'forbidden', source: 'cost-query', status: 403, message: 'no' }),
      ),
    );
    expect(status).toBe('forbidden');
    expect(step?.error?.missingRight).toContain('billing account');
  });

  it('names consent as what is missing where the application is unknown in the tenant', async () => {
    const { step } = await doStep(() =>
      Promise.reject(new AzureFailure({ kind: 'no-consent', source: 'entra', status: 400, message: 'no' })),
    );
    expect(step?.error?.missingRight).toContain('consent');
  });

  it('shows nothing of a fault of ours but that there was one', async () => {
    const { step } = await doStep(() => Promise.reject(new Error('secret detail')));
    expect(step?.error).toMatchObject({ kind: 'internal' });
    expect(JSON.stringify(step)).not.toContain('secret detail');
  });

  it('keeps the last known costs when Azure returns none, until a second read says the same', async () => {
    const first = await doStep(pages([]));
    expect(first.status).toBe('refused');
    expect(await heldDays()).toEqual(days(31));
    expect(await findSourceRead(db, key)).toMatchObject({ outcome: 'refused', refusedRows: 0 });
    const second = await doStep(pages([]));
    expect(second.status).toBe('done');
    expect(await heldDays()).toEqual([]);
  });

  it('goes on after a crash from the page behind the last stored one, and counts none twice', async () => {
    const stopped = new AbortController();
    const run = await startRun(stopped.signal);
    const crash: StepWork = async (context) => {
      await pages(days(10))(context);
      stopped.abort();
      throw new Error('killed');
    };
    expect(await runStep(run, key, crash)).toBe('pending');
    expect(await findStep(db, run.runId, key)).toMatchObject({
      status: 'running',
      cursor: '2026-10-10',
      done: 10,
    });
    const asked: string[] = [];
    const again = { ...run, signal: new AbortController().signal };
    const rest: StepWork = async (context) => {
      asked.push(String(context.cursor));
      return pages(days(12))(context);
    };
    expect(await runStep(again, key, rest)).toBe('done');
    await endRunOf(run);
    expect(asked).toEqual(['2026-10-10']);
    expect(await heldDays()).toEqual(days(12));
    const held = await heldCosts(db, CUSTOMER, october);
    expect(held?.every(({ net }) => net.eq(10))).toBe(true);
  });

  it('does not repeat a step that has ended', async () => {
    const run = await startRun();
    await runStep(run, key, pages(days(12)));
    const again = await runStep(run, key, () => Promise.reject(new Error('must not run')));
    await endRunOf(run);
    expect(again).toBe('done');
  });

  it('keeps a read that lacks a part, and says which', async () => {
    const missing = {
      kind: 'credential',
      message: 'Link bot: refused',
      missingRight: null,
      status: 401,
      code: null,
    };
    const { status } = await doStep(async (context) => {
      await pages(days(12))(context);
      return { incomplete: missing };
    });
    expect(status).toBe('failed');
    expect(await findSourceRead(db, key)).toMatchObject({ outcome: 'failed', failure: missing, rows: 12 });
  });

  it('tells nothing of a newer read that lacked a part of an older one', async () => {
    const older = await startRun();
    const missing = { kind: 'cut', message: 'a part', missingRight: null, status: null, code: null };
    const overtaken: StepWork = async (context) => {
      await saveRead(db, key, new Date(clock + 1000).toISOString(), {
        save: (readId) => addDailyCosts(db, readId, ofCustomer(cost('2026-10-30', '10', true))),
      });
      await pages(days(12))(context);
      return { incomplete: missing };
    };
    expect(await runStep(older, key, overtaken)).toBe('failed');
    await endRunOf(older);
    expect(await findSourceRead(db, key)).toMatchObject({ outcome: 'done', failure: null, rows: 1 });
    expect(await heldDays()).toEqual(['2026-10-30']);
  });

  it('leaves a step that a stop has met as it is, whatever its work made of the stop', async () => {
    const stopped = new AbortController();
    const run = await startRun(stopped.signal);
    const deaf: StepWork = async (context) => {
      await pages(days(3))(context);
      stopped.abort();
      return { incomplete: { kind: 'aborted', message: '', missingRight: null, status: null, code: null } };
    };
    const before = await findSourceRead(db, key);
    expect(await runStep(run, key, deaf)).toBe('pending');
    expect(await findStep(db, run.runId, key)).toMatchObject({ status: 'running', done: 3 });
    expect(await findSourceRead(db, key)).toEqual(before);
    await endRunOf(run);
  });

  it('refuses far fewer rows by another way too', async () => {
    const by =
      (way: ReadWay, count: number): StepWork =>
      async (context) => {
        context.way = way;
        return pages(days(count))(context);
      };
    const small = async (way: ReadWay, count: number) => (await doStep(by(way, count))).status;
    expect([await small('export', 31), await small('query-profile', 3)]).toEqual(['done', 'refused']);
    expect(await heldDays()).toEqual(days(31));
  });

  it('calls a step waiting until the last of its lists goes on, and tells the longest wait', async () => {
    const run = await startRun();
    const waits = [60_000, 90_000, 500].map((ms) => ({
      untilMs: clock + ms,
      reason: 'azure-asked' as const,
    }));
    const shown: unknown[] = [];
    const look = async () => {
      await run.pulse.settled();
      const step = await findStep(db, run.runId, key);
      shown.push([step?.status, step?.waitUntil]);
    };
    await runStep(run, key, async () => {
      for (const wait of waits) run.pulse.waiting(key, wait);
      for (const _ of waits) {
        await look();
        run.pulse.waiting(key, null);
      }
      await look();
      return complete;
    });
    await endRunOf(run);
    const waiting = ['waiting', new Date(clock + 90_000).toISOString()];
    expect(shown).toEqual([waiting, waiting, waiting, ['running', null]]);
  });

  it('does not call a step running again because a wait ended as it failed', async () => {
    const run = await startRun();
    await runStep(run, key, async () => {
      for (let wait = 0; wait < 10; wait += 1) {
        run.pulse.waiting(key, { untilMs: clock + 2000, reason: 'azure-asked' });
        run.pulse.waiting(key, null);
      }
      throw new AzureFailure({ kind: 'cut', source: 'cost-query', message: 'the line went dead' });
    });
    await run.pulse.settled();
    await endRunOf(run);
    expect(await findStep(db, run.runId, key)).toMatchObject({ status: 'failed', waitUntil: null });
  });
});
