import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { bytesOf, serveBlobs, STORAGE_ACCOUNT } from '#lib/azure/storage/testing/fake-blobs.ts';
import { startFakeAzure, type FakeAzure } from '#lib/azure/testing/fake-azure.ts';
import { openTestRoom, requireId, STARTED_AT_MS } from '#lib/azure/testing/test-room.ts';
import { parsePeriod } from '#lib/core/periods.ts';
import { CUSTOMER, madeFacts, STRANGER, SUBSCRIPTION } from '#lib/core/testing/made-facts.ts';
import { listCostWays } from '#lib/db/cost-ways.ts';
import { saveBilledCustomers } from '#lib/db/customers.ts';
import type { Db } from '#lib/db/db.ts';
import { writeLists } from '#lib/db/list-versions.ts';
import { listBilledCosts } from '#lib/db/plan-facts.ts';
import { ownRead } from '#lib/db/reads.ts';
import { endRun, insertRun, listStepsOf } from '#lib/db/runs.ts';
import { costWays, sourceReads } from '#lib/db/schema.ts';
import { describeOnBothEngines } from '#lib/db/testing/engines.ts';
import { saveRead } from '#lib/db/testing/made-reads.ts';
import { findCustomerPeriod } from '#lib/db/verdicts.ts';
import { nameCustomers } from './customers.ts';
import { judgeCustomers } from './judge-customers.ts';
import { planJudging } from './plan-steps.ts';
import { Pulse } from './pulse.ts';
import { readMonths } from './read-costs.ts';
import type { RunContext } from './run-step.ts';

const OWNER = '00000000-0000-4000-8000-00000000aaaa';
const [april, march] = ['2026-04', '2026-03'].map((text) => requireId(parsePeriod, text)) as [never, never];
const AT = new Date(STARTED_AT_MS).toISOString();

const ACCOUNT = '/providers/Microsoft.Billing/billingAccounts/a:b';
const PROFILE = `${ACCOUNT}/billingProfiles/P-1/providers/Microsoft.CostManagement`;
const OF_CUSTOMER = `${ACCOUNT}/customers/${CUSTOMER}/providers/Microsoft.CostManagement`;

const HEADERS =
  'customerTenantId,SubscriptionId,date,billingCurrency,costInBillingCurrency,partnerEarnedCreditApplied,partnerEarnedCreditRate';
const line = (tenantId: string, day: string): string => `${tenantId},${SUBSCRIPTION},${day},EUR,7,1,0.15`;

const exported = {
  name: 'daily',
  properties: {
    format: 'Csv',
    deliveryInfo: {
      destination: {
        resourceId: `/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/${STORAGE_ACCOUNT}`,
        container: 'cost',
        rootFolderPath: null,
      },
    },
    definition: { type: 'ActualCost' },
    schedule: { status: 'Active' },
  },
};

describeOnBothEngines('months of cost', (open) => {
  let azure: FakeAzure;
  let db: Db;
  let dataDir = '';
  let run: RunContext;
  beforeAll(async () => {
    azure = await startFakeAzure();
    ({ db } = await open());
    dataDir = await mkdtemp(join(tmpdir(), 'read-costs-'));
    await saveRead(db, ownRead('billing-customers'), AT, {
      save: (readId) =>
        saveBilledCustomers(db, readId, [
          {
            ...{ billingAccountName: 'a:b', customerId: CUSTOMER, billingProfileName: 'P-1' },
            ...{ resellers: [], tenantId: CUSTOMER, displayName: 'Alder' },
          },
        ]),
    });
    return async () => {
      await azure.close();
      await rm(dataDir, { recursive: true });
    };
  });

  beforeEach(async () => {
    azure.forget();
    await writeLists(db, async (tx) => {
      await tx.delete(costWays);
      await tx.delete(sourceReads).where(eq(sourceReads.source, 'costs'));
    });
    for (const place of [ACCOUNT + '/providers/Microsoft.CostManagement', PROFILE, OF_CUSTOMER]) {
      for (const what of ['exports', 'dimensions']) azure.on('GET', `${place}/${what}`, { status: 403 });
      for (const what of ['generateCostDetailsReport', 'query']) {
        azure.on('POST', `${place}/${what}`, { status: 403 });
      }
    }
    const { room } = openTestRoom(azure.url);
    const deps = {
      ...{ db, room, profile: madeFacts().profile, billingAccount: null, enrolmentMovedAt: null, dataDir },
      log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
      now: () => STARTED_AT_MS,
      newId: () => crypto.randomUUID(),
    };
    const runId = crypto.randomUUID();
    await insertRun(db, { id: runId, kind: 'full', tenantId: '', requestedBy: 'test', at: AT, owner: OWNER });
    const signal = new AbortController().signal;
    run = { deps, runId, owner: OWNER, signal, pulse: new Pulse(deps, { runId, owner: OWNER }) };
    return () => endRun(db, runId, 'complete', AT, null);
  });

  const read = async () => {
    await readMonths(run, [april, march], await listBilledCosts(db));
    const rows = [april, march].map((period) => listStepsOf(db, run.runId, { source: 'costs', period }));
    return (await Promise.all(rows)).map((steps) =>
      steps.map(({ way, status, error }) => [way, status, error?.kind ?? null].join(' ')),
    );
  };
  const closed = async () =>
    (await listCostWays(db)).flatMap(({ way, permitted }) => (permitted ? [] : [way])).sort();
  const deliver = (...lines: string[]): void => {
    azure.on('GET', `${PROFILE}/exports`, { json: { value: [exported] } });
    const name = 'daily/20260301-20260331/r-1.csv';
    serveBlobs(azure, 'cost', [{ name, bytes: bytesOf([HEADERS, ...lines].join('\n')) }]);
  };

  it('come from an export where it has delivered one, and by another way where it has not yet', async () => {
    deliver(line(CUSTOMER, '2026-03-03'));
    azure.on('POST', `${PROFILE}/generateCostDetailsReport`, { status: 204 });
    expect(await read()).toEqual([['report-profile done '], ['export done ']]);
    expect(await closed()).toEqual([]);
  });

  it('are tried by each way once, whether an export has nothing yet or is refused', async () => {
    azure.on('GET', `${PROFILE}/exports`, { json: { value: [exported] } });
    serveBlobs(azure, 'cost', []);
    expect(await read()).toEqual([['query-customer forbidden forbidden'], []]);
    const asked = azure.calls().map(({ path }) => path);
    expect(asked.filter((path) => path.endsWith('generateCostDetailsReport'))).toHaveLength(2);
    expect(await closed()).toEqual(['query-customer', 'query-profile', 'report-customer', 'report-profile']);
  });

  it('whose report leads to nothing are a fault and no missing right', async () => {
    const location = `${azure.url}${PROFILE}/costDetailsOperationResults/r-1`;
    azure.on('POST', `${PROFILE}/generateCostDetailsReport`, { status: 202, headers: { location } });
    azure.on('GET', `${PROFILE}/costDetailsOperationResults/r-1`, { status: 404 });
    expect(await read()).toEqual([['report-profile failed malformed'], ['report-profile failed malformed']]);
    expect(await closed()).toEqual(['export']);
  });

  it('that a link leads to another host with end there, and no other way is tried', async () => {
    const columns = ['Cost', 'CostUSD', 'PartnerEarnedCreditApplied', 'Currency'].map((name) => ({
      ...{ name, type: 'String' },
    }));
    const [rows, nextLink] = [[['7', '7', 'True', 'EUR']], 'https://evil.example/next'];
    const names = ['SubscriptionId', 'PartnerEarnedCreditApplied'];
    azure.on('GET', `${PROFILE}/dimensions`, {
      json: { value: names.map((category) => ({ properties: { category, groupingEnabled: true } })) },
    });
    azure.on('POST', `${PROFILE}/query`, { json: { properties: { columns, rows, nextLink } } });
    expect(await read()).toEqual([
      ['query-profile failed foreign-host'],
      ['query-profile failed foreign-host'],
    ]);
    expect(await closed()).not.toContain('query-profile');
    expect(azure.calls().filter(({ path }) => path === `${OF_CUSTOMER}/query`)).toEqual([]);
  });

  it('that name a customer whom billing lists no longer are shown with it', async () => {
    deliver(line(CUSTOMER, '2026-03-03'), line(STRANGER, '2026-03-03'));
    azure.on('POST', `${PROFILE}/generateCostDetailsReport`, { status: 204 });
    await read();
    expect(await nameCustomers(run.deps)).toEqual([CUSTOMER, STRANGER].sort());
    await judgeCustomers(run, await planJudging(run.deps, await nameCustomers(run.deps)));
    const { subscriptions } = await findCustomerPeriod(db, STRANGER, march);
    expect(subscriptions.map(({ credit }) => credit)).toEqual(['credited']);
  });
});
