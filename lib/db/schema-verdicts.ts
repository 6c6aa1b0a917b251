import { sql } from 'drizzle-orm';
import { index, integer, jsonb, numeric, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Cause } from '#lib/core/causes.ts';
import type { CostClass } from '#lib/core/cost-classes.ts';
import type { RuleEvidence } from '#lib/core/evidence-list.ts';
import type { PartnerLink } from '#lib/core/facts.ts';
import type { GroupJudgement } from '#lib/core/judge-groups.ts';
import type { Access, Basis, Credit, Linked, Source, UnreadReason, Verdict } from '#lib/core/statuses.ts';
import { at, toldLinkColumn } from './schema-columns.ts';

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

export type StoredAmount = {
  currency: string;
  costClass: CostClass;
  net: string;
  gross: string;
  credit: string;
};

/** A customer's day; credit null: a part of it tells none. */
export type StoredDaySum = {
  day: string;
  currency: string;
  costClass: CostClass;
  net: string;
  credit: string | null;
};

export type StoredDay = {
  day: string;
  access: Access;
  credit: Credit;
  verdict: Verdict;
  cause: Cause;
  amounts: readonly StoredAmount[];
};

export type StoredResourceGroup = {
  name: string;
  coverage: GroupJudgement['coverage'];
  amounts: readonly StoredAmount[];
};

export type StoredEvidence = RuleEvidence;

export type StoredRead = {
  source: Source;
  state: 'read' | 'unread';
  way: string | null;
  readAt: string | null;
  reason: UnreadReason | null;
  missingRight: string | null;
};

/**
 * For order only, kept with the sums they are made of: Microsoft's dollars where a row's whole cost has them, else its
 * largest amount of one currency.
 */
const orderColumns = {
  orderCost: numeric('order_cost').notNull().default('0'),
  orderMissed: numeric('order_missed').notNull().default('0'),
};

/**
 * A customer's besides: credit in dollars likewise, and its lowest coverage of a currency, where any can be told. Both
 * count credit that no line tells by the rate beside them.
 */
const customerOrderColumns = {
  ...orderColumns,
  orderCredit: numeric('order_credit').notNull().default('0'),
  orderCoverage: numeric('order_coverage'),
  creditRate: numeric('credit_rate').notNull().default('0.15'),
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
    linkedHow: toldLinkColumn('linked_how').notNull(),
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
    ...orderColumns,
  },
  (table) => [
    primaryKey({ columns: [table.period, table.tenantId, table.subscriptionId] }),
    index('subscription_verdicts_missed').on(table.period, table.orderMissed),
    index('subscription_verdicts_cost').on(table.period, table.orderCost),
    // What a search looks at: rows are wide, and the index alone answers it.
    index('subscription_verdicts_name').on(
      ...([table.period, sql`${table.displayName} collate "und-x-icu"`] as const),
      ...([table.tenantId, table.subscriptionId] as const),
    ),
    index('subscription_verdicts_id').on(
      ...([table.subscriptionId, table.period, table.tenantId, table.displayName] as const),
    ),
    index('subscription_verdicts_statuses').on(
      ...([table.period, table.verdict, table.access, table.credit, table.linked, table.cause] as const),
      ...([table.tenantId, table.subscriptionId] as const),
    ),
  ],
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
    // The highest rate of a month, which whatever shows missed credit asks for.
    index('monthly_costs_rate')
      .on(table.period, sql`round(${table.credit} / (${table.net} + ${table.credit}), 4)`)
      .where(
        sql`${table.costClass} = 'EARNED' and ${table.net} + ${table.credit} >= 1 and ${table.credit} > 0`,
      ),
  ],
);

/** Sums of a customer and month, of the rows above and kept with them. */
export const customerCosts = pgTable(
  'customer_costs',
  {
    period: text('period').notNull(),
    tenantId: text('tenant_id').notNull(),
    currency: text('currency').notNull(),
    costClass: text('cost_class').$type<CostClass>().notNull(),
    net: numeric('net').notNull(),
    credit: numeric('credit'),
  },
  (table) => [primaryKey({ columns: [table.period, table.tenantId, table.currency, table.costClass] })],
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
    ...customerOrderColumns,
    /** Its part of the partner's days, which the next judgement takes away again. */
    days: jsonb('days').$type<readonly StoredDaySum[]>().notNull().default([]),
  },
  (table) => [
    primaryKey({ columns: [table.period, table.tenantId] }),
    // All that lists order and filter by: their rows are as wide as the days that they hold.
    index('customer_verdicts_listed').on(
      ...[table.period, table.tenantId, table.verdict, table.mainCause, table.asOf],
      ...[table.orderMissed, table.orderCost, table.orderCredit, table.orderCoverage],
    ),
  ],
);

/**
 * Sums of all customers by day, for a page that would else add up millions of rows. Several rows for one sum, so that
 * customers that are judged together do not wait for each other.
 */
export const partnerDays = pgTable(
  'partner_days',
  {
    period: text('period').notNull(),
    shard: integer('shard').notNull(),
    day: text('day').notNull(),
    currency: text('currency').notNull(),
    costClass: text('cost_class').$type<CostClass>().notNull(),
    net: numeric('net').notNull(),
    /** Of the parts that tell it. */
    credit: numeric('credit').notNull(),
    /** Of the parts that do not. */
    untoldNet: numeric('untold_net').notNull(),
    untold: integer('untold').notNull(),
    /** Customers that have a part in it; a sum without any is none. */
    parts: integer('parts').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.period, table.shard, table.day, table.currency, table.costClass] }),
  ],
);

/**
 * What one subscription's page shows beyond lists, one row a month: days would be 1.5 million rows. Its lists hold
 * the judgement's own values, amounts as decimal text.
 */
export const subscriptionDetails = pgTable(
  'subscription_details',
  {
    period: text('period').notNull(),
    tenantId: text('tenant_id').notNull(),
    subscriptionId: text('subscription_id').notNull(),
    days: jsonb('days').$type<readonly StoredDay[]>().notNull(),
    resourceGroups: jsonb('resource_groups').$type<readonly StoredResourceGroup[]>().notNull(),
    evidence: jsonb('evidence').$type<readonly StoredEvidence[]>().notNull(),
    /** What was read of it, by which way, when, or why not and which right is missing. */
    reads: jsonb('reads').$type<readonly StoredRead[]>().notNull(),
    /** By which rules and role list it was judged; null: before they were kept. */
    rulesVersion: text('rules_version'),
    roleListVersion: text('role_list_version'),
  },
  (table) => [primaryKey({ columns: [table.period, table.tenantId, table.subscriptionId] })],
);
