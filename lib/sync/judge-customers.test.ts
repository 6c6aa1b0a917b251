import { eq, sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import type { AzureRoom } from '#lib/azure/room.ts';
import { cost, CUSTOMER, madeFacts, STRANGER, SUBSCRIPTION } from '#lib/core/testing/made-facts.ts';
import type { TenantId } from '#lib/core/ids.ts';
import { parsePeriod } from '#lib/core/periods.ts';
import { addDailyCosts } from '#lib/db/costs.ts';
import { listMatrix } from '#lib/db/customer-list.ts';
import type { Db } from '#lib/db/db.ts';
import { saveCompleteRead } from '#lib/db/reads.ts';
import { addSteps, endRun, findStep, insertRun } from '#lib/db/runs.ts';
import { customerVerdicts, dailyCosts } from '#lib/db/schema.ts';
import { describeOnBothEngines } from '#lib/db/testing/engines.ts';
import { withTenant } from '#lib/db/testing/made-reads.ts';
import { findCustomerPeriod } from '#lib/db/verdicts.ts';
import { judgeCustomers } from './judge-customers.ts';
import { EVERY_CUSTOMER } from '#lib/db/visible-customers.ts';
import { Pulse } from './pulse.ts';

const OWNER = '00000000-0000-4000-8000-00000000aaaa';

const NOW = '2026-11-21T09:00:00.000Z';
const october = parsePeriod('2026-10');
if (october === null) throw new Error('period');
const key = { source: 'judge', tenantId: '', period: october, scope: '' } as const;

describeOnBothEngines('judging customers', (open) => {
  let db: Db;

  const holdCosts = async (tenantId: TenantId, day: string): Promise<string> => {
    const readId = crypto.randomUUID();
    await addDailyCosts(db, readId, withTenant(tenantId, cost(day, '10', true)));
    const costs = { source: 'costs', tenantId, period: october, scope: '' } as const;
    await saveCompleteRead(db, { key: costs, at: NOW, readId, asOf: NOW, rows: 1, way: null, count: null });
    return readId;
  };
  const judge = async (): Promise<string> => {
    const runId = crypto.randomUUID();
    const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
    const deps = {
      db,
      log,
      // Judging asks nobody.
      room: {} as AzureRoom,
      profile: madeFacts().profile,
      billingAccount: null,
      enrolmentMovedAt: null,
      dataDir: '/nowhere',
      now: () => Date.parse(NOW),
      newId: () => crypto.randomUUID(),
    };
    await insertRun(db, {
      id: runId,
      kind: 'full',
      tenantId: '',
      requestedBy: 'test',
      at: NOW,
      owner: OWNER,
    });
    await addSteps(db, runId, [key]);
    const run = {
      deps,
      runId,
      owner: OWNER,
      signal: new AbortController().signal,
      pulse: new Pulse(deps, { runId, owner: OWNER }),
    };
    await judgeCustomers(run, [{ period: october, tenants: [CUSTOMER, STRANGER] }]);
    await endRun(db, runId, 'complete', NOW, null);
    return runId;
  };
  const verdicts = async (tenantId: TenantId) =>
    (await findCustomerPeriod(db, tenantId, october)).subscriptions.map((row) => [
      row.subscriptionId,
      row.verdict,
    ]);

  beforeAll(async () => {
    ({ db } = await open());
  });

  it('judges a subscription that moved between two customers for both, and counts its money once each', async () => {
    await holdCosts(CUSTOMER, '2026-10-01');
    await holdCosts(STRANGER, '2026-10-20');
    const runId = await judge();
    expect(await findStep(db, runId, key)).toMatchObject({ status: 'done', done: 2 });
    expect(await verdicts(CUSTOMER)).toEqual([[SUBSCRIPTION, 'earning']]);
    expect(await verdicts(STRANGER)).toEqual([[SUBSCRIPTION, 'earning']]);
    const { sums } = await listMatrix(db, october, EVERY_CUSTOMER);
    expect(sums.map(({ net }) => Number(net))).toEqual([20]);
  });

  it('stores the others where what was judged of one customer cannot be stored', async () => {
    await holdCosts(CUSTOMER, '2026-10-05');
    await holdCosts(STRANGER, '2026-10-06');
    await db.execute(
      sql`alter table subscription_verdicts add constraint one_refused check (tenant_id <> ${sql.raw(`'${STRANGER}'`)}) not valid`,
    );
    const runId = await judge();
    await db.execute(sql`alter table subscription_verdicts drop constraint one_refused`);
    expect(await findStep(db, runId, key)).toMatchObject({ status: 'failed', done: 2 });
    const { sums } = await listMatrix(db, october, EVERY_CUSTOMER);
    expect(sums.map(({ net }) => Number(net))).toEqual([20]);
    const judged = await db.select().from(customerVerdicts);
    const days = new Map(judged.map((row) => [row.tenantId, row.days.map(({ day }) => day)]));
    expect(days.get(CUSTOMER)).toEqual(['2026-10-05']);
    expect(days.get(STRANGER)).toEqual(['2026-10-20']);
  });

  it('keeps the fault of one customer to that customer', async () => {
    const broken = await holdCosts(CUSTOMER, '2026-10-01');
    await db
      .update(dailyCosts)
      .set({ net: ['NaN'] })
      .where(eq(dailyCosts.readId, broken));
    await holdCosts(STRANGER, '2026-10-02');
    const runId = await judge();
    const step = await findStep(db, runId, key);
    expect(step).toMatchObject({ status: 'failed', done: 2, error: { kind: 'internal' } });
    expect(await verdicts(CUSTOMER)).toEqual([[SUBSCRIPTION, 'earning']]);
    expect(await verdicts(STRANGER)).toEqual([[SUBSCRIPTION, 'earning']]);
  });
});
