import { read } from '../../evidence.ts';
import {
  aobo,
  contributor,
  earned,
  foreign,
  identity,
  linked,
  linkedOne,
  missed,
  notLinked,
  ofGroup,
  plan,
  principal,
  ROLES,
  toOne,
  unclassified,
  type FamilyOfCases,
} from '../cause-case.ts';
import * as made from '../made-facts.ts';

const notEarning = { verdict: 'not-earning', access: 'not-covered' } as const;
const named = (displayName: string) => ({
  identities: read(
    new Map([[principal(91), identity(91, { tenantId: made.CUSTOMER, type: 'foreign-group', displayName })]]),
    made.NOW,
  ),
});
const ourName = {
  ...linked(5),
  link: { state: 'linked' as const, partnerId: made.OUR_PARTNER_ID, partnerName: 'Fabrikam', since: null },
};
const fromMarketplace = made.delegation({ plan, authorizations: [contributor(1)] });
const withJustInTime = (permanent: typeof ROLES.reader, justInTime: typeof ROLES.reader): made.Made => ({
  delegations: [
    made.delegation({
      authorizations: [made.authorization(1, permanent)],
      justInTime: [made.justInTime(1, justInTime)],
    }),
  ],
  identities: [identity(1)],
  links: [linked(1)],
});

export const delegationCases = {
  'foreign-principal-of-another-partner': {
    typical: {
      name: "another partner's agent group that carries our name",
      made: {
        ...foreign,
        costs: missed,
        links: [ourName],
        customer: named("Foreign Principal for 'Fabrikam' in Role 'TenantAdmins'"),
      },
      expected: { cause: 'foreign-principal-of-another-partner', ...notEarning },
    },
    edge: {
      name: 'it stands beside a group of yet another partner, in other letters',
      made: {
        roleAssignments: [
          made.roleAssignment({ id: 'another', principalId: principal(92) }),
          made.roleAssignment({ principalId: principal(91) }),
        ],
        costs: missed,
        links: [ourName],
        customer: named('FABRIKAM agents'),
      },
      expected: { cause: 'foreign-principal-of-another-partner', ...notEarning },
    },
    nearMiss: {
      name: "another partner's agent group with a name of its own",
      made: {
        ...foreign,
        costs: missed,
        links: [ourName],
        customer: named("Foreign Principal for 'Contoso'"),
      },
      expected: { cause: 'third-partner-only', ...notEarning },
    },
  },
  'aobo-role-not-earning': {
    typical: {
      name: 'our agent group holds Reader only',
      made: { ...aobo({ roleDefinitionId: ROLES.reader }), costs: missed },
      expected: { cause: 'aobo-role-not-earning', ...notEarning, linked: 'automatic' },
    },
    edge: {
      name: 'Owner was taken down to one resource group, Reader is left above',
      made: {
        roleAssignments: [
          made.roleAssignment({ roleDefinitionId: ROLES.reader }),
          made.roleAssignment({
            id: 'lower',
            scope: `/subscriptions/${made.SUBSCRIPTION}/resourcegroups/web`,
            scopeLevel: 'resource-group',
          }),
        ],
        costs: missed,
      },
      expected: { cause: 'aobo-role-not-earning', access: 'partly', verdict: 'not-earning' },
    },
    nearMiss: {
      name: 'a role of our agent group that the list does not know is unknown, not no',
      made: { ...aobo({ roleDefinitionId: ROLES.unlisted }), costs: missed },
      expected: { cause: 'role-not-listed', access: 'unknown', verdict: 'not-earning' },
    },
  },
  'role-not-earning': {
    typical: {
      name: 'a linked identity with Reader',
      made: { ...toOne({}, ROLES.reader), links: [linked(1)], costs: missed },
      expected: { cause: 'role-not-earning', ...notEarning, linked: 'yes' },
    },
    edge: {
      name: 'the role that only removes delegations, which the list leaves out',
      made: { ...toOne({}, ROLES.removeDelegation), links: [linked(1)], costs: missed },
      expected: { cause: 'role-not-earning', ...notEarning },
    },
    nearMiss: {
      name: 'Reader beside Support Request Contributor earns',
      made: {
        delegations: [
          made.delegation({
            authorizations: [
              made.authorization(1, ROLES.reader),
              made.authorization(1, ROLES.supportRequestContributor),
            ],
          }),
        ],
        identities: [identity(1)],
        links: [linked(1)],
        costs: earned,
      },
      expected: { cause: 'earning', access: 'covered' },
    },
  },
  'role-not-listed': {
    typical: {
      name: 'a linked identity whose role the list does not know',
      made: { ...toOne({}, ROLES.unlisted), links: [linked(1)], costs: unclassified },
      expected: { cause: 'role-not-listed', verdict: 'unknown', access: 'unknown' },
    },
    edge: {
      name: 'an unlisted role stays unknown beside an identity that is not linked',
      made: {
        delegations: [
          made.delegation({ authorizations: [made.authorization(1, ROLES.unlisted), contributor(2)] }),
        ],
        identities: [identity(1), identity(2)],
        links: [linked(1), notLinked(2)],
        costs: unclassified,
      },
      expected: { cause: 'role-not-listed', access: 'unknown' },
    },
    nearMiss: {
      name: 'an unlisted role that is only just in time',
      made: { ...withJustInTime(ROLES.reader, ROLES.unlisted), costs: unclassified },
      expected: { cause: 'role-not-earning', access: 'not-covered' },
    },
  },
  'just-in-time-only': {
    typical: {
      name: 'Contributor may be activated, only Reader is permanent',
      made: { ...withJustInTime(ROLES.reader, ROLES.contributor), costs: missed },
      expected: { cause: 'just-in-time-only', ...notEarning },
    },
    edge: {
      name: 'a guest of ours who is only eligible for the role',
      made: {
        rest: {
          roleSchedules: read(
            [
              {
                id: 'eligibility',
                subscriptionId: made.SUBSCRIPTION,
                scope: `/subscriptions/${made.SUBSCRIPTION}`,
                scopeLevel: 'subscription' as const,
                principalId: principal(60),
                roleDefinitionId: ROLES.contributor,
                kind: 'eligible' as const,
                startAt: null,
                endAt: null,
              },
            ],
            made.NOW,
          ),
        },
        links: [{ ...linked(60), tenantId: made.CUSTOMER }],
        costs: missed,
      },
      expected: { cause: 'just-in-time-only', ...notEarning },
    },
    nearMiss: {
      name: 'Support Request Contributor is permanent, more is just in time',
      made: { ...withJustInTime(ROLES.supportRequestContributor, ROLES.contributor), costs: earned },
      expected: { cause: 'earning', access: 'covered' },
    },
  },
  'delegation-broken': {
    typical: {
      name: 'the delegation failed',
      made: { ...linkedOne({ provisioningState: 'Failed' }), costs: missed },
      expected: { cause: 'delegation-broken', ...notEarning },
    },
    edge: {
      name: 'its definition is gone',
      made: { delegations: [made.delegation(null)], costs: missed },
      expected: { cause: 'delegation-broken', ...notEarning, linked: 'unknown' },
    },
    nearMiss: {
      name: 'another spelling of the state that Azure uses',
      made: { ...linkedOne({ provisioningState: 'succeeded' }), costs: earned },
      expected: { cause: 'earning', access: 'covered' },
    },
  },
  'delegated-to-another-tenant': {
    typical: {
      name: 'our definition was deployed for another managing tenant',
      made: {
        delegations: [
          made.delegation({ managedByTenantId: made.STRANGER, authorizations: [contributor(1)] }),
        ],
        identities: [identity(1)],
        links: [linked(1)],
        costs: missed,
      },
      expected: { cause: 'delegated-to-another-tenant', ...notEarning },
    },
    edge: {
      name: 'only one of its authorizations is ours',
      made: {
        delegations: [
          made.delegation({
            managedByTenantId: made.STRANGER,
            authorizations: [contributor(50), contributor(1)],
          }),
        ],
        identities: [identity(1)],
        costs: missed,
      },
      expected: { cause: 'delegated-to-another-tenant', ...notEarning },
    },
    nearMiss: {
      name: 'it names nobody that our directory knows',
      made: {
        delegations: [
          made.delegation({ managedByTenantId: made.STRANGER, authorizations: [contributor(50)] }),
        ],
        identities: [identity(1)],
        costs: missed,
      },
      expected: { cause: 'third-partner-only', ...notEarning },
    },
  },
  'resource-group-delegation-only': {
    typical: {
      name: 'one resource group is delegated, the rest has cost',
      made: { ...linkedOne(ofGroup('web')), costs: missed },
      expected: { cause: 'resource-group-delegation-only', access: 'partly', verdict: 'not-earning' },
    },
    edge: {
      name: 'the same while cost is unread',
      made: { ...linkedOne(ofGroup('web')), costs: unclassified },
      expected: { cause: 'resource-group-delegation-only', access: 'partly', verdict: 'unverified' },
    },
    nearMiss: {
      name: 'a second delegation of the whole subscription covers the rest',
      made: {
        delegations: [
          made.delegation({ authorizations: [contributor(1)] }, ofGroup('web')),
          made.delegation({ authorizations: [contributor(1)] }, { id: 'second' }),
        ],
        identities: [identity(1)],
        links: [linked(1)],
        costs: earned,
      },
      expected: { cause: 'earning', access: 'covered' },
    },
  },
  'marketplace-link-unverified': {
    typical: {
      name: 'a Marketplace offer without a linked identity, credit unknown',
      made: {
        delegations: [fromMarketplace],
        identities: [identity(1)],
        links: [notLinked(1)],
        costs: unclassified,
      },
      expected: {
        cause: 'marketplace-link-unverified',
        verdict: 'unverified',
        access: 'unknown',
        linked: 'automatic',
      },
    },
    edge: {
      name: 'the same while cost says no',
      made: {
        delegations: [fromMarketplace],
        identities: [identity(1)],
        links: [notLinked(1)],
        costs: missed,
      },
      expected: { cause: 'marketplace-link-unverified', verdict: 'not-earning' },
    },
    nearMiss: {
      name: 'a Marketplace offer whose identity is linked',
      made: { delegations: [fromMarketplace], identities: [identity(1)], links: [linked(1)], costs: earned },
      expected: { cause: 'earning', access: 'covered', linked: 'yes' },
    },
  },
} satisfies FamilyOfCases;
