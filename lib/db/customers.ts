import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { BilledCustomer, Subscription } from '#lib/core/facts.ts';
import type { TenantId } from '#lib/core/ids.ts';
import type { Instant } from '#lib/core/periods.ts';
import { inBatches, takeExcluded, type Db } from './db.ts';
import { isCurrent } from './reads.ts';
import { billedCustomers, customers, sourceReads, subscriptions } from './schema.ts';
import { isVisible, type Visibility } from './visible-customers.ts';

export type Customer = typeof customers.$inferSelect;

export async function saveBilledCustomers(
  db: Db,
  readId: string,
  rows: readonly BilledCustomer[],
): Promise<void> {
  await inBatches(rows, (batch) =>
    db
      .insert(billedCustomers)
      .values(batch.map((row) => ({ readId, ...row })))
      .onConflictDoNothing(),
  );
}

/** Billed customers whose id is a tenant's, from the current read; of one tenant, or all. */
export async function listBilledCustomers(
  db: Db,
  tenantId?: TenantId,
): Promise<(BilledCustomer & { tenantId: TenantId })[]> {
  const rows = await db
    .select({
      billingAccountName: billedCustomers.billingAccountName,
      customerId: billedCustomers.customerId,
      tenantId: billedCustomers.tenantId,
      displayName: billedCustomers.displayName,
      billingProfileName: billedCustomers.billingProfileName,
      resellers: billedCustomers.resellers,
    })
    .from(billedCustomers)
    .innerJoin(sourceReads, isCurrent(billedCustomers))
    .where(
      tenantId === undefined ? isNotNull(billedCustomers.tenantId) : eq(billedCustomers.tenantId, tenantId),
    )
    .orderBy(billedCustomers.billingAccountName, billedCustomers.customerId);
  // The column is written from a parsed tenant id only.
  return rows.map((row) => ({ ...row, tenantId: row.tenantId as TenantId }));
}

export async function saveSubscriptions(
  db: Db,
  readId: string,
  rows: readonly Subscription[],
): Promise<void> {
  await inBatches(rows, (batch) =>
    db
      .insert(subscriptions)
      .values(batch.map((row) => ({ readId, ...row })))
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

type NewCustomer = Pick<Customer, 'tenantId' | 'displayName' | 'billingAccountName' | 'billingCustomerId'>;

/** Adds and renames customers; none is ever removed, so that history keeps its name. */
export async function saveCustomers(db: Db, at: Instant, rows: readonly NewCustomer[]): Promise<void> {
  await inBatches(rows, (batch) =>
    db
      .insert(customers)
      .values(batch.map((row) => ({ ...row, firstSeenAt: at, syncedAt: at })))
      .onConflictDoUpdate({
        target: customers.tenantId,
        set: takeExcluded(customers, ['tenantId', 'firstSeenAt', 'domain']),
        setWhere: sql`${customers.syncedAt} <= ${at}`,
      }),
  );
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
