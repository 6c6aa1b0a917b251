import { read, unread } from '../../evidence.ts';
import {
  aobo,
  contributor,
  daily,
  earned,
  grouped,
  groupsRead,
  line,
  linkedOne,
  missed,
  notLinked,
  OCTOBER,
  ofGroup,
  principal,
  toOne,
  unclassified,
  type FamilyOfCases,
} from '../cause-case.ts';
import * as made from '../made-facts.ts';

const mixed = OCTOBER.flatMap((day) => [line(day, '6', 'EARNED'), line(day, '4', 'ELIGIBLE_NOT_EARNED')]);
const movedAt = (at: string | null) => ({ enrolmentMovedAt: read(at, made.NOW) });
const gdap = (...states: string[]) => ({
  gdap: read(
    states.map((status, index) => ({
      id: String(index),
      customerTenantId: made.CUSTOMER,
      displayName: null,
      status,
      activeFrom: null,
      endAt: null,
    })),
    made.NOW,
  ),
});
const resellers = [
  {
    name: 'North',
    tenantId: made.STRANGER,
    partnerIds: new Set([made.OTHER_PARTNER_ID]),
    agentGroupIds: new Set([principal(95)]),
    customers: new Set([made.CUSTOMER]),
    subscriptions: new Set<typeof made.SUBSCRIPTION>(),
  },
];
const provider = { type: 'indirect-provider', resellers } as const;
const strangersDelegation = made.delegation(
  { managedByTenantId: made.STRANGER, authorizations: [contributor(50)] },
  { id: 'strangers' },
);
const ourDelegation = made.delegation({ authorizations: [contributor(1)] });

export const costCases = {
  earning: {
    typical: {
      name: 'a linked identity with an earning role and credited cost',
      made: { ...linkedOne(), costs: earned },
      expected: {
        cause: 'earning',
        verdict: 'earning',
        access: 'covered',
        credit: 'credited',
        linked: 'yes',
      },
    },
    edge: {
      name: 'credit is proven although access could not be read',
      made: { delegations: unread('forbidden'), costs: earned },
      expected: { cause: 'earning', verdict: 'earning', access: 'unknown', also: ['access-unread'] },
    },
    nearMiss: {
      name: 'a partner of unread type is never called earning',
      made: { ...linkedOne(), costs: unclassified, profile: { type: null } },
      expected: { cause: 'no-billing-scope-data', verdict: 'unverified' },
    },
  },
  'no-billing-scope-data': {
    typical: {
      name: 'access is good and the credit column was not read',
      made: { ...linkedOne(), costs: unread('forbidden') },
      expected: { cause: 'no-billing-scope-data', verdict: 'unverified', credit: 'unknown' },
    },
    edge: {
      name: 'credit was seen, but whether we are a partner who is paid is not known',
      made: { ...aobo(), costs: earned, profile: { type: null } },
      expected: { cause: 'no-billing-scope-data', verdict: 'unverified', credit: 'credited' },
    },
    nearMiss: {
      name: 'the blank column is a cent a month',
      made: { ...linkedOne(), costs: [...earned, line('2026-10-05', '0.001', 'CREDIT_UNKNOWN')] },
      expected: { cause: 'earning', verdict: 'earning', credit: 'credited' },
    },
  },
  'access-good-cost-uncredited': {
    typical: {
      name: 'covered all month, and eligible cost without credit',
      made: { ...linkedOne(), costs: missed },
      expected: { cause: 'access-good-cost-uncredited', verdict: 'not-earning', access: 'covered' },
    },
    edge: {
      name: 'one group is covered, and it is the one where more is missed',
      made: {
        ...linkedOne(ofGroup('web')),
        costs: missed,
        rest: groupsRead(
          grouped('web', '200', 'ELIGIBLE_NOT_EARNED'),
          grouped('data', '110', 'ELIGIBLE_NOT_EARNED'),
        ),
      },
      expected: {
        cause: 'access-good-cost-uncredited',
        access: 'partly',
        also: ['resource-group-delegation-only'],
      },
    },
    nearMiss: {
      name: 'what is missed lies in the groups that are not covered',
      made: {
        ...linkedOne(ofGroup('web')),
        costs: mixed,
        rest: groupsRead(grouped('web', '186', 'EARNED'), grouped('data', '124', 'ELIGIBLE_NOT_EARNED')),
      },
      expected: { cause: 'resource-group-delegation-only', verdict: 'partial', access: 'partly' },
    },
  },
  'aobo-intact-cost-uncredited': {
    typical: {
      name: 'our agent group is Owner, and eligible cost has no credit',
      made: { ...aobo(), costs: missed },
      expected: { cause: 'aobo-intact-cost-uncredited', verdict: 'not-earning', access: 'covered' },
    },
    edge: {
      name: 'Owner is held above the subscription',
      made: {
        ...aobo({
          scope: '/providers/microsoft.management/managementgroups/root',
          scopeLevel: 'above',
        }),
        costs: missed,
      },
      expected: { cause: 'aobo-intact-cost-uncredited', access: 'covered' },
    },
    nearMiss: {
      name: 'a linked identity covers it too',
      made: { ...linkedOne(), ...aobo(), costs: missed },
      expected: { cause: 'access-good-cost-uncredited', access: 'covered' },
    },
  },
  'credited-by-unseen-access': {
    typical: {
      name: 'credit although no access of ours is there',
      made: { costs: earned },
      expected: { cause: 'credited-by-unseen-access', verdict: 'earning', access: 'not-covered' },
    },
    edge: {
      name: 'a part is credited, the class of the rest is unknown',
      made: {
        ...toOne(),
        links: [notLinked(1)],
        costs: OCTOBER.flatMap((day) => [line(day, '6', 'EARNED'), line(day, '4', 'CREDIT_UNKNOWN')]),
      },
      expected: { cause: 'credited-by-unseen-access', verdict: 'unverified', credit: 'unknown' },
    },
    nearMiss: {
      name: 'credit while access could not be read',
      made: { roleAssignments: unread('no-consent'), costs: earned },
      expected: { cause: 'earning', verdict: 'earning', access: 'unknown' },
    },
  },
  'offset-by-azure-credit': {
    typical: {
      name: 'an Azure credit paid a part of it',
      made: { ...linkedOne(), costs: [...earned, ...daily('OFFSET_BY_AZURE_CREDIT', '3')] },
      expected: { cause: 'earning', also: ['offset-by-azure-credit'] },
    },
    edge: {
      name: 'an Azure credit paid all of it, and nothing is left to pay: nothing is wrong',
      made: { ...linkedOne(), costs: daily('OFFSET_BY_AZURE_CREDIT', '0') },
      expected: { cause: 'no-chargeable-usage', verdict: 'not-applicable', also: ['offset-by-azure-credit'] },
    },
    nearMiss: {
      name: 'usage that is free of charge',
      made: { ...linkedOne(), costs: [...earned, ...daily('ZERO_PRICE', '0')] },
      expected: { cause: 'earning' },
    },
  },
  'price-lower-but-flag-absent': {
    typical: {
      name: 'prices below the list and a blank credit column',
      made: {
        ...linkedOne(),
        costs: daily('CREDIT_UNKNOWN'),
        rest: { lowerPriceUnflagged: read(true, made.NOW) },
      },
      expected: { cause: 'no-billing-scope-data', also: ['price-lower-but-flag-absent'] },
    },
    edge: {
      name: 'it never turns cost without credit into earning',
      made: { ...linkedOne(), costs: missed, rest: { lowerPriceUnflagged: read(true, made.NOW) } },
      expected: {
        cause: 'access-good-cost-uncredited',
        verdict: 'not-earning',
        also: ['price-lower-but-flag-absent'],
      },
    },
    nearMiss: {
      name: 'prices that nobody compared',
      made: {
        ...linkedOne(),
        costs: daily('CREDIT_UNKNOWN'),
        rest: { lowerPriceUnflagged: unread('not-asked') },
      },
      expected: { cause: 'no-billing-scope-data' },
    },
  },
  'enrolment-moved-organisation': {
    typical: {
      name: 'the enrolment moved in the month of the contradiction',
      made: { ...linkedOne(), costs: missed, managing: movedAt('2026-10-12T00:00:00.000Z') },
      expected: { cause: 'access-good-cost-uncredited', also: ['enrolment-moved-organisation'] },
    },
    edge: {
      name: 'it explains credit that comes by access unseen as well',
      made: { costs: earned, managing: movedAt('2026-10-31T23:59:59.000Z') },
      expected: { cause: 'credited-by-unseen-access', also: ['enrolment-moved-organisation'] },
    },
    nearMiss: {
      name: 'nothing contradicts it',
      made: { ...linkedOne(), costs: earned, managing: movedAt('2026-10-12T00:00:00.000Z') },
      expected: { cause: 'earning' },
    },
  },
  'gdap-removed-rbac-intact': {
    typical: {
      name: 'the relationship was terminated, our role is still there',
      made: { ...aobo(), costs: earned, customer: gdap('terminated') },
      expected: { cause: 'earning', also: ['gdap-removed-rbac-intact'] },
    },
    edge: {
      name: 'several relationships, all over',
      made: { ...aobo(), costs: earned, customer: gdap('expired', 'terminated') },
      expected: { cause: 'earning', also: ['gdap-removed-rbac-intact'] },
    },
    nearMiss: {
      name: 'another relationship is active',
      made: { ...aobo(), costs: earned, customer: gdap('expired', 'active') },
      expected: { cause: 'earning' },
    },
  },
  'third-partner-also-present': {
    typical: {
      name: "another partner's agent group beside ours",
      made: {
        roleAssignments: [
          made.roleAssignment({}),
          made.roleAssignment({ id: 'theirs', principalId: principal(91) }),
        ],
        costs: earned,
      },
      expected: { cause: 'earning', access: 'covered', also: ['third-partner-also-present'] },
    },
    edge: {
      name: 'a delegation to another partner beside ours',
      made: { ...linkedOne(), delegations: [ourDelegation, strangersDelegation], costs: earned },
      expected: { cause: 'earning', access: 'covered', also: ['third-partner-also-present'] },
    },
    nearMiss: {
      name: "the customer's own staff are no partner",
      made: {
        ...linkedOne(),
        roleAssignments: [made.roleAssignment({ principalId: principal(60), principalType: 'user' })],
        costs: earned,
      },
      expected: { cause: 'earning', access: 'covered' },
    },
  },
  'reseller-of-record-access': {
    typical: {
      name: "only the reseller of record's agent group is there",
      made: { ...aobo({ principalId: principal(95) }), costs: earned, profile: provider },
      expected: { cause: 'earning', access: 'covered', linked: 'no', also: ['reseller-of-record-access'] },
    },
    edge: {
      name: 'it counts although our own agent groups could not be read',
      made: {
        ...aobo({ principalId: principal(95) }),
        agentGroups: unread('forbidden'),
        costs: earned,
        profile: provider,
      },
      expected: { cause: 'earning', access: 'covered', also: ['reseller-of-record-access'] },
    },
    nearMiss: {
      name: 'the reseller of another customer is a third partner here',
      made: {
        ...aobo({ principalId: principal(95) }),
        costs: missed,
        profile: { type: 'direct-bill', resellers },
      },
      expected: { cause: 'third-partner-only', access: 'not-covered' },
    },
  },
} satisfies FamilyOfCases;
