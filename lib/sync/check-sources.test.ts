import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { AzureRoom } from '#lib/azure/room.ts';
import type { BilledSubscription } from '#lib/core/facts.ts';
import { parseSubscriptionId, type TenantId } from '#lib/core/ids.ts';
import { parsePeriod, type Period } from '#lib/core/periods.ts';
import { cost, CUSTOMER, madeFacts, STRANGER, SUBSCRIPTION } from '#lib/core/testing/made-facts.ts';
import { saveBilledSubscriptions } from '#lib/db/billing.ts';
import { addDailyCosts } from '#lib/db/costs.ts';
import { saveBilledCustomers, saveSubscriptions } from '#lib/db/customers.ts';
import type { Db } from '#lib/db/db.ts';
import { writeLists } from '#lib/db/list-versions.ts';
import { noteIncomplete, ownRead } from '#lib/db/reads.ts';
import { insertRun } from '#lib/db/runs.ts';
import { sourceChecks, sourceReads } from '#lib/db/schema.ts';
import { listSourceChecks } from '#lib/db/source-checks.ts';
import { describeOnBothEngines, type Open } from '#lib/db/testing/engines.ts';
import { saveRead, withTenant } from '#lib/db/testing/made-reads.ts';
import { checkSources } from './check-sources.ts';
import { Pulse } from './pulse.ts';
import type { RunContext } from './run-step.ts';

const OWNER = '00000000-0000-4000-8000-00000000aaaa';
const NOW = '2026-11-21T09:00:00.000Z';
const EARLIER = '2026-11-20T01:00:00.000Z';
const monthOf = (text: string): Period => {
  const period = parsePeriod(text);
  if (period === null) throw new Error('period');
  return period;
};
const [november, october] = [monthOf('2026-11'), monthOf('2026-10')];
const SECOND = parseSubscriptionId('55555555-0000-4000-8000-000000000002');
if (SECOND === null) throw new Error('id');

const customer = (customerId: string, tenantId: TenantId | null) => ({
  ...{ billingAccountName: 'a', customerId, tenantId, displayName: customerId },
  ...{ billingProfileName: 'euro', resellers: [] },
});
const billed = (subscriptionId: BilledSubscription['subscriptionId'], customerId: string) => ({
  ...{ billingAccountName: 'a', subscriptionId, customerId, billingProfileName: 'euro', displayName: 'Shop' },
  ...{ status: 'Active', offer: null, plan: 'azure-plan' as const, reseller: null, since: null, until: null },
});

async function openRun(open: Open): Promise<RunContext> {
  const { db } = await open();
  const deps = {
    // Sources are compared as they are held.
    ...{ db, room: {} as AzureRoom, profile: madeFacts().profile, billingAccount: null },
    ...{ enrolmentMovedAt: null, dataDir: '/nowhere', newId: () => crypto.randomUUID() },
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    now: () => Date.parse(NOW),
  };
  const runId = crypto.randomUUID();
  await insertRun(db, { id: runId, kind: 'full', tenantId: '', requestedBy: 'test', at: NOW, owner: OWNER });
  const pulse = new Pulse(deps, { runId, owner: OWNER });
  return { deps, runId, owner: OWNER, signal: new AbortController().signal, pulse };
}

describeOnBothEngines('sources held against each other at the end of a run', (open) => {
  let run: RunContext;
  let db: Db;
  beforeAll(async () => {
    run = await openRun(open);
    ({ db } = run.deps);
  });
  // Facts of no current read count for nothing.
  beforeEach(() =>
    writeLists(db, async (tx) => {
      await tx.delete(sourceReads);
      await tx.delete(sourceChecks);
    }),
  );

  const check = async () => {
    await checkSources(run);
    return (await listSourceChecks(db)).map(({ check: name, tenantId, period, compared, differing }) =>
      [name, tenantId, period, `${differing} of ${compared}`].filter(Boolean).join(' '),
    );
  };
  const bill = (
    customers: ReturnType<typeof customer>[],
    subscriptions: ReturnType<typeof billed>[] | null,
  ) =>
    Promise.all([
      saveRead(db, ownRead('billing-customers'), NOW, {
        save: (readId) => saveBilledCustomers(db, readId, customers),
      }),
      subscriptions === null
        ? null
        : saveRead(db, ownRead('billing-subscriptions'), NOW, {
            save: (readId) => saveBilledSubscriptions(db, readId, subscriptions),
          }),
    ]);
  const see = (...ids: (typeof SUBSCRIPTION)[]) =>
    saveRead(db, ownRead('subscriptions'), NOW, {
      save: (readId) =>
        saveSubscriptions(
          db,
          readId,
          ids.map((subscriptionId) => ({
            ...{ subscriptionId, tenantId: CUSTOMER, displayName: 'Shop', state: 'Enabled', offer: null },
          })),
        ),
    });
  type Costs = { net: string; asOf?: string; way?: 'report-profile' | 'query-customer' | 'file' };
  /** Of the customer itself, or of the billing profile of `scope`. */
  const costs = (period: Period, of: TenantId | '', { net, asOf = NOW, way = 'report-profile' }: Costs) =>
    saveRead(db, { source: 'costs', tenantId: of, period, scope: of === '' ? 'a/euro' : '' }, asOf, {
      way,
      save: (readId) =>
        addDailyCosts(
          db,
          readId,
          withTenant(CUSTOMER, cost(`${period}-01`, net, true), cost(`${period}-02`, '1', false)),
        ),
    });

  it('say nothing while nothing is read', async () => {
    expect(await check()).toEqual([]);
  });

  it('miss the tenant of a billed customer that neither its id nor a subscription of it tells', async () => {
    await bill([customer(CUSTOMER, CUSTOMER), customer('c2', null), customer('c3', null)], null);
    expect(await check()).toEqual(['billed-tenants 2 of 3']);
    await bill([customer('c2', null)], [billed(SUBSCRIPTION, 'c2')]);
    await see(SUBSCRIPTION);
    expect(await check()).toContain('billed-tenants 0 of 1');
  });

  it('miss a customer of billed subscriptions, and a subscription with cost that billing does not list', async () => {
    await bill([customer(STRANGER, STRANGER)], [billed(SECOND, CUSTOMER), billed(SECOND, STRANGER)]);
    await see(SUBSCRIPTION, SECOND);
    await costs(november, '', { net: '7' });
    expect(await check()).toEqual([
      ...['billed-customers 1 of 1', 'billed-subscriptions 1 of 1', 'billed-tenants 0 of 1'],
    ]);
    await bill([customer(CUSTOMER, CUSTOMER)], [billed(SUBSCRIPTION, CUSTOMER)]);
    expect(await check()).toEqual([
      ...['billed-customers 0 of 1', 'billed-subscriptions 0 of 1', 'billed-tenants 0 of 1'],
    ]);
  });

  it('are not compared any more once one of them is not whole', async () => {
    await bill([customer('c2', null)], []);
    expect(await check()).toHaveLength(3);
    const failure = { kind: 'cut', message: 'no', missingRight: null, status: null, code: null };
    await noteIncomplete(db, ownRead('billing-customers'), { status: 'failed', failure });
    expect(await check()).toEqual(['billed-subscriptions 0 of 0']);
  });

  it('differ where a closed month of a customer costs another sum by its own read than by its profile', async () => {
    await costs(october, '', { net: '100' });
    await costs(october, CUSTOMER, { net: '100.01', asOf: EARLIER, way: 'query-customer' });
    expect(await check()).toEqual([`cost-by-two-ways ${CUSTOMER} 2026-10 0 of 1`]);
    await costs(october, CUSTOMER, { net: '100.02', way: 'query-customer' });
    expect(await check()).toEqual([`cost-by-two-ways ${CUSTOMER} 2026-10 1 of 1`]);
    expect((await listSourceChecks(db))[0]?.example).toContain('101.02 EUR');
  });

  it('are of an open month compared only where they were read within a day, and may have grown', async () => {
    await costs(november, '', { net: '100' });
    await costs(november, CUSTOMER, { net: '90', asOf: EARLIER, way: 'query-customer' });
    expect(await check()).toEqual([]);
    await costs(november, CUSTOMER, { net: '97', way: 'query-customer' });
    expect(await check()).toEqual([`cost-by-two-ways ${CUSTOMER} 2026-11 0 of 1`]);
    await costs(november, CUSTOMER, { net: '90', way: 'query-customer' });
    expect(await check()).toEqual([`cost-by-two-ways ${CUSTOMER} 2026-11 1 of 1`]);
  });

  it('leave files that a person imported aside', async () => {
    await costs(october, '', { net: '100' });
    await costs(october, CUSTOMER, { net: '5', way: 'file' });
    expect(await check()).toEqual([]);
  });
});
