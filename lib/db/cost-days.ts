import { sql, type SQL } from 'drizzle-orm';
import type { DailyCost } from '#lib/core/facts.ts';
import type { SubscriptionId, TenantId } from '#lib/core/ids.ts';
import type { Day } from '#lib/core/periods.ts';
import { amountsAt, foldRows, upsertArrays, type OfRead } from './cost-arrays.ts';
import type { Db } from './db.ts';
import { dailyCosts } from './schema.ts';

/** '' for a charge whose customer could not be told. */
export type CostRow = DailyCost & { tenantId: TenantId | '' };

/** How a month of days is stored: one row for all of them. */
type StoredDays = typeof dailyCosts.$inferSelect;

const keyOf = (row: OfRead<CostRow>): string =>
  [row.readId, row.tenantId, row.subscriptionId, row.currency, row.costClass].join('|');

export const foldDays = (rows: readonly OfRead<CostRow>[]): StoredDays[] =>
  foldRows(rows, { keyOf, valueOf: ({ day }) => day }).map(({ first, values: days, amounts }) => {
    const { readId, tenantId, subscriptionId, currency, costClass } = first;
    return { readId, tenantId, subscriptionId: subscriptionId ?? '', currency, costClass, days, ...amounts };
  });

/** Ids and days were parsed before they were stored. */
export const unfoldDays = ({ days, ...row }: StoredDays): OfRead<CostRow>[] =>
  days.map((day, index) => ({
    readId: row.readId,
    tenantId: row.tenantId as TenantId,
    subscriptionId: row.subscriptionId === '' ? null : (row.subscriptionId as SubscriptionId),
    day: day as Day,
    currency: row.currency,
    costClass: row.costClass,
    ...amountsAt(row, index),
  }));

/** The days of each row of the table, one a line, as `cost`. */
export const EACH_DAY = sql`unnest(${dailyCosts.days}, ${dailyCosts.net}, ${dailyCosts.netUsd}, ${dailyCosts.credit})
  as cost (day, net, net_usd, credit)`;

/** Stores rows, and adds their days to those of rows that are there already; none may come twice. */
export const upsertDays = (db: Db, select: SQL): Promise<void> => {
  const { readId, tenantId, subscriptionId, currency, costClass, days } = dailyCosts;
  const key = [readId, tenantId, subscriptionId, currency, costClass];
  return upsertArrays(db, { table: dailyCosts, key, values: days }, select);
};
