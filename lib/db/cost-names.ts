import { sql } from 'drizzle-orm';
import { foldSeries, groupedCostsOf, type NamedSeries } from '#lib/core/cost-series.ts';
import type { GroupedCost } from '#lib/core/facts.ts';
import type { TenantId } from '#lib/core/ids.ts';
import { heldSubscription, heldTenant, type ArrayTable, type OfRead } from './cost-arrays.ts';
import { monthlyGroupedCosts } from './schema.ts';

/** '' for a charge whose customer could not be told. */
export type GroupedCostRow = GroupedCost & { tenantId: TenantId | '' };

/** The names of a month, of whom GroupedCostRow is. */
export type NamesRow = NamedSeries & { tenantId: TenantId | '' };

/** How sums by resource group, service or price are stored: one row for all names. */
type StoredNames = typeof monthlyGroupedCosts.$inferSelect;

const keyOf = (row: OfRead<NamesRow>): string =>
  [row.readId, row.tenantId, row.grouping, row.subscriptionId, row.currency, row.costClass].join('|');

/** As rows to store: of each key one. */
export const storedNames = (period: string, rows: readonly OfRead<NamesRow>[]): StoredNames[] =>
  foldSeries(rows, keyOf).map(({ subscriptionId, values: names, ...row }) => ({
    ...row,
    period,
    subscriptionId: subscriptionId ?? '',
    names,
  }));

export const unfoldNames = ({ names, readId, tenantId, period: _period, ...row }: StoredNames) =>
  groupedCostsOf({ ...row, subscriptionId: heldSubscription(row), values: names }).map(
    (name): OfRead<GroupedCostRow> => ({ ...name, readId, tenantId: heldTenant(tenantId) }),
  );

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
