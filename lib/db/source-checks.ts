import { and, eq, getTableColumns, inArray, isNotNull, ne, sql } from 'drizzle-orm';
import type { SourceCheck, SourceCheckName } from '#lib/core/source-checks.ts';
import type { Instant, Period } from '#lib/core/periods.ts';
import { EACH_DAY } from './cost-days.ts';
import type { Db } from './db.ts';
import { writeLists } from './list-versions.ts';
import { isCurrent } from './reads.ts';
import {
  billedCustomers,
  billedSubscriptions,
  customers,
  dailyCosts,
  delegations,
  sourceChecks,
  sourceReads,
  subscriptions,
} from './schema.ts';

export type CheckKey = { check: SourceCheckName; tenantId: string; period: Period | ''; scope?: string };
export type StoredCheck = typeof sourceChecks.$inferSelect & { displayName: string | null };

export async function saveSourceCheck(db: Db, key: CheckKey, found: SourceCheck, at: Instant): Promise<void> {
  await writeLists(db, async (tx) => {
    const values = { ...found, checkedAt: at };
    await tx
      .insert(sourceChecks)
      .values({ ...key, ...values })
      .onConflictDoUpdate({
        target: [sourceChecks.check, sourceChecks.tenantId, sourceChecks.period, sourceChecks.scope],
        set: values,
      });
  });
}

/** With the name of the customer that a check is of. */
export const listSourceChecks = (db: Db): Promise<StoredCheck[]> =>
  db
    .select({ ...getTableColumns(sourceChecks), displayName: customers.displayName })
    .from(sourceChecks)
    .leftJoin(customers, eq(customers.tenantId, sourceChecks.tenantId))
    .orderBy(sourceChecks.check, sourceChecks.period, sourceChecks.tenantId, sourceChecks.scope);

/** Checks of a kind that no longer have two sources to compare. */
export async function dropSourceChecks(db: Db, check: SourceCheckName): Promise<void> {
  await writeLists(db, async (tx) => {
    await tx.delete(sourceChecks).where(eq(sourceChecks.check, check));
  });
}

/** Billed customers by account, as the list of them and as that of billed subscriptions names them. */
export async function listCustomerNames(db: Db): Promise<{ listed: string[]; named: string[] }> {
  const account = (table: typeof billedCustomers | typeof billedSubscriptions) =>
    sql<string>`${table.billingAccountName} || '/' || ${table.customerId}`;
  const listed = await db
    .selectDistinct({ id: account(billedCustomers) })
    .from(billedCustomers)
    .innerJoin(sourceReads, isCurrent(billedCustomers));
  const named = await db
    .selectDistinct({ id: account(billedSubscriptions) })
    .from(billedSubscriptions)
    .innerJoin(sourceReads, isCurrent(billedSubscriptions))
    .where(and(isNotNull(billedSubscriptions.customerId), ne(billedSubscriptions.customerId, '')));
  return { listed: listed.map(({ id }) => id), named: named.map(({ id }) => id) };
}

type SubscriptionIds = { seen: string[]; costed: string[]; billed: string[] };

/** Subscriptions that Resource Graph shows, that have cost of these months, and that billing lists. */
export async function listSubscriptionIds(db: Db, periods: readonly Period[]): Promise<SubscriptionIds> {
  const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);
  const seen = await db
    .selectDistinct({ id: subscriptions.subscriptionId })
    .from(subscriptions)
    .innerJoin(sourceReads, isCurrent(subscriptions))
    .where(eq(sourceReads.source, 'subscriptions'));
  const costed = await db
    .selectDistinct({ id: dailyCosts.subscriptionId })
    .from(dailyCosts)
    .innerJoin(sourceReads, isCurrent(dailyCosts))
    .where(and(eq(sourceReads.source, 'costs'), inArray(sourceReads.period, [...periods])));
  const billed = await db
    .selectDistinct({ id: billedSubscriptions.subscriptionId })
    .from(billedSubscriptions)
    .innerJoin(sourceReads, isCurrent(billedSubscriptions));
  return { seen: idsOf(seen), costed: idsOf(costed), billed: idsOf(billed) };
}

export type CostSum = {
  tenantId: string;
  /** Whether it is the customer's own read or those of billing profiles; imported files are no way of reading. */
  of: 'customer' | 'profile';
  currency: string;
  net: string;
  asOf: string;
};

/** Cost of a month of customers, by each way that holds it. */
export async function listCostSums(db: Db, period: Period): Promise<CostSum[]> {
  const rows = await db
    .select({
      tenantId: dailyCosts.tenantId,
      of: sql<CostSum['of']>`case when ${sourceReads.tenantId} = '' then 'profile' else 'customer' end`.as(
        'of',
      ),
      currency: dailyCosts.currency,
      net: sql<string>`sum(cost.net)`,
      asOf: sql<string>`min(${sourceReads.asOf})`,
    })
    .from(dailyCosts)
    .innerJoin(sourceReads, isCurrent(dailyCosts))
    .crossJoinLateral(EACH_DAY)
    .where(
      and(
        eq(sourceReads.source, 'costs'),
        eq(sourceReads.period, period),
        ne(dailyCosts.tenantId, ''),
        sql`${sourceReads.way} is distinct from 'file'`,
      ),
    )
    .groupBy(dailyCosts.tenantId, sql`2`, dailyCosts.currency)
    .orderBy(dailyCosts.tenantId, dailyCosts.currency);
  return rows;
}

/** Ids of a read's delegations of one subscription. */
export async function listDelegationIds(db: Db, readId: string, subscriptionId: string): Promise<string[]> {
  const rows = await db
    .select({ id: delegations.id })
    .from(delegations)
    .where(and(eq(delegations.readId, readId), eq(delegations.subscriptionId, subscriptionId)));
  return rows.map(({ id }) => id);
}
