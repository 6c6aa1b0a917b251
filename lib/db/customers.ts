import { alias } from 'drizzle-orm/pg-core';
import { and, count, eq, inArray, isNotNull, or, sql, type SQL } from 'drizzle-orm';
import type { BilledCustomer, Subscription } from '#lib/core/facts.ts';
import type { TenantId } from '#lib/core/ids.ts';
import type { Instant } from '#lib/core/periods.ts';
import { inArrays, lastOfEach, takeExcluded, type Db } from './db.ts';
import { writeLists } from './list-versions.ts';
import { isCurrent } from './reads.ts';
import { billedCustomers, billedSubscriptions, customers, sourceReads, subscriptions } from './schema.ts';
import { isVisible, type Visibility } from './visible-customers.ts';

export type Customer = typeof customers.$inferSelect;

export async function saveBilledCustomers(
  db: Db,
  readId: string,
  rows: readonly BilledCustomer[],
): Promise<void> {
  const stored = rows.map((row) => ({ readId, ...row }));
  await inArrays(billedCustomers, stored, (select) =>
    db.insert(billedCustomers).select(select).onConflictDoNothing(),
  );
}

type BilledTenant = BilledCustomer & { tenantId: TenantId };

/** Billed customers whose tenant is known, from the current read; of one tenant, or all. */
export async function listBilledCustomers(db: Db, tenantId?: TenantId): Promise<BilledTenant[]> {
  const rows = await listBilled(db, tenantId);
  return rows.flatMap((row) =>
    row.tenantId === null || (tenantId !== undefined && row.tenantId !== tenantId)
      ? []
      : [{ ...row, tenantId: row.tenantId }],
  );
}

/** '<billing account>/<id>' of all billed customers, and of those of whom nothing tells the tenant. */
export async function listUnidentified(db: Db): Promise<{ listed: string[]; unidentified: string[] }> {
  const rows = await listBilled(db);
  const idsOf = (some: typeof rows): string[] =>
    some.map(({ billingAccountName, customerId }) => `${billingAccountName}/${customerId}`);
  return { listed: idsOf(rows), unidentified: idsOf(rows.filter((row) => row.tenantId === null)) };
}

/**
 * Home tenants of their subscriptions tell whose they are for certain; their own id has its form (contracts.md section
 * 6, unproven).
 */
async function listBilled(db: Db, tenantId?: TenantId): Promise<BilledCustomer[]> {
  const isOf = tenantId === undefined ? undefined : await isPerhapsOf(db, tenantId);
  const rows = await db
    .select({ row: billedCustomers })
    .from(billedCustomers)
    .innerJoin(sourceReads, isCurrent(billedCustomers))
    .where(isOf)
    .orderBy(billedCustomers.billingAccountName, billedCustomers.customerId);
  const ids = rows.map(({ row }) => row.customerId);
  const isOfThem = tenantId === undefined ? undefined : inArray(billedSubscriptions.customerId, ids);
  const homes = new Map(
    (await listHomes(db, isOfThem)).map((home) => [
      `${home.billingAccountName}/${home.customerId}`,
      home.tenantId,
    ]),
  );
  return rows.map(({ row: { readId: _readId, ...row } }) => {
    const home = homes.get(`${row.billingAccountName}/${row.customerId}`) ?? row.tenantId;
    // Both columns are written from parsed tenant ids only.
    return { ...row, tenantId: home as TenantId | null };
  });
}

/** By its own id, or by the home of a subscription of it. */
async function isPerhapsOf(db: Db, tenantId: TenantId): Promise<SQL | undefined> {
  const homes = await listHomes(db, eq(subscriptions.tenantId, tenantId));
  const ids = homes.flatMap(({ customerId }) => customerId ?? []);
  return or(eq(billedCustomers.tenantId, tenantId), inArray(billedCustomers.customerId, ids));
}

/** Tenants of billed customers by their subscriptions that a token sees. */
function listHomes(db: Db, isAsked: SQL | undefined) {
  const seen = alias(sourceReads, 'seen');
  return db
    .selectDistinct({
      billingAccountName: billedSubscriptions.billingAccountName,
      customerId: billedSubscriptions.customerId,
      tenantId: subscriptions.tenantId,
    })
    .from(billedSubscriptions)
    .innerJoin(sourceReads, isCurrent(billedSubscriptions))
    .innerJoin(subscriptions, eq(subscriptions.subscriptionId, billedSubscriptions.subscriptionId))
    .innerJoin(seen, eq(seen.currentReadId, subscriptions.readId))
    .where(and(isNotNull(billedSubscriptions.customerId), isAsked));
}

export async function saveSubscriptions(
  db: Db,
  readId: string,
  rows: readonly Subscription[],
): Promise<void> {
  const unique = lastOfEach(rows, ({ subscriptionId }) => subscriptionId);
  const stored = unique.map((row) => ({ readId, ...row }));
  await inArrays(subscriptions, stored, (select) =>
    db
      .insert(subscriptions)
      .select(select)
      .onConflictDoUpdate({
        target: [subscriptions.readId, subscriptions.subscriptionId],
        set: takeExcluded(subscriptions, ['readId', 'subscriptionId']),
      }),
  );
}

export type VisibleSubscription = Subscription & {
  source: 'subscriptions' | 'customer-subscriptions';
  asOf: Instant;
};

/** Subscriptions that the managing tenant's token or the customer's sees; one row for each that sees it. */
export async function listVisibleSubscriptions(
  db: Db,
  tenantIds?: readonly TenantId[],
): Promise<VisibleSubscription[]> {
  const rows = await db
    .select({
      subscriptionId: subscriptions.subscriptionId,
      tenantId: subscriptions.tenantId,
      displayName: subscriptions.displayName,
      state: subscriptions.state,
      offer: subscriptions.offer,
      source: sourceReads.source,
      asOf: sourceReads.asOf,
    })
    .from(subscriptions)
    .innerJoin(sourceReads, isCurrent(subscriptions))
    .where(tenantIds === undefined ? undefined : inArray(subscriptions.tenantId, [...tenantIds]))
    .orderBy(subscriptions.subscriptionId);
  // Ids were parsed before they were stored, and only these two sources write this table.
  return rows as VisibleSubscription[];
}

/** Subscriptions of each tenant that the managing tenant's token sees. */
export async function countVisibleSubscriptions(db: Db): Promise<Map<TenantId, number>> {
  const rows = await db
    .select({ tenantId: subscriptions.tenantId, count: count() })
    .from(subscriptions)
    .innerJoin(sourceReads, isCurrent(subscriptions))
    .where(eq(sourceReads.source, 'subscriptions'))
    .groupBy(subscriptions.tenantId);
  return new Map(rows.map((row) => [row.tenantId as TenantId, row.count]));
}

type Profile = { billingAccountName: string; billingProfileName: string };

/** Whose each subscription of a billing profile's customers is, as a token of ours or billing tells. */
export async function listSubscriptionTenants(
  db: Db,
  { billingAccountName, billingProfileName }: Profile,
): Promise<Map<string, TenantId>> {
  const ofProfile = (await listBilledCustomers(db)).filter(
    (row) => row.billingAccountName === billingAccountName && row.billingProfileName === billingProfileName,
  );
  const billed = new Map(ofProfile.map((row) => [row.customerId, row.tenantId]));
  const isOf = and(
    eq(billedSubscriptions.billingAccountName, billingAccountName),
    inArray(billedSubscriptions.customerId, [...billed.keys()]),
  );
  const rows = await db
    .select({
      subscriptionId: billedSubscriptions.subscriptionId,
      customerId: billedSubscriptions.customerId,
    })
    .from(billedSubscriptions)
    .innerJoin(sourceReads, isCurrent(billedSubscriptions))
    .where(isOf);
  const tenants = new Map<string, TenantId>();
  for (const { subscriptionId, customerId } of rows) {
    const tenantId = billed.get(customerId ?? '');
    if (tenantId !== undefined) tenants.set(subscriptionId, tenantId);
  }
  const seen = await db
    .select({ subscriptionId: subscriptions.subscriptionId, tenantId: subscriptions.tenantId })
    .from(subscriptions)
    .innerJoin(sourceReads, isCurrent(subscriptions))
    .where(inArray(subscriptions.tenantId, [...new Set(billed.values())]));
  for (const row of seen) tenants.set(row.subscriptionId, row.tenantId as TenantId);
  return tenants;
}

type NewCustomer = Pick<
  Customer,
  'tenantId' | 'displayName' | 'domain' | 'billingAccountName' | 'billingCustomerId'
>;

/** Adds and renames customers; none is ever removed, so that history keeps its name. */
export async function saveCustomers(db: Db, at: Instant, rows: readonly NewCustomer[]): Promise<void> {
  await writeLists(db, async (tx) => {
    const stored = rows.map((row) => ({ ...row, firstSeenAt: at, syncedAt: at }));
    await inArrays(customers, stored, (select) =>
      tx
        .insert(customers)
        .select(select)
        .onConflictDoUpdate({
          target: customers.tenantId,
          set: takeExcluded(customers, ['tenantId', 'firstSeenAt']),
          setWhere: sql`${customers.syncedAt} <= ${at}`,
        }),
    );
  });
}

export const listCustomers = (db: Db, visible: Visibility): Promise<Customer[]> =>
  db
    .select()
    .from(customers)
    .where(isVisible(customers.tenantId, visible))
    .orderBy(customers.displayName, customers.tenantId);

/** null where there is no such customer, or none that may be seen: the two look alike. */
export async function findCustomer(db: Db, tenantId: string, visible: Visibility): Promise<Customer | null> {
  const [row] = await db
    .select()
    .from(customers)
    .where(and(eq(customers.tenantId, tenantId), isVisible(customers.tenantId, visible)));
  return row ?? null;
}
