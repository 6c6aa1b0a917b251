import { and, eq, exists, inArray, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { BilledSubscription, BillingAccount, BillingProfile, BillingTransfer } from '#lib/core/facts.ts';
import type { SubscriptionId, TenantId } from '#lib/core/ids.ts';
import { inArrays, inBatches, takeExcluded, type Db } from './db.ts';
import { isCurrent } from './reads.ts';
import {
  billedSubscriptions,
  billingAccounts,
  billingProfiles,
  billingTransfers,
  sourceReads,
  subscriptions,
} from './schema.ts';

// Every id in this file was parsed before it was stored; the casts back to branded ids rest on that.

export const saveBillingAccounts = (db: Db, readId: string, rows: readonly BillingAccount[]): Promise<void> =>
  inBatches(rows, (batch) =>
    db
      .insert(billingAccounts)
      .values(batch.map((row) => ({ readId, ...row })))
      .onConflictDoNothing(),
  );

export const listBillingAccounts = (db: Db): Promise<BillingAccount[]> =>
  db
    .select({
      name: billingAccounts.name,
      displayName: billingAccounts.displayName,
      agreementType: billingAccounts.agreementType,
      accountType: billingAccounts.accountType,
    })
    .from(billingAccounts)
    .innerJoin(sourceReads, isCurrent(billingAccounts))
    .orderBy(billingAccounts.name);

export const saveBillingProfiles = (db: Db, readId: string, rows: readonly BillingProfile[]): Promise<void> =>
  inBatches(rows, (batch) =>
    db
      .insert(billingProfiles)
      .values(batch.map((row) => ({ readId, ...row })))
      .onConflictDoNothing(),
  );

export const listBillingProfiles = (db: Db): Promise<BillingProfile[]> =>
  db
    .select({
      billingAccountName: billingProfiles.billingAccountName,
      name: billingProfiles.name,
      displayName: billingProfiles.displayName,
      currency: billingProfiles.currency,
    })
    .from(billingProfiles)
    .innerJoin(sourceReads, isCurrent(billingProfiles))
    .orderBy(billingProfiles.billingAccountName, billingProfiles.name);

const isActive = (status: string | null): boolean => status?.toLowerCase() === 'active';

/** Products that are no Azure subscription are left out; of rows of one subscription the active one stays. */
export async function saveBilledSubscriptions(
  db: Db,
  readId: string,
  rows: readonly BilledSubscription[],
): Promise<void> {
  const best = new Map<string, BilledSubscription & { subscriptionId: SubscriptionId }>();
  for (const row of rows) {
    if (row.subscriptionId === null) continue;
    const key = `${row.billingAccountName}/${row.subscriptionId}`;
    const held = best.get(key);
    if (held === undefined || !isActive(held.status)) {
      best.set(key, { ...row, subscriptionId: row.subscriptionId });
    }
  }
  const keys = ['readId', 'billingAccountName', 'subscriptionId'];
  const stored = [...best.values()].map(({ reseller, ...row }) => ({
    readId,
    ...row,
    resellerId: reseller?.resellerId ?? null,
    resellerName: reseller?.name ?? null,
  }));
  await inArrays(billedSubscriptions, stored, (select) =>
    db
      .insert(billedSubscriptions)
      .select(select)
      .onConflictDoUpdate({
        target: [
          billedSubscriptions.readId,
          billedSubscriptions.billingAccountName,
          billedSubscriptions.subscriptionId,
        ],
        set: takeExcluded(billedSubscriptions, keys),
        setWhere: sql`lower(coalesce(${billedSubscriptions.status}, '')) <> 'active'`,
      }),
  );
}

type BilledRow = BilledSubscription & { subscriptionId: SubscriptionId };

type Named = { subscriptionIds: readonly string[]; customerIds: readonly string[] };

/** Of the current read: the subscriptions named, and all of the customers named by their ids of billing. */
export async function listBilledSubscriptions(
  db: Db,
  { subscriptionIds, customerIds }: Named,
): Promise<BilledRow[]> {
  const rows = await db
    .select({ row: billedSubscriptions })
    .from(billedSubscriptions)
    .innerJoin(sourceReads, isCurrent(billedSubscriptions))
    .where(
      or(
        inArray(billedSubscriptions.subscriptionId, [...subscriptionIds]),
        inArray(billedSubscriptions.customerId, [...customerIds]),
      ),
    )
    .orderBy(billedSubscriptions.billingAccountName, billedSubscriptions.subscriptionId);
  return rows.map(({ row: { readId: _readId, resellerId, resellerName, ...row } }) => ({
    ...row,
    subscriptionId: row.subscriptionId as SubscriptionId,
    reseller: resellerId === null ? null : { resellerId, name: resellerName },
  }));
}

/** How many subscriptions billing lists of each billed customer, and how many of them no token of ours sees. */
export async function countBilledSubscriptions(
  db: Db,
): Promise<{ billingAccountName: string; customerId: string; subscriptions: number; unseen: number }[]> {
  const token = alias(sourceReads, 'token');
  const isSeen = exists(
    db
      .select({ one: sql`1` })
      .from(subscriptions)
      .innerJoin(token, eq(token.currentReadId, subscriptions.readId))
      .where(
        and(
          eq(subscriptions.subscriptionId, billedSubscriptions.subscriptionId),
          eq(token.source, 'subscriptions'),
        ),
      ),
  );
  const isUnseen = sql`lower(coalesce(${billedSubscriptions.status}, '')) in ('', 'active') and not ${isSeen}`;
  const rows = await db
    .select({
      billingAccountName: billedSubscriptions.billingAccountName,
      customerId: billedSubscriptions.customerId,
      subscriptions: sql<number>`count(*)::int`,
      unseen: sql<number>`(count(*) filter (where ${isUnseen}))::int`,
    })
    .from(billedSubscriptions)
    .innerJoin(sourceReads, isCurrent(billedSubscriptions))
    .groupBy(billedSubscriptions.billingAccountName, billedSubscriptions.customerId);
  return rows.flatMap((row) => (row.customerId === null ? [] : [{ ...row, customerId: row.customerId }]));
}

export const saveBillingTransfers = (
  db: Db,
  readId: string,
  rows: readonly BillingTransfer[],
): Promise<void> =>
  inBatches(rows, (batch) =>
    db
      .insert(billingTransfers)
      .values(batch.map((row) => ({ readId, ...row })))
      .onConflictDoNothing(),
  );

export async function listBillingTransfers(db: Db, ids: readonly string[]): Promise<BillingTransfer[]> {
  const rows = await db
    .select({ row: billingTransfers })
    .from(billingTransfers)
    .innerJoin(sourceReads, isCurrent(billingTransfers))
    .where(inArray(billingTransfers.subscriptionId, [...ids]))
    .orderBy(billingTransfers.id);
  return rows.map(({ row: { readId: _readId, ...row } }) => ({
    ...row,
    subscriptionId: row.subscriptionId as SubscriptionId,
    otherTenantId: row.otherTenantId as TenantId | null,
  }));
}
