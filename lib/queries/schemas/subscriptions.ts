import { z } from 'zod';
import { UNREAD_REASONS, VERDICTS } from '#lib/core/statuses.ts';
import { columnsOf, SUBSCRIPTION_COLUMNS } from './columns.ts';
import { customerDay, delegation } from './customers.ts';
import { evidence } from './evidence.ts';
import { finding } from './findings.ts';
import {
  access,
  cause,
  classAmount,
  completeness,
  credit,
  guid,
  instant,
  linked,
  listCursor,
  listLimit,
  listOf,
  money,
  period,
  searchText,
  source,
  subscription,
  subscriptionWithPaths,
  verdict,
} from './shared.ts';

export const SUBSCRIPTION_SORTS = [
  'name',
  '-name',
  'customer',
  '-customer',
  'verdict',
  '-verdict',
  'missed',
  '-missed',
  'cost',
  '-cost',
] as const;

export const subscriptionsQuery = z.strictObject({
  period: period.optional(),
  customer: guid.optional().meta({ description: 'Tenant id of a customer' }),
  linked: linked.optional(),
  access: access.optional(),
  credit: credit.optional(),
  verdict: verdict.optional(),
  cause: cause.optional(),
  q: searchText.optional(),
  sort: z.enum(SUBSCRIPTION_SORTS).optional(),
  limit: listLimit,
  cursor: listCursor.optional(),
});
export type SubscriptionsQuery = z.infer<typeof subscriptionsQuery>;

/** The page shows of each row what its address asks for. */
export const subscriptionsPageQuery = subscriptionsQuery.extend({
  columns: columnsOf(SUBSCRIPTION_COLUMNS).optional(),
});
export type SubscriptionsPageQuery = z.infer<typeof subscriptionsPageQuery>;

export const subscriptionList = listOf(subscription)
  .extend({
    period,
    open: z.boolean(),
    periods: z.array(period).meta({ description: 'Months for which verdicts are held, newest first' }),
    customer: z
      .object({ tenantId: guid, displayName: z.string() })
      .nullable()
      .meta({ description: 'The customer filtered by' }),
    unfilteredTotal: z.number().int(),
    byVerdict: z
      .record(z.enum(VERDICTS), z.number().int())
      .meta({ description: 'All subscriptions, unfiltered' }),
  })
  .meta({ id: 'SubscriptionList' });
export type SubscriptionList = z.infer<typeof subscriptionList>;

export const subscriptionQuery = z.strictObject({
  period: period.optional(),
  customer: guid.optional().meta({
    description: 'A subscription that moved is judged for each customer; unset: the newest judgement',
  }),
});
export type SubscriptionQuery = z.infer<typeof subscriptionQuery>;

const day = z.object({
  day: z.iso.date(),
  settled: z.boolean(),
  access,
  credit,
  verdict,
  cause,
  amounts: z.array(classAmount),
});
export type SubscriptionDay = z.infer<typeof day>;

const resourceGroup = z.object({
  name: z.string().meta({ description: "'' for charges that have none" }),
  coverage: z
    .enum(['covered', 'partly', 'not-covered', 'unknown'])
    .meta({ description: 'partly: a part of it, or a part of the month' }),
  totals: z.array(money),
  amounts: z.array(classAmount),
});
export type CoveredGroup = z.infer<typeof resourceGroup>;

const sourceRead = z.object({
  source,
  state: z.enum(['read', 'unread']),
  way: z.string().nullable(),
  readAt: instant.nullable(),
  reason: z.enum(UNREAD_REASONS).nullable(),
  missingRight: z.string().nullable(),
});
export type SubscriptionRead = z.infer<typeof sourceRead>;

const schedule = z.object({
  kind: z.enum(['assigned', 'activated', 'eligible']),
  scope: z.string(),
  principal: z.object({ id: guid, displayName: z.string().nullable() }),
  role: z.object({ id: guid, name: z.string().nullable(), earns: z.enum(['yes', 'no', 'unlisted']) }),
  startAt: instant.nullable(),
  endAt: instant.nullable(),
});
export type ShownSchedule = z.infer<typeof schedule>;

const deny = z.object({
  name: z.string().nullable(),
  scope: z.string(),
  deniesEveryone: z.boolean(),
  coversChildScopes: z.boolean(),
  madeBySystem: z.boolean(),
});
export type ShownDeny = z.infer<typeof deny>;

export const subscriptionDetail = subscriptionWithPaths
  .extend({
    period,
    open: z.boolean(),
    periods: z.array(period),
    otherCustomers: z
      .array(z.object({ tenantId: guid, displayName: z.string() }))
      .meta({ description: 'Customers it was judged for as well, because it moved between them' }),
    days: z.array(day),
    resourceGroups: z.array(resourceGroup),
    services: z.array(z.object({ name: z.string(), totals: z.array(money), amounts: z.array(classAmount) })),
    costDays: z.array(customerDay).meta({ description: 'Cost by day and currency, before credit' }),
    classes: z.array(classAmount),
    delegations: z.array(delegation),
    roleSchedules: z.array(schedule),
    denyAssignments: z.array(deny),
    rulesVersion: z.string().nullable().meta({ description: 'By which rules it was judged' }),
    roleListVersion: z.string().nullable(),
    evidence: z.array(evidence),
    reads: z.array(sourceRead),
    findings: z.array(finding).meta({ description: 'Unresolved first, then by date' }),
    completeness: z.array(completeness),
  })
  .meta({ id: 'SubscriptionDetail' });
export type SubscriptionDetail = z.infer<typeof subscriptionDetail>;
