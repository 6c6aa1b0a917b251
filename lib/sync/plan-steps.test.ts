import { beforeAll, expect, it } from 'vitest';
import type { AzureRoom } from '#lib/azure/room.ts';
import { CUSTOMER, madeFacts, STRANGER, US } from '#lib/core/testing/made-facts.ts';
import type { TenantId } from '#lib/core/ids.ts';
import { parsePeriod } from '#lib/core/periods.ts';
import { saveBilledCustomers } from '#lib/db/customers.ts';
import type { Db } from '#lib/db/db.ts';
import { saveCompleteRead } from '#lib/db/reads.ts';
import { addSteps, insertRun, listSteps } from '#lib/db/runs.ts';
import { describeOnBothEngines } from '#lib/db/testing/engines.ts';
import { EVERY_CUSTOMER } from '#lib/db/visible-customers.ts';
import { costMonths, judgeMonths, planSteps } from './plan-steps.ts';

const october = parsePeriod('2026-10');
if (october === null) throw new Error('period');
const NOW = '2026-11-21T09:00:00.000Z';
const AFTER_CLOSE = '2026-11-06T01:00:00.000Z';
const BEFORE_CLOSE = '2026-11-04T01:00:00.000Z';

describeOnBothEngines('what a run has to do', (open) => {
  let db: Db;
  const deps = () => ({
    db,
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    // Planning asks nobody.
    room: {} as AzureRoom,
    profile: madeFacts().profile,
    billingAccount: null,
    now: () => Date.parse(NOW),
    newId: () => crypto.randomUUID(),
  });
  const holdOctober = (tenantId: TenantId, asOf: string) => {
    const key = { source: 'costs', tenantId, period: october, scope: '' } as const;
    return saveCompleteRead(db, { key, at: asOf, readId: crypto.randomUUID(), asOf, rows: 1 });
  };
  const plannedMonths = async () => {
    const steps = await planSteps(deps(), [CUSTOMER, STRANGER]);
    return steps.flatMap(({ source, tenantId, period }) =>
      source === 'costs' ? [`${tenantId === CUSTOMER ? 'first' : 'second'} ${period}`] : [],
    );
  };

  beforeAll(async () => {
    ({ db } = await open());
    const readId = crypto.randomUUID();
    await saveBilledCustomers(
      db,
      readId,
      [CUSTOMER, STRANGER].map((tenantId) => ({
        billingAccountName: 'account',
        customerId: tenantId,
        billingProfileName: null,
        resellers: [],
        tenantId,
        displayName: tenantId,
      })),
    );
    const key = { source: 'billing-customers', tenantId: '', period: '', scope: '' } as const;
    await saveCompleteRead(db, { key, at: NOW, readId, asOf: NOW, rows: 2 });
  });

  it('reads a closed month again for the customer that lacks it, and for nobody else', async () => {
    await holdOctober(CUSTOMER, AFTER_CLOSE);
    expect(await plannedMonths()).toEqual(['first 2026-11', 'second 2026-11', 'second 2026-10']);
    await holdOctober(STRANGER, BEFORE_CLOSE);
    expect(await plannedMonths()).toContain('second 2026-10');
  });

  it('judges the months it read even when a crash came between reading and judging', async () => {
    const runId = crypto.randomUUID();
    await insertRun(db, runId, 'test', NOW);
    await addSteps(db, runId, await planSteps(deps(), [CUSTOMER, STRANGER]));
    await holdOctober(STRANGER, AFTER_CLOSE);
    await addSteps(db, runId, await planSteps(deps(), [CUSTOMER, STRANGER]));
    const steps = await listSteps(db, runId, EVERY_CUSTOMER);
    expect(costMonths(steps).map(({ period }) => period)).toEqual(['2026-11', '2026-10']);
    expect(judgeMonths(steps, [CUSTOMER, STRANGER])).toEqual([
      { period: '2026-11', tenants: [CUSTOMER, STRANGER] },
      { period: '2026-10', tenants: [STRANGER] },
    ]);
  });

  it('judges both months of a customer that has no cost to read', async () => {
    const steps = await planSteps(deps(), [CUSTOMER, US]);
    const judged = steps.flatMap(({ source, period }) => (source === 'judge' ? [period] : []));
    expect(judged).toEqual(['2026-11', '2026-10']);
  });
});
