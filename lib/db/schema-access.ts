import { boolean, index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type {
  DelegationDefinition,
  GdapRelationship,
  KnownTenant,
  MarketplacePlan,
  MembershipSchedule,
  RoleSchedule,
} from '#lib/core/facts.ts';
import { at, factColumns } from './schema-columns.ts';

export const knownTenants = pgTable(
  'known_tenants',
  {
    ...factColumns,
    tenantId: text('tenant_id').notNull(),
    displayName: text('display_name'),
    domain: text('domain'),
    category: text('category').$type<KnownTenant['category']>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.readId, table.tenantId] })],
);

/** Groups that a managed application made, and groups of subscriptions that are delegated by the group. */
export const resourceGroups = pgTable(
  'resource_groups',
  {
    ...factColumns,
    subscriptionId: text('subscription_id').notNull(),
    name: text('name').notNull(),
    managedBy: text('managed_by'),
  },
  (table) => [
    primaryKey({ columns: [table.readId, table.subscriptionId, table.name] }),
    index('resource_groups_subscription').on(table.subscriptionId),
  ],
);

/** What delegations are joined to while their pages are stored. */
export const delegationDefinitions = pgTable(
  'delegation_definitions',
  {
    ...factColumns,
    definitionId: text('definition_id').notNull(),
    tenantId: text('tenant_id').notNull(),
    definition: jsonb('definition').$type<DelegationDefinition>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.readId, table.definitionId] })],
);

const scopedColumns = {
  ...factColumns,
  id: text('id').notNull(),
  subscriptionId: text('subscription_id').notNull(),
  scope: text('scope').notNull(),
  scopeLevel: text('scope_level').$type<RoleSchedule['scopeLevel']>().notNull(),
};

export const denyAssignments = pgTable(
  'deny_assignments',
  {
    ...scopedColumns,
    name: text('name'),
    denied: jsonb('denied').$type<'everyone' | readonly string[]>().notNull(),
    excludedIds: jsonb('excluded_ids').$type<readonly string[]>().notNull(),
    actions: jsonb('actions').$type<readonly string[]>().notNull(),
    notActions: jsonb('not_actions').$type<readonly string[]>().notNull(),
    coversChildScopes: boolean('covers_child_scopes').notNull(),
    madeBySystem: boolean('made_by_system').notNull(),
  },
  (table) => [primaryKey({ columns: [table.readId, table.subscriptionId, table.id] })],
);

export const roleSchedules = pgTable(
  'role_schedules',
  {
    ...scopedColumns,
    principalId: text('principal_id').notNull(),
    roleDefinitionId: text('role_definition_id').notNull(),
    kind: text('kind').$type<RoleSchedule['kind']>().notNull(),
    startAt: at('start_at'),
    endAt: at('end_at'),
  },
  (table) => [primaryKey({ columns: [table.readId, table.subscriptionId, table.id] })],
);

export const membershipSchedules = pgTable(
  'membership_schedules',
  {
    ...factColumns,
    groupId: text('group_id').notNull(),
    principalId: text('principal_id').notNull(),
    access: text('access').$type<MembershipSchedule['access']>().notNull(),
    kind: text('kind').$type<MembershipSchedule['kind']>().notNull(),
    startAt: at('start_at'),
    endAt: at('end_at'),
  },
  (table) => [
    primaryKey({ columns: [table.readId, table.groupId, table.principalId, table.access, table.kind] }),
  ],
);

export const gdapRelationships = pgTable(
  'gdap_relationships',
  {
    ...factColumns,
    id: text('id').notNull(),
    customerTenantId: text('customer_tenant_id'),
    displayName: text('display_name'),
    status: text('status').$type<GdapRelationship['status']>().notNull(),
    activeFrom: at('active_from'),
    endAt: at('end_at'),
  },
  (table) => [primaryKey({ columns: [table.readId, table.id] })],
);

export const marketplaceOffers = pgTable(
  'marketplace_offers',
  {
    ...factColumns,
    id: text('id').notNull(),
    managedByTenantId: text('managed_by_tenant_id').notNull(),
    offerName: text('offer_name'),
    planName: text('plan_name'),
    publisherName: text('publisher_name'),
    plan: jsonb('plan').$type<MarketplacePlan>(),
  },
  (table) => [primaryKey({ columns: [table.readId, table.id] })],
);
