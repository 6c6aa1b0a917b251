import { boolean, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { CostClass } from '#lib/core/cost-classes.ts';
import type { CostGrouping, CostWay } from '#lib/core/facts.ts';
import type { StepFailure } from '#lib/core/sync-run.ts';
import { at, daysColumn, decimalsColumn, factColumns, namesColumn } from './schema-columns.ts';

export const costDimensions = pgTable(
  'cost_dimensions',
  {
    ...factColumns,
    billingAccountName: text('billing_account_name').notNull(),
    dimension: text('dimension').notNull(),
    spelling: text('spelling').notNull(),
  },
  (table) => [primaryKey({ columns: [table.readId, table.billingAccountName, table.dimension] })],
);

/** A month's days in one row, in order and each once: its amounts stand at the same place of their arrays. */
export const dailyCosts = pgTable(
  'daily_costs',
  {
    ...factColumns,
    tenantId: text('tenant_id').notNull(),
    /** '' for a charge that belongs to no subscription, here and in the monthly sums. */
    subscriptionId: text('subscription_id').notNull(),
    currency: text('currency').notNull(),
    costClass: text('cost_class').$type<CostClass>().notNull(),
    days: daysColumn('days').notNull(),
    net: decimalsColumn('net').$type<string[]>().notNull(),
    /** By Microsoft's exchange rate, for order only; null where a part of it is not known. */
    netUsd: decimalsColumn('net_usd').notNull(),
    /** Credit received by each line's own rate; null where a part of it tells none. */
    credit: decimalsColumn('credit').notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.readId, table.tenantId, table.subscriptionId, table.currency, table.costClass],
    }),
  ],
);

/** Sums of a month by resource group, service or price, of the reads that carry them: all names in one row, as days are. */
export const monthlyGroupedCosts = pgTable(
  'monthly_grouped_costs',
  {
    ...factColumns,
    period: text('period').notNull(),
    tenantId: text('tenant_id').notNull(),
    subscriptionId: text('subscription_id').notNull(),
    grouping: text('grouping').$type<CostGrouping>().notNull(),
    currency: text('currency').notNull(),
    costClass: text('cost_class').$type<CostClass>().notNull(),
    names: namesColumn('names').notNull(),
    net: decimalsColumn('net').$type<string[]>().notNull(),
    netUsd: decimalsColumn('net_usd').notNull(),
    credit: decimalsColumn('credit').notNull(),
  },
  (table) => [
    primaryKey({
      columns: [
        table.readId,
        table.tenantId,
        table.grouping,
        table.subscriptionId,
        table.currency,
        table.costClass,
      ],
    }),
  ],
);

/**
 * Which reads a customer's cost of a month comes from: its own ('read_tenant_id'), or those of billing profiles.
 * Daily and monthly rows of any other read must not be added to them.
 */
export const costCovers = pgTable(
  'cost_covers',
  {
    period: text('period').notNull(),
    tenantId: text('tenant_id').notNull(),
    kind: text('kind').$type<'daily' | 'grouped'>().notNull(),
    readTenantId: text('read_tenant_id').notNull(),
    scope: text('scope').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.period, table.tenantId, table.kind, table.readTenantId, table.scope] }),
  ],
);

/** Which ways of reading cost were tried, at which billing profile or customer (''), and what came of it. */
export const costWays = pgTable(
  'cost_ways',
  {
    billingAccountName: text('billing_account_name').notNull(),
    billingProfileName: text('billing_profile_name').notNull(),
    customerId: text('customer_id').notNull(),
    way: text('way').$type<CostWay>().notNull(),
    permitted: boolean('permitted').notNull(),
    failure: jsonb('failure').$type<StepFailure>(),
    triedAt: at('tried_at').notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.billingAccountName, table.billingProfileName, table.customerId, table.way],
    }),
  ],
);
