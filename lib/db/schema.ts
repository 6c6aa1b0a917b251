import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  customType,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Cause } from '#lib/core/causes.ts';
import type { BilledReseller, MarketplacePlan, PartnerLink } from '#lib/core/facts.ts';
import type { RunStatus, StepFailure, StepStatus } from '#lib/core/sync-run.ts';
import type { CostClass } from '#lib/core/cost-classes.ts';
import type { Access, Basis, Credit, Linked, Source, UnreadReason, Verdict } from '#lib/core/statuses.ts';

/** An instant, as ISO 8601 text in UTC on our side. */
const at = customType<{ data: string; driverData: string }>({
  dataType: () => 'timestamp(3) with time zone',
  fromDriver: (value) => new Date(value).toISOString(),
});

/** '' stands for "the managing tenant's own" and "no month", so that both can be part of a key. */
const scopeColumns = {
  source: text('source').$type<Source>().notNull(),
  tenantId: text('tenant_id').notNull(),
  period: text('period').notNull(),
};

/**
 * One row per thing we read: which complete read is current, and how the last try ended. Facts carry the id of
 * the read they came with and count only while it is current, so a read replaces the older one as a whole.
 */
export const sourceReads = pgTable(
  'source_reads',
  {
    ...scopeColumns,
    currentReadId: uuid('current_read_id'),
    asOf: at('as_of'),
    rows: integer('rows').notNull().default(0),
    attemptedAt: at('attempted_at').notNull(),
    outcome: text('outcome').$type<Exclude<StepStatus, 'pending' | 'running' | 'waiting'>>().notNull(),
    failure: jsonb('failure').$type<StepFailure>(),
    /** The last try did bring what is current, and the failure speaks of a part that it lacks. */
    incomplete: boolean('incomplete').notNull().default(false),
    /** Rows of the last read when it was refused for being suspiciously small. */
    refusedRows: integer('refused_rows'),
  },
  (table) => [
    primaryKey({ columns: [table.source, table.tenantId, table.period] }),
    index('source_reads_tenant').on(table.tenantId),
    index('source_reads_current').on(table.currentReadId),
  ],
);

export const customers = pgTable('customers', {
  tenantId: text('tenant_id').primaryKey(),
  displayName: text('display_name').notNull(),
  domain: text('domain'),
  billingAccountName: text('billing_account_name'),
  billingCustomerId: text('billing_customer_id'),
  firstSeenAt: at('first_seen_at').notNull(),
  syncedAt: at('synced_at').notNull(),
});

const factColumns = { readId: uuid('read_id').notNull() };

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
  (table) => [primaryKey({ columns: [table.readId, table.billingAccountName, table.customerId] })],
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
  (table) => [primaryKey({ columns: [table.readId, table.subscriptionId] })],
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
  (table) => [primaryKey({ columns: [table.readId, table.memberOf, table.principalId] })],
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
  (table) => [primaryKey({ columns: [table.readId, table.tenantId, table.principalId] })],
);

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

export const dailyCosts = pgTable(
  'daily_costs',
  {
    ...factColumns,
    tenantId: text('tenant_id').notNull(),
    /** '' for a charge that belongs to no subscription, here and in the monthly sums. */
    subscriptionId: text('subscription_id').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    currency: text('currency').notNull(),
    costClass: text('cost_class').$type<CostClass>().notNull(),
    net: numeric('net').notNull(),
    /** By Microsoft's exchange rate, for order only; null where a part of it is not known. */
    netUsd: numeric('net_usd'),
    /** Credit received by each line's own rate; null where a part of it tells none. */
    credit: numeric('credit'),
  },
  (table) => [
    primaryKey({ columns: [table.readId, table.subscriptionId, table.day, table.currency, table.costClass] }),
  ],
);

/** When we first read a delegation, assignment or link, for those whose start Azure does not tell. */
export const firstSeen = pgTable('first_seen', { key: text('key').primaryKey(), at: at('at').notNull() });

export type StoredPath = {
  kind: 'aobo' | 'lighthouse' | 'direct';
  sourceId: string;
  scope: string;
  roleDefinitionId: string | null;
  principalId: string | null;
  permanent: boolean;
  link: PartnerLink | null;
  origin: 'marketplace' | 'template' | null;
  owner: 'us' | 'reseller-of-record' | 'third-party' | 'unknown';
  earns: 'yes' | 'no' | 'unknown';
  because: Cause | null;
  readAt: string;
};

/** A subscription that moved between customers is judged for each of them, by what each one's tenant showed. */
export const subscriptionVerdicts = pgTable(
  'subscription_verdicts',
  {
    subscriptionId: text('subscription_id').notNull(),
    period: text('period').notNull(),
    tenantId: text('tenant_id').notNull(),
    displayName: text('display_name').notNull(),
    state: text('state'),
    offer: text('offer'),
    linked: text('linked').$type<Linked>().notNull(),
    linkedHow: text('linked_how').notNull(),
    access: text('access').$type<Access>().notNull(),
    credit: text('credit').$type<Credit>().notNull(),
    verdict: text('verdict').$type<Verdict>().notNull(),
    basis: text('basis').$type<Basis>().notNull(),
    cause: text('cause').$type<Cause>().notNull(),
    alsoCauses: jsonb('also_causes').$type<Cause[]>().notNull(),
    paths: jsonb('paths').$type<StoredPath[]>().notNull(),
    judgeableFrom: at('judgeable_from'),
    asOf: at('as_of'),
    judgedAt: at('judged_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.period, table.tenantId, table.subscriptionId] })],
);

/** Sums of a subscription and month by currency and class: lists and totals read these, never daily rows. */
export const monthlyCosts = pgTable(
  'monthly_costs',
  {
    period: text('period').notNull(),
    tenantId: text('tenant_id').notNull(),
    subscriptionId: text('subscription_id').notNull(),
    currency: text('currency').notNull(),
    costClass: text('cost_class').$type<CostClass>().notNull(),
    net: numeric('net').notNull(),
    /** By Microsoft's exchange rate, for order only; null where a part of it is not known. */
    netUsd: numeric('net_usd'),
    credit: numeric('credit'),
  },
  (table) => [
    primaryKey({
      columns: [table.period, table.tenantId, table.subscriptionId, table.currency, table.costClass],
    }),
    index('monthly_costs_subscription').on(table.subscriptionId, table.period),
  ],
);

export const customerVerdicts = pgTable(
  'customer_verdicts',
  {
    tenantId: text('tenant_id').notNull(),
    period: text('period').notNull(),
    verdict: text('verdict').$type<Verdict>().notNull(),
    mainCause: text('main_cause').$type<Cause>(),
    asOf: at('as_of'),
    judgedAt: at('judged_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.period, table.tenantId] })],
);

export const syncRuns = pgTable(
  'sync_runs',
  {
    id: uuid('id').primaryKey(),
    status: text('status').$type<RunStatus>().notNull(),
    requestedBy: text('requested_by').notNull(),
    startedAt: at('started_at').notNull(),
    endedAt: at('ended_at'),
    /** Alive while this is fresh; a run whose process died is taken up again. */
    heartbeatAt: at('heartbeat_at').notNull(),
    calls: integer('calls').notNull().default(0),
    waitedMs: bigint('waited_ms', { mode: 'number' }).notNull().default(0),
    error: text('error'),
  },
  (table) => [
    index('sync_runs_started').on(table.startedAt),
    uniqueIndex('sync_runs_one_running')
      .on(table.status)
      .where(sql`${table.status} = 'running'`),
  ],
);

export const syncSteps = pgTable(
  'sync_steps',
  {
    runId: uuid('run_id')
      .notNull()
      .references(() => syncRuns.id, { onDelete: 'cascade' }),
    source: text('source').$type<Source | 'judge'>().notNull(),
    tenantId: text('tenant_id').notNull(),
    period: text('period').notNull(),
    position: integer('position').notNull(),
    status: text('status').$type<StepStatus>().notNull(),
    done: integer('done').notNull().default(0),
    total: integer('total'),
    /** The read whose pages are being stored, and what to ask for next; survive a crash. */
    readId: uuid('read_id'),
    cursor: text('cursor'),
    waitUntil: at('wait_until'),
    error: jsonb('error').$type<StepFailure>(),
    startedAt: at('started_at'),
    endedAt: at('ended_at'),
  },
  (table) => [primaryKey({ columns: [table.runId, table.source, table.tenantId, table.period] })],
);
