import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { BilledSubscription, BillingTransfer } from '#lib/core/facts.ts';
import { at, factColumns } from './schema-columns.ts';

export const billingAccounts = pgTable(
  'billing_accounts',
  {
    ...factColumns,
    name: text('name').notNull(),
    displayName: text('display_name').notNull(),
    agreementType: text('agreement_type').notNull(),
    accountType: text('account_type').notNull(),
  },
  (table) => [primaryKey({ columns: [table.readId, table.name] })],
);

export const billingProfiles = pgTable(
  'billing_profiles',
  {
    ...factColumns,
    billingAccountName: text('billing_account_name').notNull(),
    name: text('name').notNull(),
    displayName: text('display_name').notNull(),
    currency: text('currency'),
  },
  (table) => [primaryKey({ columns: [table.readId, table.billingAccountName, table.name] })],
);

/** One row for each subscription and account: of several, the one that is active. */
export const billedSubscriptions = pgTable(
  'billed_subscriptions',
  {
    ...factColumns,
    billingAccountName: text('billing_account_name').notNull(),
    subscriptionId: text('subscription_id').notNull(),
    customerId: text('customer_id'),
    billingProfileName: text('billing_profile_name'),
    displayName: text('display_name'),
    status: text('status'),
    offer: text('offer'),
    plan: text('plan').$type<BilledSubscription['plan']>(),
    resellerId: text('reseller_id'),
    resellerName: text('reseller_name'),
    since: at('since'),
    until: at('until'),
  },
  (table) => [
    primaryKey({ columns: [table.readId, table.billingAccountName, table.subscriptionId] }),
    index('billed_subscriptions_subscription').on(table.subscriptionId),
    index('billed_subscriptions_customer').on(table.customerId),
  ],
);

export const billingTransfers = pgTable(
  'billing_transfers',
  {
    ...factColumns,
    billingAccountName: text('billing_account_name').notNull(),
    id: text('id').notNull(),
    subscriptionId: text('subscription_id').notNull(),
    direction: text('direction').$type<BillingTransfer['direction']>().notNull(),
    status: text('status').notNull(),
    at: at('at'),
    otherTenantId: text('other_tenant_id'),
  },
  (table) => [
    primaryKey({ columns: [table.readId, table.billingAccountName, table.id, table.subscriptionId] }),
    index('billing_transfers_subscription').on(table.subscriptionId),
  ],
);
