import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readExportedCosts } from '#lib/azure/costs/exports.ts';
import { readCustomerCosts, readProfileCosts, readQueryDimensions } from '#lib/azure/costs/read.ts';
import { readCostReport } from '#lib/azure/costs/report.ts';
import { openAzureRoom, type Caller } from '#lib/azure/room.ts';
import { trust } from '#lib/azure/testing/certificates.ts';
import type { CostClass } from '#lib/core/cost-classes.ts';
import type { CostScope } from '#lib/core/cost-plan.ts';
import type { CostWay, DailyCost } from '#lib/core/facts.ts';
import { parseTenantId } from '#lib/core/ids.ts';
import { decimalText, sum } from '#lib/core/money.ts';
import { parsePeriod } from '#lib/core/periods.ts';
import { placeOf, readCostFiles } from '#lib/costfiles/read.ts';
import { startSimulator, type Simulator } from '../simulator/server.ts';
import { everyWay } from '../simulator/testing/cost-asks.ts';
import { billingProfileOf } from '../simulator/worlds/billing.ts';
import { openFastClock, type FastClock } from '../simulator/virtual-clock.ts';

const period = parsePeriod('2026-10');
if (period === null) throw new Error('no month');
const CUSTOMERS = 60;

let simulator: Simulator;
let clock: FastClock;
let caller: Caller;
let dataDir: string;
let throttled = 0;

beforeAll(async () => {
  clock = openFastClock({ startMs: Date.parse('2026-11-21T10:00:00Z') });
  simulator = await startSimulator({ customers: CUSTOMERS, limits: 'azure', clock, costWays: everyWay });
  trust(simulator.caPem);
  dataDir = await mkdtemp(join(tmpdir(), 'cost-ways-'));
  caller = openCaller();
});
afterAll(async () => {
  await simulator.close();
  await rm(dataDir, { recursive: true });
});

function openCaller(): Caller {
  const { url, tenantId, clientId, clientSecret } = simulator.description;
  const managing = parseTenantId(tenantId);
  if (managing === null) throw new Error('no tenant');
  const ignore = (): void => undefined;
  const room = openAzureRoom(
    {
      authorityHost: url,
      resourceManagerUrl: url,
      graphUrl: url,
      blobUrlTemplate: `${url}/_blob/{account}`,
      identity: { kind: 'secret', tenantId: managing, clientId, clientSecret },
      linkCredentials: [],
    },
    {
      now: clock.now,
      sleep: clock.sleep,
      log: { debug: ignore, info: () => (throttled += 1), warn: ignore, error: ignore },
    },
  );
  return room.caller({ signal: new AbortController().signal });
}

type Owned = DailyCost & { tenantId: string | null };

const readable = () => simulator.world.customers.filter(({ costRefused }) => !costRefused);

const profiles = (): CostScope[] => {
  const { billingAccountName } = simulator.world.partner;
  const names = new Set(readable().map((customer) => billingProfileOf(customer).name));
  return [...names].map((billingProfileName) => ({
    kind: 'profile',
    billingAccountName,
    billingProfileName,
  }));
};
const customers = (): CostScope[] => {
  const { billingAccountName } = simulator.world.partner;
  return readable().flatMap(({ billingCustomerId: customerId }) =>
    customerId === null ? [] : [{ kind: 'customer' as const, billingAccountName, customerId }],
  );
};

async function fromFiles(way: CostWay, scope: CostScope): Promise<Owned[]> {
  if (period === null) return [];
  const place = placeOf(dataDir, { way, scope, period });
  const fetch = way === 'export' ? readExportedCosts : readCostReport;
  const files = await fetch(caller, { scope, period }, place.incoming);
  const rows: Owned[] = [];
  for await (const { tenantId, daily } of readCostFiles(files, place)) {
    rows.push(...daily.map((row) => ({ ...row, tenantId })));
  }
  return rows;
}

async function fromQueries(scope: CostScope): Promise<Owned[]> {
  if (period === null) return [];
  const asked = { period, dimensions: await readQueryDimensions(caller, scope), resume: null };
  const rows: Owned[] = [];
  if (scope.kind === 'profile') {
    for await (const page of readProfileCosts(caller, scope, asked)) rows.push(...page.rows);
  } else {
    const tenant = simulator.world.customers.find((one) => one.billingCustomerId === scope.customerId);
    for await (const page of readCustomerCosts(caller, scope, asked)) {
      rows.push(...page.rows.map((row) => ({ ...row, tenantId: tenant?.tenantId ?? null })));
    }
  }
  return rows;
}

async function readBy(way: CostWay): Promise<Owned[]> {
  const scopes: CostScope[] = way.endsWith('-customer') ? customers() : profiles();
  const rows: Owned[] = [];
  for (const scope of scopes) {
    rows.push(...(await (way.startsWith('query') ? fromQueries(scope) : fromFiles(way, scope))));
  }
  return rows;
}

/** Sums that are the same whatever way they were read by. */
function sumsBy(rows: readonly Owned[], keyOf: (row: Owned) => string | null): Record<string, string> {
  const groups = Map.groupBy(rows, keyOf);
  groups.delete(null);
  const sums = [...groups].map(([key, same]) => [key, decimalText(sum(same.map(({ net }) => net)))] as const);
  return Object.fromEntries(sums.filter(([, net]) => net !== '0').sort());
}

const byDay = (row: Owned): string =>
  [row.tenantId, row.subscriptionId, row.day, row.currency, row.costClass === 'EARNED'].join(' ');

/** Queries tell these by their dimensions; what else cannot earn is known from lines only. */
const QUERIED: readonly CostClass[] = [
  'EARNED',
  'INELIGIBLE_RESERVATION',
  'INELIGIBLE_SAVINGS_PLAN',
  'INELIGIBLE_SPOT',
  'CREDIT_UNKNOWN',
];
const byQueriedClass = (row: Owned): string | null =>
  QUERIED.includes(row.costClass)
    ? [row.tenantId, row.subscriptionId, row.currency, row.costClass].join(' ')
    : null;

describe('the ways of reading cost', () => {
  let reports: Owned[];
  beforeAll(async () => {
    reports = await readBy('report-customer');
  }, 120_000);

  it('find classes of every family in reports of customers', () => {
    expect([...new Set(reports.map(({ costClass }) => costClass))].sort()).toEqual([
      'EARNED',
      'ELIGIBLE_NOT_EARNED',
      'INELIGIBLE_MARKETPLACE',
      'INELIGIBLE_RESERVATION',
      'INELIGIBLE_SAVINGS_PLAN',
      'INELIGIBLE_SPOT',
      'ZERO_PRICE',
    ]);
    expect(reports.every(({ tenantId }) => tenantId !== null)).toBe(true);
  });

  it.each<CostWay>(['query-customer', 'query-profile'])(
    'agree: %s gives the same days, to the last decimal',
    async (way) => {
      const rows = await readBy(way);
      expect(sumsBy(rows, byDay)).toEqual(sumsBy(reports, byDay));
      expect(sumsBy(rows, byQueriedClass)).toEqual(sumsBy(reports, byQueriedClass));
      expect(throttled).toBeGreaterThan(0);
    },
    240_000,
  );

  it.each<CostWay>(['report-profile', 'export'])(
    'agree: %s gives the same days and classes, to the last decimal',
    async (way) => {
      const rows = await readBy(way);
      const byClass = (row: Owned): string => `${byDay(row)} ${row.costClass}`;
      expect(sumsBy(rows, byClass)).toEqual(sumsBy(reports, byClass));
    },
    120_000,
  );
});
