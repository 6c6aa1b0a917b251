import { sql, type SQL } from 'drizzle-orm';
import { dailyCostsOf, foldSeries, type CostSeries } from '#lib/core/cost-series.ts';
import type { DailyCost } from '#lib/core/facts.ts';
import type { TenantId } from '#lib/core/ids.ts';
import { heldSubscription, heldTenant, upsertArrays, type OfRead } from './cost-arrays.ts';
import type { Db } from './db.ts';
import { dailyCosts } from './schema.ts';

/** '' for a charge whose customer could not be told. */
export type CostRow = DailyCost & { tenantId: TenantId | '' };

/** The days of a month, of whom CostRow is. */
export type DaysRow = CostSeries & { tenantId: TenantId | '' };

/** How a month of days is stored: one row for all of them. */
type StoredDays = typeof dailyCosts.$inferSelect;

const keyOf = ({ readId, tenantId, subscriptionId, currency, costClass }: OfRead<DaysRow>): string =>
  [readId, tenantId, subscriptionId, currency, costClass].join('|');

/** As rows to store: of each key one. */
export const storedDays = (rows: readonly OfRead<DaysRow>[]): StoredDays[] =>
  foldSeries(rows, keyOf).map(({ subscriptionId, values: days, ...row }) => ({
    ...row,
    subscriptionId: subscriptionId ?? '',
    days,
  }));

export const unfoldDays = ({ days, readId, tenantId, ...row }: StoredDays): OfRead<CostRow>[] =>
  dailyCostsOf({ ...row, subscriptionId: heldSubscription(row), values: days }).map((day) => ({
    ...day,
    readId,
    tenantId: heldTenant(tenantId),
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
