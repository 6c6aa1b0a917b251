import type { CostScope, TriedWay } from '#lib/core/cost-plan.ts';
import { chooseCostReads } from '#lib/core/choose-reads.ts';
import { scopeOfProfile, type CostedCustomer } from '#lib/core/cost-steps.ts';
import type { TenantId } from '#lib/core/ids.ts';
import type { Instant, Period } from '#lib/core/periods.ts';
import type { RunFacts } from '#lib/core/run-plan.ts';
import {
  isOpen,
  mayReadOlder,
  monthsInPlay,
  needsCost,
  olderMonths,
  type FollowUps,
  type HeldRows,
  type PlannedCustomer,
} from '#lib/core/sync-plan.ts';
import { countBilledSubscriptions } from './billing.ts';
import { listSamples } from './cost-samples.ts';
import { listCostReads, type CostRead } from './costs.ts';
import { listCostWays } from './cost-ways.ts';
import { countVisibleSubscriptions, listBilledCustomers, listCustomers } from './customers.ts';
import type { Db } from './db.ts';
import {
  listApplicationTenants,
  listDenialTargets,
  listDirectHolders,
  listForeignGroupCustomers,
  listScheduledScopes,
  listUnlinkedDelegators,
} from './follow-ups.ts';
import { listNamingProfiles } from './named-by-cost.ts';
import { listSourceReads } from './reads.ts';
import { findLastRunStart } from './runs.ts';
import { EVERY_CUSTOMER } from './visible-customers.ts';

/** What is held, as the plan of a run asks for it. */

/** Rows of each source by its last read in bulk. */
export async function heldRows(db: Db): Promise<HeldRows> {
  const held: HeldRows = {};
  for (const { source, tenantId, rows, currentReadId } of await listSourceReads(db, [''])) {
    if (tenantId === '' && currentReadId !== null) held[source] = rows;
  }
  return held;
}

/** Subscriptions that the managing tenant's token sees. */
export async function countSeen(db: Db): Promise<number> {
  const counts = await countVisibleSubscriptions(db);
  return [...counts.values()].reduce((total, count) => total + count, 0);
}

const countBy = <Row>(rows: readonly Row[], tenantOf: (row: Row) => TenantId): Map<TenantId, number> =>
  new Map([...Map.groupBy(rows, tenantOf)].map(([tenantId, same]) => [tenantId, same.length]));

export async function describeCustomers(db: Db, tenants: readonly TenantId[]): Promise<PlannedCustomer[]> {
  const seen = await countVisibleSubscriptions(db);
  const [billing] = (await listSourceReads(db, [''])).filter(
    ({ source, currentReadId }) => source === 'billing-subscriptions' && currentReadId !== null,
  );
  const unseen = new Map<TenantId, number>();
  const counts = new Map(
    (await countBilledSubscriptions(db)).map((row) => [`${row.billingAccountName}/${row.customerId}`, row]),
  );
  for (const { tenantId, billingAccountName, customerId } of await listBilledCustomers(db)) {
    const count = counts.get(`${billingAccountName}/${customerId}`)?.unseen ?? 0;
    unseen.set(tenantId, (unseen.get(tenantId) ?? 0) + count);
  }
  return tenants.map((tenantId) => ({
    tenantId,
    seen: seen.get(tenantId) ?? 0,
    unseen: billing === undefined ? null : (unseen.get(tenantId) ?? 0),
  }));
}

/** What the bulk reads have shown to matter, and of whom. */
export async function heldFollowUps(db: Db): Promise<FollowUps> {
  const holders = countBy(await listDirectHolders(db), ({ tenantId }) => tenantId);
  const denials = countBy(await listDenialTargets(db), ({ tenantId }) => tenantId);
  const billed = new Set((await listBilledCustomers(db)).map(({ tenantId }) => tenantId));
  const movedPerhaps = (await listForeignGroupCustomers(db)).filter((tenantId) => billed.has(tenantId));
  return { holders, denials, movedPerhaps };
}

/** Customers in whose tenant an identity of ours may be linked by another id. */
export const listLinkTenants = async (db: Db, managingTenantId: TenantId): Promise<TenantId[]> => [
  ...(await listApplicationTenants(db, managingTenantId)),
  ...(await listUnlinkedDelegators(db, managingTenantId)),
];

/** `ours`: tenants whose applications count. */
export const countScheduledScopes = async (
  db: Db,
  ours: readonly TenantId[],
): Promise<Map<TenantId, number>> => countBy(await listScheduledScopes(db, ours), ({ tenantId }) => tenantId);

/** Older months of customers whose cost of them is lacking; none while somebody waits for the run. */
export async function describeOlder(
  db: Db,
  { now, runId }: { now: Instant; runId: string | null },
): Promise<RunFacts['older']> {
  if (!mayReadOlder(await findLastRunStart(db, runId), now)) return [];
  const older = [];
  const billed = await listBilledCosts(db);
  for (const period of olderMonths(now)) {
    const customers = (await describeCosted(db, billed, { period, now })).filter(({ heldAsOf }) =>
      needsCost(period, heldAsOf),
    );
    if (customers.length > 0) older.push({ period, customers });
  }
  return older;
}

type Asked = {
  now: Instant;
  /** Identities whose own link is read. */
  links: number;
  managingTenantId: TenantId;
  ours: readonly TenantId[];
};

/** All that the plan of a full run is made from, as it is held now. */
export async function gatherRunFacts(db: Db, asked: Asked): Promise<RunFacts> {
  const { now, links, managingTenantId, ours } = asked;
  // Customers were stored with parsed tenant ids.
  const tenants = (await listCustomers(db, EVERY_CUSTOMER)).map(({ tenantId }) => tenantId as TenantId);
  const known = new Set(tenants);
  const months = [];
  const billed = await listBilledCosts(db);
  for (const period of monthsInPlay(now)) {
    months.push({ period, customers: await describeCosted(db, billed, { period, now }) });
  }
  const linkTenants = new Set(await listLinkTenants(db, managingTenantId));
  const tried = await triedCostWays(db);
  return {
    now,
    held: await heldRows(db),
    links,
    subscriptions: await countSeen(db),
    customers: await describeCustomers(db, tenants),
    followUps: await heldFollowUps(db),
    linkTenants: [...linkTenants].filter((tenantId) => known.has(tenantId)),
    scheduledScopes: await countScheduledScopes(db, ours),
    months,
    older: await describeOlder(db, { now, runId: null }),
    tried,
    samples: await listSamples(db, { now, tried }),
  };
}

export const triedCostWays = async (db: Db): Promise<TriedWay[]> => (await listCostWays(db)).map(triedWay);

const triedWay = ({
  way,
  permitted,
  triedAt,
  ...row
}: Awaited<ReturnType<typeof listCostWays>>[number]): TriedWay => {
  const { billingAccountName, billingProfileName, customerId } = row;
  const scope: CostScope =
    customerId === ''
      ? { kind: 'profile', billingAccountName, billingProfileName }
      : { kind: 'customer', billingAccountName, customerId };
  return { way, scope, permitted, at: triedAt };
};

/** A billed customer, whatever is held of its cost. */
export type BilledCost = Omit<CostedCustomer, 'heldAsOf'>;

export async function listBilledCosts(db: Db): Promise<BilledCost[]> {
  const counts = new Map(
    (await countBilledSubscriptions(db)).map((row) => [
      `${row.billingAccountName}/${row.customerId}`,
      row.subscriptions,
    ]),
  );
  return (await listBilledCustomers(db)).map(
    ({ tenantId, billingAccountName, billingProfileName, customerId }) => ({
      tenantId,
      billingAccountName,
      billingProfileName,
      customerId,
      subscriptions: counts.get(`${billingAccountName}/${customerId}`) ?? 0,
    }),
  );
}

/** Billed customers with what is held of their month. */
export async function describeCosted(
  db: Db,
  billed: readonly BilledCost[],
  { period, now }: { period: Period; now: Instant },
): Promise<CostedCustomer[]> {
  const held = await heldCosts(db, { period, now, billed });
  return billed.map((row) => ({ ...row, heldAsOf: oldestOf(held.get(row.tenantId) ?? []) }));
}

type Billed = readonly Pick<BilledCost, 'tenantId' | 'billingAccountName' | 'billingProfileName'>[];

type HeldAsked = {
  period: Period;
  now: Instant;
  billed: Billed;
  /** Customers that may be billed no longer. */
  tenants?: readonly TenantId[];
};

/** The reads that a month's cost of each billed customer comes from. */
export async function heldCosts(
  db: Db,
  { period, now, billed, tenants = [] }: HeldAsked,
): Promise<Map<TenantId, CostRead[]>> {
  const byTenant = Map.groupBy(billed, ({ tenantId }) => tenantId);
  const asked = [...new Set([...byTenant.keys(), ...tenants])];
  const naming = await listNamingProfiles(db, period, tenants);
  const reads = await listCostReads(db, period, asked);
  const ofTenant = Map.groupBy(reads, ({ tenantId }) => tenantId);
  const closed = !isOpen(period, now);
  return new Map(
    asked.map((tenantId) => {
      const candidates = [...(ofTenant.get('') ?? []), ...(ofTenant.get(tenantId) ?? [])];
      const scopes = scopesOf(byTenant.get(tenantId) ?? [], naming.get(tenantId));
      return [tenantId, chooseCostReads(candidates, scopes, { closed }).daily];
    }),
  );
}

/** Billing profiles that bill a customer, or whose cost names it; none while one of the first is not known. */
export function scopesOf(rows: Billed, naming: readonly string[] = []): string[] {
  const known = rows.flatMap(({ billingAccountName, billingProfileName }) =>
    billingProfileName === null ? [] : [scopeOfProfile(billingAccountName, billingProfileName)],
  );
  return known.length === rows.length ? [...new Set([...known, ...naming])] : [];
}

export const oldestOf = (reads: readonly CostRead[]): Instant | null =>
  reads
    .map(({ asOf }) => asOf)
    .sort()
    .at(0) ?? null;
