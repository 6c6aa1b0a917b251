import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { and, eq, ne, sql } from 'drizzle-orm';
import type { DailyCost } from '#lib/core/facts.ts';
import type { SubscriptionId, TenantId } from '#lib/core/ids.ts';
import { decimalText, requireDecimal, sum, sumOrNull } from '#lib/core/money.ts';
import type { Day, Instant, Period } from '#lib/core/periods.ts';
import { inBatches, type Db } from './db.ts';
import { isCurrent } from './reads.ts';
import { costDimensions, dailyCosts, sourceReads } from './schema.ts';
import { isVisible, type Visibility } from './visible-customers.ts';

/** Adds a page of cost rows. Store it in one transaction with the cursor behind it: a page counts once. */
export async function addDailyCosts(
  db: Db,
  readId: string,
  tenantId: TenantId,
  rows: readonly DailyCost[],
): Promise<void> {
  const keyOf = (row: DailyCost) => [row.subscriptionId, row.day, row.currency, row.costClass].join('|');
  const merged = [...Map.groupBy(rows, keyOf).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const netUsd = sumOrNull(same.map((row) => row.netUsd));
    const credit = sumOrNull(same.map((row) => row.credit));
    return [{ ...first, net: sum(same.map(({ net }) => net)), netUsd, credit }];
  });
  await inBatches(merged, (batch) =>
    db
      .insert(dailyCosts)
      .values(
        batch.map((row) => ({
          readId,
          tenantId,
          ...row,
          subscriptionId: row.subscriptionId ?? '',
          net: decimalText(row.net),
          netUsd: row.netUsd === null ? null : decimalText(row.netUsd),
          credit: row.credit === null ? null : decimalText(row.credit),
        })),
      )
      .onConflictDoUpdate({
        target: [
          dailyCosts.readId,
          dailyCosts.tenantId,
          dailyCosts.subscriptionId,
          dailyCosts.day,
          dailyCosts.currency,
          dailyCosts.costClass,
        ],
        set: {
          net: sql`${dailyCosts.net} + excluded.net`,
          netUsd: sql`${dailyCosts.netUsd} + excluded.net_usd`,
          credit: sql`${dailyCosts.credit} + excluded.credit`,
        },
      }),
  );
}

/** Cost rows of the current read of a customer and month; null when none was ever completed. */
export async function findDailyCosts(
  db: Db,
  tenantId: TenantId,
  period: Period,
): Promise<{ asOf: Instant; rows: DailyCost[] } | null> {
  const [source] = await db
    .select({ readId: sourceReads.currentReadId, asOf: sourceReads.asOf })
    .from(sourceReads)
    .where(
      and(
        eq(sourceReads.source, 'costs'),
        eq(sourceReads.tenantId, tenantId),
        eq(sourceReads.period, period),
      ),
    );
  if (!source?.readId || source.asOf === null) return null;
  const rows = await db
    .select({
      subscriptionId: dailyCosts.subscriptionId,
      day: dailyCosts.day,
      currency: dailyCosts.currency,
      costClass: dailyCosts.costClass,
      credit: dailyCosts.credit,
      net: dailyCosts.net,
      netUsd: dailyCosts.netUsd,
    })
    .from(dailyCosts)
    .where(eq(dailyCosts.readId, source.readId))
    .orderBy(dailyCosts.subscriptionId, dailyCosts.day);
  return {
    asOf: source.asOf,
    rows: rows.map((row) => ({
      subscriptionId: row.subscriptionId === '' ? null : (row.subscriptionId as SubscriptionId),
      day: row.day as Day,
      currency: row.currency,
      costClass: row.costClass,
      credit: row.credit === null ? null : requireDecimal(row.credit),
      net: requireDecimal(row.net),
      netUsd: row.netUsd === null ? null : requireDecimal(row.netUsd),
    })),
  };
}

/** Of a column of which one part may be unknown: then the sum is too. */
export const sumOrUnknown = (column: AnyPgColumn) =>
  sql<string | null>`case when count(*) = count(${column}) then sum(${column}) end`;

export type DaySum = {
  day: string;
  currency: string;
  costClass: (typeof dailyCosts.$inferSelect)['costClass'];
  net: string;
  credit: string | null;
};

/** Sums by day, currency and class of a month: of one customer, or of all that may be seen. */
export const listDaySums = (db: Db, period: Period, of: Visibility | string): Promise<DaySum[]> =>
  db
    .select({
      day: dailyCosts.day,
      currency: dailyCosts.currency,
      costClass: dailyCosts.costClass,
      net: sql<string>`sum(${dailyCosts.net})`,
      credit: sumOrUnknown(dailyCosts.credit),
    })
    .from(dailyCosts)
    .innerJoin(sourceReads, isCurrent(dailyCosts))
    .where(
      and(
        eq(sourceReads.source, 'costs'),
        eq(sourceReads.period, period),
        typeof of === 'string' ? eq(dailyCosts.tenantId, of) : isVisible(dailyCosts.tenantId, of),
      ),
    )
    .groupBy(dailyCosts.day, dailyCosts.currency, dailyCosts.costClass)
    .orderBy(dailyCosts.day, dailyCosts.currency);

/** True when any month holds a cost row of the subscription: then it is billed through us. */
export async function listBilledSubscriptions(db: Db, tenantId: TenantId): Promise<Set<SubscriptionId>> {
  const rows = await db
    .selectDistinct({ subscriptionId: dailyCosts.subscriptionId })
    .from(dailyCosts)
    .innerJoin(sourceReads, isCurrent(dailyCosts))
    .where(
      and(
        eq(sourceReads.source, 'costs'),
        eq(sourceReads.tenantId, tenantId),
        ne(dailyCosts.subscriptionId, ''),
      ),
    );
  return new Set(rows.map((row) => row.subscriptionId as SubscriptionId));
}

export type DimensionSpelling = { billingAccountName: string; dimension: string; spelling: string };

export const saveDimensions = (db: Db, readId: string, rows: readonly DimensionSpelling[]): Promise<void> =>
  inBatches(rows, (batch) =>
    db
      .insert(costDimensions)
      .values(batch.map((row) => ({ readId, ...row })))
      .onConflictDoNothing(),
  );

export const listDimensions = (db: Db): Promise<DimensionSpelling[]> =>
  db
    .select({
      billingAccountName: costDimensions.billingAccountName,
      dimension: costDimensions.dimension,
      spelling: costDimensions.spelling,
    })
    .from(costDimensions)
    .innerJoin(sourceReads, isCurrent(costDimensions));
