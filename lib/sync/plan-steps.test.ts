import { beforeAll, expect, it } from 'vitest';
import type { AzureRoom } from '#lib/azure/room.ts';
import { requireDecimal } from '#lib/core/money.ts';
import type { TenantId } from '#lib/core/ids.ts';
import { parsePeriod } from '#lib/core/periods.ts';
import { CUSTOMER, madeFacts, STRANGER, US } from '#lib/core/testing/made-facts.ts';
import { saveCostWay } from '#lib/db/cost-ways.ts';
import { saveBilledCustomers } from '#lib/db/customers.ts';
import type { Db } from '#lib/db/db.ts';
import { listBilledCosts } from '#lib/db/plan-facts.ts';
import { ownRead, type ReadKey } from '#lib/db/reads.ts';
import { describeOnBothEngines } from '#lib/db/testing/engines.ts';
import { saveRead } from '#lib/db/testing/made-reads.ts';
import { saveVerdicts } from '#lib/db/verdicts.ts';
import { planJudging, planMonth } from './plan-steps.ts';

const [october, november] = [parsePeriod('2026-10'), parsePeriod('2026-11')];
if (october === null || november === null) throw new Error('period');
const NOW = '2026-11-21T09:00:00.000Z';
const AFTER_CLOSE = '2026-11-06T01:00:00.000Z';
const BEFORE_CLOSE = '2026-11-04T01:00:00.000Z';
const nothing = () => Promise.resolve();

describeOnBothEngines('what a run has to do', (open) => {
  let db: Db;
  const deps = () => ({
    db,
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    // Planning asks nobody.
    room: {} as AzureRoom,
    profile: madeFacts().profile,
    billingAccount: null,
    enrolmentMovedAt: null,
    dataDir: '/nowhere',
    now: () => Date.parse(NOW),
    newId: () => crypto.randomUUID(),
  });
  const costsOf = (tenantId: TenantId): ReadKey => ({
    source: 'costs',
    tenantId,
    period: october,
    scope: '',
  });
  const planned = async () => {
    const month = { period: october, customers: await listBilledCosts(db), refused: [] };
    return (await planMonth(deps(), month)).map(({ tenantId, scope, way }) => `${tenantId}${scope} ${way}`);
  };
  const judge = (tenantId: TenantId, judgedAt: string) =>
    saveVerdicts(db, [
      {
        ...{ tenantId, period: october, subscriptions: [], details: [], costs: [], covers: [] },
        creditRate: requireDecimal('0.15'),
        customer: {
          ...{ tenantId, period: october, verdict: 'unknown', mainCause: null, asOf: null, judgedAt },
        },
      },
    ]);
  const judged = async () =>
    (await planJudging(deps(), [CUSTOMER, STRANGER, US])).map(({ period, tenants }) => [period, tenants]);

  beforeAll(async () => {
    ({ db } = await open());
    await saveRead(db, ownRead('billing-customers'), NOW, {
      save: (readId) =>
        saveBilledCustomers(
          db,
          readId,
          [CUSTOMER, STRANGER].map((tenantId) => ({
            ...{ billingAccountName: 'account', customerId: tenantId, billingProfileName: 'euro' },
            ...{ resellers: [], tenantId, displayName: tenantId },
          })),
        ),
    });
  });

  it('asks a billing profile first, and each customer once its ways were refused', async () => {
    expect(await planned()).toEqual(['account/euro export']);
    const failure = { kind: 'forbidden', message: 'no', missingRight: 'a role', status: 403, code: null };
    const tried = { billingAccountName: 'account', permitted: false, failure, triedAt: NOW };
    for (const way of ['export', 'report-profile', 'query-profile'] as const) {
      await saveCostWay(db, { ...tried, billingProfileName: 'euro', customerId: '', way });
    }
    for (const customerId of [CUSTOMER, STRANGER]) {
      await saveCostWay(db, { ...tried, billingProfileName: '', customerId, way: 'report-customer' });
    }
    expect(await planned()).toEqual([`${CUSTOMER} query-customer`, `${STRANGER} query-customer`]);
  });

  it('reads a closed month again for the customer that lacks it, and for nobody else', async () => {
    await saveRead(db, costsOf(CUSTOMER), AFTER_CLOSE, { save: nothing, way: 'query-customer' });
    await saveRead(db, costsOf(STRANGER), BEFORE_CLOSE, { save: nothing, way: 'query-customer' });
    expect(await planned()).toEqual([`${STRANGER} query-customer`]);
  });

  it('judges the open month of all, and a closed one where it is new or its cost is', async () => {
    await judge(CUSTOMER, AFTER_CLOSE);
    await judge(STRANGER, BEFORE_CLOSE);
    expect(await judged()).toEqual([
      [november, [CUSTOMER, STRANGER, US]],
      [october, [US]],
    ]);
    await saveRead(db, costsOf(STRANGER), AFTER_CLOSE, { save: nothing, way: 'query-customer' });
    expect(await judged()).toContainEqual([october, [STRANGER, US]]);
  });
});
