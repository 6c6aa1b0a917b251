import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { CostClass } from '#lib/core/cost-classes.ts';
import { EACH_NAME } from './cost-names.ts';
import { type Db } from './db.ts';
import { scopeOfImport } from './imports.ts';
import { costCovers, monthlyCosts, monthlyGroupedCosts, sourceReads } from './schema.ts';

const isOf = (ids: readonly string[]) =>
  and(eq(sourceReads.source, 'costs'), inArray(sourceReads.scope, ids.map(scopeOfImport)));

export type ImportSum = {
  scope: string;
  period: string;
  currency: string;
  costClass: CostClass;
  net: string;
  credit: string | null;
};

/** What files hold, by month, currency and class. Each line has a kind of price, so these sums leave none out. */
export async function listImportSums(db: Db, ids: readonly string[]): Promise<ImportSum[]> {
  if (ids.length === 0) return [];
  const { currency, costClass, grouping, readId } = monthlyGroupedCosts;
  const { scope, period, currentReadId } = sourceReads;
  return db
    .select({
      scope,
      period,
      currency,
      costClass,
      net: sql<string>`sum(cost.net)::text`,
      credit: sql<string | null>`case when count(cost.credit) = count(*) then sum(cost.credit)::text end`,
    })
    .from(monthlyGroupedCosts)
    .innerJoin(sourceReads, eq(readId, currentReadId))
    .crossJoinLateral(EACH_NAME)
    .where(and(isOf(ids), eq(grouping, 'price')))
    .groupBy(scope, period, currency, costClass)
    .orderBy(scope, period, currency, costClass);
}

export type ImportCover = {
  scope: string;
  period: string;
  /** Whose cost of a customer's month counts: this file's, another's, or what Azure answered. */
  counts: 'this' | 'other-file' | 'azure';
  customers: number;
};

/** For how many customers of each month files count, and what counts in their place. */
export async function listImportCovers(db: Db, ids: readonly string[]): Promise<ImportCover[]> {
  if (ids.length === 0) return [];
  const counts = sql<ImportCover['counts']>`case when ${costCovers.scope} = ${sourceReads.scope} then 'this'
    when ${costCovers.scope} like 'file/%' then 'other-file' else 'azure' end`;
  return db
    .select({
      scope: sourceReads.scope,
      period: sourceReads.period,
      counts: counts.as('counts'),
      customers: sql<number>`count(distinct ${sourceReads.tenantId})::int`,
    })
    .from(sourceReads)
    .innerJoin(
      costCovers,
      and(
        eq(costCovers.period, sourceReads.period),
        eq(costCovers.tenantId, sourceReads.tenantId),
        eq(costCovers.kind, 'daily'),
      ),
    )
    .where(and(isOf(ids), isNotNull(sourceReads.currentReadId)))
    .groupBy(sourceReads.scope, sourceReads.period, sql`counts`)
    .orderBy(sourceReads.scope, sourceReads.period, sql`counts`);
}

export type CustomerNet = { tenantId: string; currency: string; costClass: CostClass; net: string };

/** What the pages show as each customer's cost of a month, by class. */
export const listCustomerNets = (db: Db, period: string): Promise<CustomerNet[]> =>
  db
    .select({
      tenantId: monthlyCosts.tenantId,
      currency: monthlyCosts.currency,
      costClass: monthlyCosts.costClass,
      net: sql<string>`sum(${monthlyCosts.net})::text`,
    })
    .from(monthlyCosts)
    .where(eq(monthlyCosts.period, period))
    .groupBy(monthlyCosts.tenantId, monthlyCosts.currency, monthlyCosts.costClass)
    .orderBy(monthlyCosts.tenantId, monthlyCosts.currency, monthlyCosts.costClass);
