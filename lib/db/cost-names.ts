import { sql } from 'drizzle-orm';
import type { GroupedCost } from '#lib/core/facts.ts';
import type { SubscriptionId, TenantId } from '#lib/core/ids.ts';
import { amountsAt, foldRows, type ArrayTable, type OfRead } from './cost-arrays.ts';
import { monthlyGroupedCosts } from './schema.ts';

/** '' for a charge whose customer could not be told. */
export type GroupedCostRow = GroupedCost & { tenantId: TenantId | '' };

/** How sums by resource group, service or price are stored: one row for all names. */
type StoredNames = typeof monthlyGroupedCosts.$inferSelect;

const keyOf = (row: OfRead<GroupedCostRow>): string =>
  [row.readId, row.tenantId, row.grouping, row.subscriptionId, row.currency, row.costClass].join('|');

export const foldNames = (period: string, rows: readonly OfRead<GroupedCostRow>[]): StoredNames[] =>
  foldRows(rows, { keyOf, valueOf: ({ name }) => name }).map(({ first, values: names, amounts }) => {
    const { readId, tenantId, subscriptionId, grouping, currency, costClass } = first;
    const key = { readId, period, tenantId, subscriptionId: subscriptionId ?? '', grouping };
    return { ...key, currency, costClass, names, ...amounts };
  });

/** Ids were parsed before they were stored. */
export const unfoldNames = ({ names, ...row }: StoredNames): OfRead<GroupedCostRow>[] =>
  names.map((name, index) => ({
    readId: row.readId,
    tenantId: row.tenantId as TenantId,
    subscriptionId: row.subscriptionId === '' ? null : (row.subscriptionId as SubscriptionId),
    grouping: row.grouping,
    name,
    currency: row.currency,
    costClass: row.costClass,
    ...amountsAt(row, index),
  }));

/** The names of each row of the table, one a line, as `cost`. */
export const EACH_NAME = sql`unnest(${monthlyGroupedCosts.names}, ${monthlyGroupedCosts.net}, ${monthlyGroupedCosts.netUsd},
    ${monthlyGroupedCosts.credit})
  as cost (name, net, net_usd, credit)`;

const { readId, tenantId, grouping, subscriptionId, currency, costClass, names } = monthlyGroupedCosts;

export const NAMED: ArrayTable = {
  table: monthlyGroupedCosts,
  key: [readId, tenantId, grouping, subscriptionId, currency, costClass],
  values: names,
};
