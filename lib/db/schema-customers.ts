import { boolean, foreignKey, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { BilledReseller, MarketplacePlan, PartnerLink } from '#lib/core/facts.ts';
import type { UnreadReason } from '#lib/core/statuses.ts';
import { at, factColumns } from './schema-columns.ts';

export const customers = pgTable('customers', {
  tenantId: text('tenant_id').primaryKey(),
  displayName: text('display_name').notNull(),
  domain: text('domain'),
  billingAccountName: text('billing_account_name'),
  billingCustomerId: text('billing_customer_id'),
  firstSeenAt: at('first_seen_at').notNull(),
  syncedAt: at('synced_at').notNull(),
});

export const billedCustomers = pgTable(
  'billed_customers',
  {
    ...factColumns,
    customerId: text('customer_id').notNull(),
    billingAccountName: text('billing_account_name').notNull(),
    tenantId: text('tenant_id'),
    displayName: text('display_name').notNull(),
    billingProfileName: text('billing_profile_name'),
    resellers: jsonb('resellers').$type<readonly BilledReseller[]>().notNull().default([]),
  },
  (table) => [
    primaryKey({ columns: [table.readId, table.billingAccountName, table.customerId] }),
    index('billed_customers_tenant').on(table.tenantId),
    index('billed_customers_customer').on(table.customerId),
  ],
);

/** Subscriptions by the token that saw them: the managing tenant's ('subscriptions') or the customer's. */
export const subscriptions = pgTable(
  'subscriptions',
  {
    ...factColumns,
    subscriptionId: text('subscription_id').notNull(),
    tenantId: text('tenant_id').notNull(),
    displayName: text('display_name').notNull(),
    state: text('state').notNull(),
    offer: text('offer'),
  },
  (table) => [
    primaryKey({ columns: [table.readId, table.subscriptionId] }),
    index('subscriptions_tenant').on(table.tenantId),
    index('subscriptions_subscription').on(table.subscriptionId),
  ],
);

/** Which subscriptions a read of delegations or role assignments covered, and with whose token. */
export const subscriptionReads = pgTable(
  'subscription_reads',
  {
    ...factColumns,
    subscriptionId: text('subscription_id').notNull(),
    via: text('via').$type<'managing-tenant' | 'customer-tenant'>().notNull(),
    unreadReason: text('unread_reason').$type<UnreadReason>(),
    missingRight: text('missing_right'),
  },
  (table) => [
    primaryKey({ columns: [table.readId, table.subscriptionId] }),
    index('subscription_reads_subscription').on(table.subscriptionId),
  ],
);

export const delegations = pgTable(
  'delegations',
  {
    ...factColumns,
    id: text('id').notNull(),
    tenantId: text('tenant_id').notNull(),
    subscriptionId: text('subscription_id').notNull(),
    resourceGroup: text('resource_group'),
    definitionId: text('definition_id').notNull(),
    definitionFound: boolean('definition_found').notNull(),
    definitionName: text('definition_name'),
    definitionState: text('definition_state'),
    managedByTenantId: text('managed_by_tenant_id'),
    managedByTenantName: text('managed_by_tenant_name'),
    manageeTenantId: text('managee_tenant_id'),
    manageeTenantName: text('managee_tenant_name'),
    plan: jsonb('plan').$type<MarketplacePlan>(),
    provisioningState: text('provisioning_state').notNull(),
    createdAt: at('created_at'),
  },
  (table) => [
    primaryKey({ columns: [table.readId, table.id] }),
    index('delegations_subscription').on(table.subscriptionId),
    index('delegations_tenant').on(table.tenantId),
  ],
);

export const authorizations = pgTable(
  'authorizations',
  {
    ...factColumns,
    delegationId: text('delegation_id').notNull(),
    position: integer('position').notNull(),
    justInTime: boolean('just_in_time').notNull(),
    principalId: text('principal_id').notNull(),
    principalDisplayName: text('principal_display_name'),
    roleDefinitionId: text('role_definition_id').notNull(),
    maximumActivation: text('maximum_activation'),
    multiFactor: boolean('multi_factor'),
    approverIds: jsonb('approver_ids').$type<readonly string[]>().notNull().default([]),
  },
  (table) => [
    primaryKey({ columns: [table.readId, table.delegationId, table.justInTime, table.position] }),
    foreignKey({
      columns: [table.readId, table.delegationId],
      foreignColumns: [delegations.readId, delegations.id],
    }).onDelete('cascade'),
    index('authorizations_role').on(table.roleDefinitionId),
    index('authorizations_principal').on(table.principalId),
  ],
);

export const roleAssignments = pgTable(
  'role_assignments',
  {
    ...factColumns,
    id: text('id').notNull(),
    tenantId: text('tenant_id').notNull(),
    subscriptionId: text('subscription_id').notNull(),
    scope: text('scope').notNull(),
    scopeLevel: text('scope_level').notNull(),
    principalId: text('principal_id').notNull(),
    principalType: text('principal_type').notNull(),
    roleDefinitionId: text('role_definition_id').notNull(),
    createdAt: at('created_at'),
  },
  (table) => [
    primaryKey({ columns: [table.readId, table.subscriptionId, table.id] }),
    index('role_assignments_subscription').on(table.subscriptionId),
    index('role_assignments_tenant').on(table.tenantId),
  ],
);

export const roleDefinitions = pgTable(
  'role_definitions',
  {
    ...factColumns,
    roleDefinitionId: text('role_definition_id').notNull(),
    name: text('name').notNull(),
    kind: text('kind').notNull(),
  },
  (table) => [primaryKey({ columns: [table.readId, table.roleDefinitionId] })],
);

export const agentGroups = pgTable(
  'agent_groups',
  { ...factColumns, principalId: text('principal_id').notNull(), name: text('name').notNull() },
  (table) => [primaryKey({ columns: [table.readId, table.principalId] })],
);

export const identities = pgTable(
  'identities',
  {
    ...factColumns,
    tenantId: text('tenant_id').notNull(),
    principalId: text('principal_id').notNull(),
    type: text('type').notNull(),
    displayName: text('display_name'),
    enabled: boolean('enabled'),
    userType: text('user_type'),
    appOwnerTenantId: text('app_owner_tenant_id'),
    appId: text('app_id'),
    homeUserName: text('home_user_name'),
    /** '' for an identity by itself; else the group it was read as a member of. */
    memberOf: text('member_of').notNull().default(''),
  },
  (table) => [
    primaryKey({ columns: [table.readId, table.memberOf, table.principalId] }),
    index('identities_tenant').on(table.tenantId),
  ],
);

export const partnerLinks = pgTable(
  'partner_links',
  {
    ...factColumns,
    tenantId: text('tenant_id').notNull(),
    principalId: text('principal_id').notNull(),
    displayName: text('display_name'),
    how: text('how').$type<PartnerLink['how']>().notNull(),
    /** Which of our credentials read it, so that one that fails keeps its last answer. */
    credential: text('credential').notNull(),
    checkedAt: at('checked_at').notNull(),
    linked: boolean('linked').notNull(),
    partnerId: text('partner_id'),
    partnerName: text('partner_name'),
    since: at('since'),
  },
  (table) => [
    primaryKey({ columns: [table.readId, table.tenantId, table.principalId] }),
    index('partner_links_tenant').on(table.tenantId),
  ],
);
