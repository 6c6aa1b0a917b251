import { FILE_WAYS } from '../choose-reads.ts';
import { z } from 'zod';
import { COST_CLASSES } from '../cost-classes.ts';
import type { Facts } from '../evidence.ts';
import { COST_GROUPINGS, COST_WAYS, LINK_METHODS } from '../facts.ts';
import * as access from './access-schema.ts';
import {
  day,
  decimal,
  instant,
  mapOf,
  partnerId,
  principalId,
  readOf,
  setOf,
  subscriptionId,
  tenantId,
  text,
} from './values.ts';

const reseller = z.strictObject({
  name: text,
  tenantId: tenantId.nullable(),
  partnerIds: setOf(partnerId),
  agentGroupIds: setOf(principalId),
  customers: setOf(tenantId),
  subscriptions: setOf(subscriptionId),
});

const profile = z.strictObject({
  managingTenantId: tenantId,
  partnerIds: setOf(partnerId),
  globalId: partnerId.nullable(),
  type: z.enum(['direct-bill', 'indirect-provider', 'indirect-reseller']).nullable(),
  creditRateFraction: decimal,
  resellers: z.array(reseller).nullable(),
});

const link = z.strictObject({
  tenantId,
  principalId,
  displayName: text.nullable(),
  how: z.enum(LINK_METHODS),
  checkedAt: instant,
  link: z.discriminatedUnion('state', [
    z.strictObject({
      state: z.literal('linked'),
      partnerId,
      partnerName: text.nullable(),
      since: instant.nullable(),
    }),
    z.strictObject({ state: z.literal('not-linked') }),
  ]),
});

const identities = readOf(mapOf(principalId, access.identity));
const groupMembers = mapOf(principalId, z.array(access.identity));

const managing = z.strictObject({
  agentGroups: readOf(z.array(access.agentGroup)),
  identities,
  groupMembers,
  membershipSchedules: readOf(mapOf(principalId, z.array(access.membershipSchedule))),
  links: mapOf(text, link),
  enrolmentMovedAt: readOf(instant.nullable()),
});

const customer = z.strictObject({
  tenantId,
  billedByUs: z.boolean().nullable(),
  identities,
  groupMembers,
  servicePrincipalId: principalId.nullable(),
  gdap: readOf(z.array(access.gdapRelationship)),
  marketplaceOffers: readOf(z.array(access.marketplaceOffer)),
});

const amount = z.strictObject({
  subscriptionId: subscriptionId.nullable(),
  currency: text,
  costClass: z.enum(COST_CLASSES),
  net: decimal,
  netUsd: decimal.nullable(),
  credit: decimal.nullable(),
});

const billing = z.strictObject({
  billingAccountName: text,
  subscriptionId: subscriptionId.nullable(),
  customerId: text.nullable(),
  billingProfileName: text.nullable(),
  displayName: text.nullable(),
  status: text.nullable(),
  offer: text.nullable(),
  plan: z.enum(['azure-plan', 'legacy', 'other']).nullable(),
  reseller: z.strictObject({ resellerId: text, name: text.nullable() }).nullable(),
  since: instant.nullable(),
  until: instant.nullable(),
});

const transfer = z.strictObject({
  billingAccountName: text,
  id: text,
  subscriptionId,
  direction: z.enum(['in', 'out']),
  status: text,
  at: instant.nullable(),
  otherTenantId: tenantId.nullable(),
});

const subscription = z.strictObject({
  subscriptionId,
  delegations: readOf(z.array(access.delegation)),
  roleAssignments: readOf(z.array(access.roleAssignment)),
  denyAssignments: readOf(z.array(access.denyAssignment)),
  roleSchedules: readOf(z.array(access.roleSchedule)),
  costs: readOf(z.array(amount.extend({ day }))),
  costWay: z.enum([...COST_WAYS, ...FILE_WAYS]).nullable(),
  rateSeen: decimal.nullable(),
  lowerPriceUnflagged: readOf(z.boolean()),
  groupedCosts: readOf(z.array(amount.extend({ grouping: z.enum(COST_GROUPINGS), name: text }))),
  resourceGroups: readOf(z.array(text)),
  billing: readOf(billing.nullable()),
  transfers: readOf(z.array(transfer)),
  costDataUntil: day.nullable(),
  firstReadAt: mapOf(text, instant),
});

export const factsSchema = z.strictObject({
  profile,
  managing,
  customer,
  subscription,
}) satisfies z.ZodType<Facts>;
