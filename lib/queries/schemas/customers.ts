import { z } from 'zod';
import { CHANGE_KINDS, VERDICTS } from '#lib/core/statuses.ts';
import { change } from './changes.ts';
import { columnsOf, CUSTOMER_COLUMNS } from './columns.ts';
import { finding } from './findings.ts';
import {
  access,
  credit,
  cause,
  completeness,
  customer,
  guid,
  instant,
  listCursor,
  listLimit,
  listOf,
  money,
  owner,
  ownerChoice,
  period,
  searchText,
  subscriptionWithPaths,
  subscriptionCounts,
  verdict,
} from './shared.ts';

export const CUSTOMER_SORTS = [
  'name',
  '-name',
  'missed',
  '-missed',
  'cost',
  '-cost',
  'credit',
  '-credit',
  'coverage',
  '-coverage',
  'verdict',
  '-verdict',
  'owner',
  '-owner',
] as const;

export const customersQuery = z.strictObject({
  period: period.optional(),
  verdict: verdict.optional(),
  cause: cause.optional(),
  access: access.optional(),
  credit: credit.optional(),
  owner: ownerChoice
    .optional()
    .meta({ description: 'Who answers for the customer: a person, the one who asks, or nobody' }),
  q: searchText.optional(),
  sort: z.enum(CUSTOMER_SORTS).optional(),
  limit: listLimit,
  cursor: listCursor.optional(),
});
export type CustomersQuery = z.infer<typeof customersQuery>;

/** The page shows of each row what its address asks for. */
export const customersPageQuery = customersQuery.extend({ columns: columnsOf(CUSTOMER_COLUMNS).optional() });
export type CustomersPageQuery = z.infer<typeof customersPageQuery>;

export const listedCustomer = customer
  .extend({
    lastChange: z
      .object({ at: instant, kind: z.enum(CHANGE_KINDS) })
      .nullable()
      .meta({ description: 'The newest change between syncs; null: none was seen' }),
  })
  .meta({ id: 'ListedCustomer' });
export type ListedCustomer = z.infer<typeof listedCustomer>;

export const customerList = listOf(listedCustomer)
  .extend({
    period,
    open: z.boolean(),
    periods: z.array(period).meta({ description: 'Months for which verdicts are held, newest first' }),
    unfilteredTotal: z.number().int(),
    owners: z.array(owner).meta({ description: 'Everybody who answers for one of the customers seen' }),
    byVerdict: z
      .record(z.enum(VERDICTS), z.number().int())
      .meta({ description: 'All customers, unfiltered' }),
  })
  .meta({ id: 'CustomerList' });
export type CustomerList = z.infer<typeof customerList>;

const authorization = z.object({
  principalId: guid,
  principalDisplayName: z.string().nullable(),
  role: z.object({ id: guid, name: z.string().nullable(), earns: z.enum(['yes', 'no', 'unlisted']) }),
});

const justInTimeAuthorization = authorization.extend({
  maximumActivation: z.string().nullable().meta({ description: 'ISO 8601 duration, for example PT8H' }),
  multiFactor: z.boolean().nullable(),
  approvers: z.number().int(),
});

export const delegation = z
  .object({
    id: z.string(),
    subscriptionId: guid,
    scope: z.enum(['subscription', 'resource-group']),
    resourceGroup: z.string().nullable(),
    origin: z.enum(['marketplace', 'template', 'unknown']),
    definitionName: z.string().nullable(),
    provisioningState: z.string(),
    managedByTenantId: guid.nullable(),
    managedByUs: z.boolean().nullable(),
    authorizations: z.array(authorization),
    justInTime: z.array(justInTimeAuthorization),
    createdAt: instant.nullable(),
  })
  .meta({ id: 'Delegation' });
export type Delegation = z.infer<typeof delegation>;

export const customerDay = z.object({
  day: z.iso.date(),
  currency: z.string(),
  creditedGross: z.string(),
  notEarnedGross: z.string(),
  ineligibleGross: z.string(),
  unclassifiedGross: z.string(),
  settled: z.boolean(),
});
export type CustomerDay = z.infer<typeof customerDay>;

export const customerQuery = z.strictObject({ period: period.optional() });

export const customerDetail = customer
  .omit({ subscriptions: true })
  .extend({
    period,
    open: z.boolean(),
    periods: z.array(period),
    billed: z.boolean().nullable(),
    subscriptionCounts,
    subscriptions: z.array(subscriptionWithPaths),
    withoutSubscription: z
      .array(money)
      .meta({ description: 'Cost of the customer that belongs to no subscription; part of totals' }),
    delegations: z.array(delegation),
    findings: z.array(finding).meta({ description: 'Of the customer, unresolved first' }),
    timeline: z.array(change).meta({ description: 'The newest changes between syncs' }),
    days: z.array(customerDay),
    completeness: z.array(completeness),
  })
  .meta({ id: 'CustomerDetail' });
export type CustomerDetail = z.infer<typeof customerDetail>;
