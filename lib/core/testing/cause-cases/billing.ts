import { read, unread, type Facts } from '../../evidence.ts';
import type { BilledSubscription, BillingTransfer } from '../../facts.ts';
import {
  aobo,
  contributor,
  daily,
  earned,
  foreign,
  line,
  linkedOne,
  missed,
  principal,
  type FamilyOfCases,
} from '../cause-case.ts';
import * as made from '../made-facts.ts';

const billed = (rest: Partial<BilledSubscription>): Partial<Facts['subscription']> => ({
  billing: read(
    {
      billingAccountName: 'account',
      subscriptionId: made.SUBSCRIPTION,
      customerId: 'customer',
      billingProfileName: null,
      displayName: null,
      status: 'Active',
      offer: null,
      plan: 'azure-plan',
      reseller: null,
      since: null,
      until: null,
      ...rest,
    },
    made.NOW,
  ),
});

const moved = (rest: Partial<BillingTransfer>): Partial<Facts['subscription']> => ({
  transfers: read(
    [
      {
        billingAccountName: 'account',
        id: 'transfer',
        subscriptionId: made.SUBSCRIPTION,
        direction: 'in' as const,
        status: 'Completed',
        at: '2026-09-20T10:00:00.000Z',
        otherTenantId: null,
        ...rest,
      },
    ],
    made.NOW,
  ),
});

const offer = (managedByTenantId: typeof made.US) => ({
  marketplaceOffers: read(
    [{ id: 'offer', managedByTenantId, offerName: null, planName: null, publisherName: null, plan: null }],
    made.NOW,
  ),
});

const notApplicable = { verdict: 'not-applicable' } as const;
const notEarning = { verdict: 'not-earning', access: 'not-covered', credit: 'not-credited' } as const;

export const billingCases = {
  'indirect-reseller': {
    typical: {
      name: 'a reseller whose access earns for its provider',
      made: { ...aobo(), costs: earned, profile: { type: 'indirect-reseller' } },
      expected: { cause: 'indirect-reseller', ...notApplicable },
    },
    edge: {
      name: 'a reseller of whom nothing was read',
      made: {
        delegations: unread('forbidden'),
        costs: unread('forbidden'),
        profile: { type: 'indirect-reseller' },
      },
      expected: { cause: 'indirect-reseller', ...notApplicable, credit: 'unknown' },
    },
    nearMiss: {
      name: 'an indirect provider receives credit itself',
      made: { ...aobo(), costs: earned, profile: { type: 'indirect-provider' } },
      expected: { cause: 'earning', verdict: 'earning' },
    },
  },
  'not-billed-by-us': {
    typical: {
      name: 'a subscription that our billing account does not list',
      made: { ...linkedOne(), rest: { billing: read(null, made.NOW) } },
      expected: { cause: 'not-billed-by-us', ...notApplicable },
    },
    edge: {
      name: 'billing through us ended before the month, and no token of ours sees the subscription',
      made: {
        delegations: unread('not-visible'),
        roleAssignments: unread('not-visible'),
        rest: billed({ until: '2026-09-30T00:00:00.000Z' }),
      },
      expected: { cause: 'not-billed-by-us', ...notApplicable },
    },
    nearMiss: {
      name: 'a line of ours proves that we bill it, whatever a list says',
      made: { ...linkedOne(), costs: missed, rest: { billing: read(null, made.NOW) } },
      expected: { cause: 'access-good-cost-uncredited', verdict: 'not-earning' },
    },
  },
  'sold-without-access': {
    typical: {
      name: 'billed by us, and nobody of ours is let in',
      made: { costs: missed },
      expected: { cause: 'sold-without-access', ...notEarning, linked: 'no' },
    },
    edge: {
      name: 'known to be sold by us from the list alone, cost unread',
      made: { costs: unread('forbidden'), customer: { billedByUs: null }, rest: billed({}) },
      expected: { cause: 'sold-without-access', verdict: 'not-earning', credit: 'unknown' },
    },
    nearMiss: {
      name: 'role assignments that nobody could read are not absent',
      made: { costs: missed, roleAssignments: unread('no-consent') },
      expected: { cause: 'access-unread', verdict: 'not-earning', access: 'unknown' },
    },
  },
  'no-access': {
    typical: {
      name: 'nobody of ours is let in, and who bills it is not known',
      made: { costs: unread('forbidden'), customer: { billedByUs: null } },
      expected: { cause: 'no-access', verdict: 'unknown', access: 'not-covered' },
    },
    edge: {
      name: 'only our reading application holds Reader',
      made: {
        ...aobo({
          principalId: principal(60),
          principalType: 'service-principal',
          roleDefinitionId: made.ROLES.reader,
        }),
        costs: unread('forbidden'),
        customer: { billedByUs: null, servicePrincipalId: principal(60) },
      },
      expected: { cause: 'no-access', verdict: 'unknown', access: 'not-covered' },
    },
    nearMiss: {
      name: 'delegations that nobody could read are not absent',
      made: {
        delegations: unread('forbidden'),
        costs: unread('forbidden'),
        customer: { billedByUs: null },
      },
      expected: { cause: 'access-unread', verdict: 'unknown', access: 'unknown' },
    },
  },
  'legacy-offer': {
    typical: {
      name: 'a subscription of the legacy offer',
      made: { ...aobo(), costs: missed, rest: billed({ plan: 'legacy' }) },
      expected: { cause: 'legacy-offer', ...notApplicable },
    },
    edge: {
      name: 'a legacy subscription whose cost is unread',
      made: { costs: unread('forbidden'), rest: billed({ plan: 'legacy' }) },
      expected: { cause: 'legacy-offer', ...notApplicable },
    },
    nearMiss: {
      name: 'credit was seen, so the list is wrong about the offer',
      made: { ...aobo(), costs: earned, rest: billed({ plan: 'legacy' }) },
      expected: { cause: 'earning', verdict: 'earning' },
    },
  },
  'only-ineligible-products': {
    typical: {
      name: 'reservations only',
      made: { ...aobo(), costs: daily('INELIGIBLE_RESERVATION') },
      expected: { cause: 'only-ineligible-products', ...notApplicable, credit: 'not-applicable' },
    },
    edge: {
      name: 'a refund of a Marketplace product is an amount too',
      made: { ...aobo(), costs: [line('2026-10-05', '-3', 'INELIGIBLE_MARKETPLACE')] },
      expected: { cause: 'no-chargeable-usage', ...notApplicable, also: ['only-ineligible-products'] },
    },
    nearMiss: {
      name: 'Spot machines beside usage that could earn',
      made: { ...aobo(), costs: [...daily('INELIGIBLE_SPOT'), ...missed] },
      expected: { cause: 'aobo-intact-cost-uncredited', verdict: 'not-earning' },
    },
  },
  'no-chargeable-usage': {
    typical: {
      name: 'no line at all',
      made: linkedOne(),
      expected: { cause: 'no-chargeable-usage', ...notApplicable, credit: 'not-applicable' },
    },
    edge: {
      name: 'less than a cent a month, and meters that cost nothing',
      made: {
        ...linkedOne(),
        costs: [...daily('ZERO_PRICE', '0'), line('2026-10-05', '0.004', 'EARNED')],
      },
      expected: { cause: 'no-chargeable-usage', ...notApplicable },
    },
    nearMiss: {
      name: 'cost that was not read is no absence of cost',
      made: { ...linkedOne(), costs: unread('failed') },
      expected: { cause: 'no-billing-scope-data', verdict: 'unverified', credit: 'unknown' },
    },
  },
  'transferred-away': {
    typical: {
      name: 'billing moved to another partner before the month',
      made: { ...aobo(), rest: moved({ direction: 'out' }) },
      expected: { cause: 'transferred-away', ...notApplicable },
    },
    edge: {
      name: 'moved within the month: days before it are still ours',
      made: {
        ...aobo(),
        costs: daily('EARNED').slice(0, 10),
        rest: moved({ direction: 'out', at: '2026-10-11T00:00:00.000Z' }),
      },
      expected: { cause: 'earning', verdict: 'earning', also: ['transferred-away'] },
    },
    nearMiss: {
      name: 'a transfer that was declined moved nothing',
      made: { ...aobo(), costs: earned, rest: moved({ direction: 'out', status: 'Declined' }) },
      expected: { cause: 'earning', verdict: 'earning' },
    },
  },
  'transferred-in-without-access': {
    typical: {
      name: "moved to us, and the old partner's group is still there",
      made: { ...foreign, costs: missed, rest: moved({ at: '2026-10-01T00:00:00.000Z' }) },
      expected: { cause: 'transferred-in-without-access', ...notEarning },
    },
    edge: {
      name: 'no transfer is listed, but the group is older than our billing',
      made: { ...foreign, costs: missed, rest: billed({ since: '2026-09-01T00:00:00.000Z' }) },
      expected: { cause: 'transferred-in-without-access', ...notEarning },
    },
    nearMiss: {
      name: 'moved to us, and our own group has only Reader',
      made: {
        roleAssignments: [
          made.roleAssignment({ principalId: principal(91) }),
          made.roleAssignment({ id: 'ours', roleDefinitionId: made.ROLES.reader }),
        ],
        costs: missed,
        rest: moved({}),
      },
      expected: { cause: 'aobo-role-not-earning', ...notEarning },
    },
  },
  'offer-bought-not-delegated': {
    typical: {
      name: 'our offer was bought and nothing was delegated',
      made: { costs: missed, customer: offer(made.US) },
      expected: { cause: 'offer-bought-not-delegated', ...notEarning },
    },
    edge: {
      name: "bought from us beside another partner's access",
      made: { ...foreign, costs: missed, customer: offer(made.US) },
      expected: { cause: 'offer-bought-not-delegated', ...notEarning },
    },
    nearMiss: {
      name: "another publisher's offer",
      made: { costs: missed, customer: offer(made.STRANGER) },
      expected: { cause: 'sold-without-access', ...notEarning },
    },
  },
  'third-partner-only': {
    typical: {
      name: "another partner's agent group",
      made: { ...foreign, costs: missed },
      expected: { cause: 'third-partner-only', ...notEarning },
    },
    edge: {
      name: 'a delegation to another tenant that names nobody of ours',
      made: {
        delegations: [
          made.delegation({ managedByTenantId: made.STRANGER, authorizations: [contributor(50)] }),
        ],
        costs: missed,
      },
      expected: { cause: 'third-partner-only', ...notEarning },
    },
    nearMiss: {
      name: "for an indirect provider a stranger's group may be the reseller of record's",
      made: { ...foreign, costs: missed, profile: { type: 'indirect-provider' } },
      expected: { cause: 'access-unread', access: 'unknown', verdict: 'not-earning' },
    },
  },
} satisfies FamilyOfCases;
