import { read } from '../../evidence.ts';
import {
  contributor,
  direct,
  earned,
  identity,
  inCustomer,
  linked,
  membership,
  missed,
  notLinked,
  person,
  principal,
  scheduled,
  seenLongAgo,
  toGroup,
  toOne,
  unclassified,
  type FamilyOfCases,
} from '../cause-case.ts';
import * as made from '../made-facts.ts';

const notEarning = { verdict: 'not-earning', access: 'not-covered' } as const;
const app = { appId: 'app-1' };
const guest = { type: 'user', userType: 'Guest', homeUserName: 'ann@fabrikam.example' } as const;
const ourAnn = person(8, { homeUserName: 'ann@fabrikam.example' });
const customerHas = (rest: Parameters<typeof identity>[1]) => ({
  identities: read(new Map([[principal(60), identity(60, { tenantId: made.CUSTOMER, ...rest })]]), made.NOW),
});
const permanent = scheduled(membership(8, {}));
const SECOND_ID = made.OTHER_PARTNER_ID;

export const identityCases = {
  'principal-not-linked': {
    typical: {
      name: 'an authorised service principal that is known not to be linked',
      made: { ...toOne(), links: [notLinked(1)], costs: missed },
      expected: { cause: 'principal-not-linked', ...notEarning, linked: 'no' },
    },
    edge: {
      name: 'an application of ours in the customer tenant, known there not to be linked',
      made: {
        ...direct({ appOwnerTenantId: made.US }),
        links: [inCustomer(notLinked(60))],
        costs: missed,
      },
      expected: { cause: 'principal-not-linked', ...notEarning, linked: 'no' },
    },
    nearMiss: {
      name: 'one of two authorised identities is linked',
      made: {
        delegations: [made.delegation({ authorizations: [contributor(1), contributor(2)] })],
        identities: [identity(1), identity(2)],
        links: [notLinked(1), linked(2)],
        costs: earned,
      },
      expected: { cause: 'earning', access: 'covered' },
    },
  },
  'linked-in-customer-tenant-only': {
    typical: {
      name: 'the application is linked in the customer tenant, delegated from ours',
      made: {
        ...toOne(),
        identities: [identity(1, app)],
        links: [notLinked(1), inCustomer(linked(60))],
        customer: customerHas(app),
        costs: missed,
      },
      expected: { cause: 'linked-in-customer-tenant-only', ...notEarning },
    },
    edge: {
      name: 'a member of the authorised group linked her guest account only',
      made: {
        ...toGroup([ourAnn]),
        links: [notLinked(8), inCustomer(linked(60))],
        customer: customerHas(guest),
        costs: missed,
      },
      expected: { cause: 'linked-in-customer-tenant-only', ...notEarning },
    },
    nearMiss: {
      name: 'another application is linked there',
      made: {
        ...toOne(),
        identities: [identity(1, app)],
        links: [notLinked(1), inCustomer(linked(60))],
        customer: customerHas({ appId: 'app-2' }),
        costs: missed,
      },
      expected: { cause: 'principal-not-linked', ...notEarning },
    },
  },
  'linked-in-partner-tenant-only': {
    typical: {
      name: 'a guest whose home account is linked, not the guest',
      made: {
        ...direct(guest, { principalType: 'user' }),
        members: [[principal(7), [ourAnn]]],
        links: [inCustomer(notLinked(60)), linked(8)],
        costs: missed,
      },
      expected: { cause: 'linked-in-partner-tenant-only', ...notEarning },
    },
    edge: {
      name: 'an application in the customer tenant that is linked at home',
      made: {
        ...direct({ ...app, appOwnerTenantId: made.US }),
        identities: [identity(1, app)],
        links: [inCustomer(notLinked(60)), linked(1)],
        costs: missed,
      },
      expected: { cause: 'linked-in-partner-tenant-only', ...notEarning },
    },
    nearMiss: {
      name: 'the home account is linked to another organisation',
      made: {
        ...direct({ ...app, appOwnerTenantId: made.US }),
        identities: [identity(1, app)],
        links: [inCustomer(notLinked(60)), linked(1, made.OTHER_PARTNER_ID)],
        costs: missed,
      },
      expected: { cause: 'principal-not-linked', ...notEarning },
    },
  },
  'no-linked-group-member': {
    typical: {
      name: 'nobody in the authorised group is linked',
      made: { ...toGroup([person(8), person(9)]), links: [notLinked(8), notLinked(9)], costs: missed },
      expected: { cause: 'no-linked-group-member', ...notEarning, linked: 'no' },
    },
    edge: {
      name: 'all members left and none is known to have been linked',
      made: { ...toGroup([person(8, { enabled: false })]), costs: missed },
      expected: { cause: 'no-linked-group-member', ...notEarning },
    },
    nearMiss: {
      name: 'the link of one member is not known',
      made: { ...toGroup([person(8), person(9)]), links: [notLinked(8)], costs: missed },
      expected: { cause: 'link-unread', access: 'unknown' },
    },
  },
  'time-bound-membership': {
    typical: {
      name: 'the linked member may only make herself a member',
      made: {
        ...toGroup([]),
        links: [linked(8)],
        managing: scheduled(membership(8, { kind: 'eligible' })),
        costs: missed,
      },
      expected: { cause: 'time-bound-membership', ...notEarning },
    },
    edge: {
      name: 'a membership that ends later is a note',
      made: {
        ...toGroup([ourAnn]),
        links: [linked(8)],
        managing: scheduled(membership(8, { endAt: '2027-01-01T00:00:00.000Z' })),
        costs: earned,
      },
      expected: { cause: 'earning', access: 'covered', also: ['time-bound-membership'] },
    },
    nearMiss: {
      name: 'a permanent member beside an eligible owner of the group',
      made: {
        ...toGroup([ourAnn]),
        links: [linked(8)],
        managing: scheduled(membership(8, {}), membership(8, { kind: 'eligible', access: 'owner' })),
        costs: earned,
      },
      expected: { cause: 'earning', access: 'covered' },
    },
  },
  'linked-identity-gone': {
    typical: {
      name: 'the linked service principal is disabled',
      made: { ...toOne(), identities: [identity(1, { enabled: false })], links: [linked(1)], costs: missed },
      expected: { cause: 'linked-identity-gone', ...notEarning },
    },
    edge: {
      name: 'the authorised identity exists no more',
      made: { ...toOne(), identities: [], costs: missed },
      expected: { cause: 'linked-identity-gone', ...notEarning, linked: 'no' },
    },
    nearMiss: {
      name: 'the directory was read before the identity was named',
      made: { ...toOne(), identities: read(new Map(), '2026-11-20T09:00:00.000Z'), costs: missed },
      expected: { cause: 'access-unread', access: 'unknown', linked: 'unknown' },
    },
  },
  'wrong-partner-organisation': {
    typical: {
      name: 'linked to an ID of another organisation',
      made: { ...toOne(), links: [linked(1, made.OTHER_PARTNER_ID)], costs: missed },
      expected: { cause: 'wrong-partner-organisation', ...notEarning, linked: 'no' },
    },
    edge: {
      name: 'nearer to earning than an identity that is not linked at all',
      made: {
        delegations: [made.delegation({ authorizations: [contributor(1), contributor(2)] })],
        identities: [identity(1), identity(2)],
        links: [notLinked(1), linked(2, made.OTHER_PARTNER_ID)],
        costs: missed,
      },
      expected: { cause: 'wrong-partner-organisation', ...notEarning },
    },
    nearMiss: {
      name: 'our own IDs are not configured, so nobody can say whose it is',
      made: {
        ...toOne(),
        links: [linked(1, made.OTHER_PARTNER_ID)],
        profile: { partnerIds: new Set() },
        costs: missed,
      },
      expected: { cause: 'access-unread', access: 'unknown' },
    },
  },
  'global-partner-id': {
    typical: {
      name: 'linked to the global ID',
      made: { ...toOne(), links: [linked(1, made.GLOBAL_ID)], costs: unclassified },
      expected: { cause: 'global-partner-id', verdict: 'unknown', access: 'unknown', linked: 'yes' },
    },
    edge: {
      name: 'better than an identity whose link is unread',
      made: {
        delegations: [made.delegation({ authorizations: [contributor(1), contributor(2)] })],
        identities: [identity(1), identity(2)],
        links: [linked(2, made.GLOBAL_ID)],
        costs: missed,
      },
      expected: { cause: 'global-partner-id', verdict: 'not-earning', also: [] },
    },
    nearMiss: {
      name: 'linked to a location ID',
      made: { ...toOne(), links: [linked(1)], costs: earned },
      expected: { cause: 'earning', access: 'covered' },
    },
  },
  'other-location-of-same-organisation': {
    typical: {
      name: 'linked to our second location',
      made: {
        ...toOne(),
        links: [linked(1, SECOND_ID)],
        profile: { partnerIds: new Set([made.OUR_PARTNER_ID, SECOND_ID]) },
        costs: earned,
      },
      expected: {
        cause: 'earning',
        access: 'covered',
        linked: 'yes',
        also: ['other-location-of-same-organisation'],
      },
    },
    edge: {
      name: 'it stays a note where cost says no',
      made: {
        ...toOne(),
        links: [linked(1, SECOND_ID)],
        profile: { partnerIds: new Set([made.OUR_PARTNER_ID, SECOND_ID]) },
        costs: missed,
      },
      expected: {
        cause: 'access-good-cost-uncredited',
        also: ['other-location-of-same-organisation'],
      },
    },
    nearMiss: {
      name: 'linked to the location that bills',
      made: {
        ...toOne(),
        links: [linked(1)],
        profile: { partnerIds: new Set([made.OUR_PARTNER_ID, SECOND_ID]) },
        costs: earned,
      },
      expected: { cause: 'earning' },
    },
  },
  'single-linked-member': {
    typical: {
      name: 'one person of the group is linked, the others are not',
      made: {
        ...toGroup([ourAnn, person(9)]),
        links: [linked(8), notLinked(9)],
        managing: permanent,
        costs: earned,
      },
      expected: { cause: 'earning', access: 'covered', also: ['single-linked-member'] },
    },
    edge: {
      name: 'the group has this one member',
      made: { ...toGroup([ourAnn]), links: [linked(8)], managing: permanent, costs: earned },
      expected: { cause: 'earning', also: ['single-linked-member'] },
    },
    nearMiss: {
      name: 'the one that is linked is a service principal',
      made: {
        ...toGroup([identity(8), person(9)]),
        links: [linked(8), notLinked(9)],
        managing: permanent,
        costs: earned,
      },
      expected: { cause: 'earning', access: 'covered' },
    },
  },
  'link-unread': {
    typical: {
      name: 'an identity whose link only its own token shows',
      made: { ...toOne(), costs: unclassified },
      expected: { cause: 'link-unread', verdict: 'unknown', linked: 'unknown' },
    },
    edge: {
      name: "the reseller of record's link, which is never ours to read",
      made: {
        delegations: [
          made.delegation({ managedByTenantId: made.STRANGER, authorizations: [contributor(50)] }),
        ],
        profile: { type: 'indirect-provider', resellers: [reseller()] },
        costs: missed,
      },
      expected: { cause: 'link-unread', access: 'unknown', verdict: 'not-earning' },
    },
    nearMiss: {
      name: 'a reseller whose link was attested',
      made: {
        delegations: [
          made.delegation({ managedByTenantId: made.STRANGER, authorizations: [contributor(50)] }),
        ],
        profile: { type: 'indirect-provider', resellers: [reseller()] },
        links: [{ ...linked(50, made.OTHER_PARTNER_ID), tenantId: made.STRANGER, how: 'attested' }],
        costs: earned,
      },
      expected: { cause: 'earning', access: 'covered', also: ['reseller-of-record-access'] },
    },
  },
  'access-unread': {
    typical: {
      name: 'a guest whom our directory does not know',
      made: {
        ...direct({ ...guest, homeUserName: 'eve@other.example' }, { principalType: 'user' }),
        costs: unclassified,
      },
      expected: { cause: 'access-unread', verdict: 'unknown', access: 'unknown', linked: 'unknown' },
    },
    edge: {
      name: 'since when a permanent member is one is not told, so the first days are unknown',
      made: {
        ...toGroup([ourAnn]),
        links: [linked(8)],
        rest: { firstReadAt: new Map([[made.delegation(null).id, '2026-10-10T09:00:00.000Z']]) },
        costs: earned,
      },
      expected: { cause: 'earning', access: 'unknown', also: ['access-unread'] },
    },
    nearMiss: {
      name: 'a permanent member whom we have seen for long',
      made: { ...toGroup([ourAnn]), links: [linked(8)], rest: seenLongAgo, costs: earned },
      expected: { cause: 'earning', access: 'covered' },
    },
  },
} satisfies FamilyOfCases;

function reseller() {
  return {
    name: 'North',
    tenantId: made.STRANGER,
    partnerIds: new Set([made.OTHER_PARTNER_ID]),
    agentGroupIds: new Set([principal(95)]),
    customers: new Set([made.CUSTOMER]),
    subscriptions: new Set<typeof made.SUBSCRIPTION>(),
  };
}
