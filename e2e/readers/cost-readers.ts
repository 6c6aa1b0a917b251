import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readExportedCosts } from '#lib/azure/costs/exports.ts';
import {
  readCustomerCosts,
  readProfileCosts,
  readProfileTotals,
  readQueryDimensions,
} from '#lib/azure/costs/read.ts';
import { readCostReport } from '#lib/azure/costs/report.ts';
import { openAzureRoom, type Caller } from '#lib/azure/room.ts';
import { trust } from '#lib/azure/testing/certificates.ts';
import type { CostScope } from '#lib/core/cost-plan.ts';
import { dailyCostsOf } from '#lib/core/cost-series.ts';
import type { CostWay, DailyCost } from '#lib/core/facts.ts';
import { parseTenantId } from '#lib/core/ids.ts';
import { decimalText, sum } from '#lib/core/money.ts';
import { parsePeriod, type Period } from '#lib/core/periods.ts';
import { placeOf, readCostFiles } from '#lib/costfiles/read.ts';
import { startSimulator, type Simulator } from '../simulator/server.ts';
import { everyWay } from '../simulator/testing/cost-asks.ts';
import { openFastClock, type FastClock } from '../simulator/virtual-clock.ts';
import { billingProfileOf } from '../simulator/worlds/billing.ts';
import type { World } from '../simulator/worlds/types.ts';

export type OwnedCost = DailyCost & { tenantId: string | null };

export type CostReaders = {
  simulator: Simulator;
  /** Scopes at which cost is not refused. */
  scopesOf: (way: CostWay) => CostScope[];
  read: (way: CostWay, scope: CostScope) => Promise<OwnedCost[]>;
  /** By currency, of a billing profile. */
  readTotals: (scope: CostScope) => Promise<Record<string, string>>;
  caller: Caller;
  clock: FastClock;
  /** How often a reader had to wait. */
  waits: () => number;
  close: () => Promise<void>;
};

function requirePeriod(text: string): Period {
  const period = parsePeriod(text);
  if (period === null) throw new Error(`no month: ${text}`);
  return period;
}

function openCaller({ description }: Simulator, clock: FastClock, onWait: () => void): Caller {
  const { url, clientId, clientSecret } = description;
  const tenantId = parseTenantId(description.tenantId);
  if (tenantId === null) throw new Error('no tenant');
  const ignore = (): void => undefined;
  const room = openAzureRoom(
    {
      authorityHost: url,
      resourceManagerUrl: url,
      graphUrl: url,
      blobUrlTemplate: `${url}/_blob/{account}`,
      identity: { kind: 'secret', tenantId, clientId, clientSecret },
      linkCredentials: [],
    },
    { now: clock.now, sleep: clock.sleep, log: { debug: ignore, info: ignore, warn: ignore, error: ignore } },
  );
  return room.caller({ signal: new AbortController().signal, onWait });
}

function scopesIn({ world }: Simulator, way: CostWay): CostScope[] {
  const { billingAccountName } = world.partner;
  const readable = world.customers.filter(({ costRefused }) => !costRefused);
  if (!way.endsWith('-customer')) {
    const names = new Set(readable.map((customer) => billingProfileOf(customer).name));
    return [...names].map((name) => ({ kind: 'profile', billingAccountName, billingProfileName: name }));
  }
  return readable.flatMap(({ billingCustomerId: customerId }) =>
    customerId === null ? [] : [{ kind: 'customer' as const, billingAccountName, customerId }],
  );
}

/** The product's own readers of a closed month, in front of the simulator with Azure's limits on a fast clock. */
export async function openCostReaders(customers: number, world?: World): Promise<CostReaders> {
  const clock = openFastClock({ startMs: Date.parse('2026-11-21T10:00:00Z') });
  const simulator = await startSimulator({
    customers,
    limits: 'azure',
    clock,
    costWays: everyWay,
    ...(world === undefined ? {} : { world }),
  });
  trust(simulator.caPem);
  const dataDir = await mkdtemp(join(tmpdir(), 'cost-readers-'));
  const period = requirePeriod('2026-10');
  let waits = 0;
  const caller = openCaller(simulator, clock, () => (waits += 1));

  async function readFiles(way: CostWay, scope: CostScope): Promise<OwnedCost[]> {
    const place = placeOf(dataDir, { way, scope, period });
    const fetchFiles = way === 'export' ? readExportedCosts : readCostReport;
    const files = await fetchFiles(caller, { scope, period }, place.incoming);
    const rows: OwnedCost[] = [];
    for await (const { tenantId, days } of readCostFiles(files, place)) {
      rows.push(...days.flatMap(dailyCostsOf).map((row) => ({ ...row, tenantId })));
    }
    return rows;
  }

  async function readQueries(scope: CostScope): Promise<OwnedCost[]> {
    const asked = { period, dimensions: await readQueryDimensions(caller, scope), resume: null };
    const rows: OwnedCost[] = [];
    if (scope.kind === 'profile') {
      // Nothing else was read that names a customer.
      const nobody = { ...asked, knownTenant: () => null };
      for await (const page of readProfileCosts(caller, scope, nobody)) rows.push(...page.rows);
      return rows;
    }
    const customer = simulator.world.customers.find((one) => one.billingCustomerId === scope.customerId);
    for await (const page of readCustomerCosts(caller, scope, asked)) {
      rows.push(...page.rows.map((row) => ({ ...row, tenantId: customer?.tenantId ?? null })));
    }
    return rows;
  }

  async function readTotals(scope: CostScope): Promise<Record<string, string>> {
    if (scope.kind !== 'profile') throw new Error('no billing profile');
    const totals = await readProfileTotals(caller, scope, period);
    return Object.fromEntries([...totals].map(([currency, net]) => [currency, decimalText(net)]).sort());
  }

  return {
    ...{ simulator, caller, clock, readTotals },
    scopesOf: (way) => scopesIn(simulator, way),
    read: (way, scope) => (way.startsWith('query') ? readQueries(scope) : readFiles(way, scope)),
    waits: () => waits,
    close: async () => {
      await simulator.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

/** Exact sums by a key; null leaves a row out, and what sums to nothing is not there. */
export function sumsBy(
  rows: readonly OwnedCost[],
  keyOf: (row: OwnedCost) => string | null,
): Record<string, string> {
  const groups = Map.groupBy(rows, keyOf);
  groups.delete(null);
  const sums = [...groups].map(([key, same]) => [key, decimalText(sum(same.map(({ net }) => net)))] as const);
  return Object.fromEntries(sums.filter(([, net]) => net !== '0').sort());
}

/** What every way tells: whose, when, and whether it earned. */
export const byDay = (row: OwnedCost): string =>
  [row.tenantId, row.subscriptionId, row.day, row.currency, row.costClass === 'EARNED'].join(' ');
