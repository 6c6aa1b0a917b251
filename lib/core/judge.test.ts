import { describe, expect, it } from 'vitest';
import { read, unread, type Facts } from './evidence.ts';
import { judgeSubscription } from './judge.ts';
import { parsePeriod } from './periods.ts';
import * as made from './testing/made-facts.ts';

const {
  authorization,
  justInTime,
  cost,
  delegation,
  identity,
  linked,
  madeFacts,
  notLinked,
  principal,
  ROLES,
  roleAssignment,
} = made;

const october = parsePeriod('2026-10');
if (october === null) throw new Error('period');

const days = Array.from({ length: 31 }, (_, index) => `2026-10-${String(index + 1).padStart(2, '0')}`);
const all = (credited: boolean | null) => days.map((day) => cost(day, '10', credited));
const mixed = days.flatMap((day) => [cost(day, '6', true), cost(day, '4', false)]);
const lighthouse = (index: number, role = ROLES.contributor) => ({
  delegations: [delegation({ authorizations: [authorization(index, role)] })],
  identities: [identity(index)],
});
const plan = { name: 'gold', publisher: 'us', product: 'managed', version: '1' };
const ourGroup = (members: ReturnType<typeof identity>[]) => ({
  delegations: [delegation({ authorizations: [authorization(7, ROLES.contributor)] })],
  identities: [identity(7, { type: 'group' as const, appOwnerTenantId: null })],
  members: [[principal(7), members]] as [ReturnType<typeof principal>, typeof members][],
});

type Expected = [linked: string, access: string, credit: string, verdict: string, cause: string];

const cases: [name: string, facts: Facts, expected: Expected][] = [
  [
    'admin on behalf of needs no link',
    madeFacts({ roleAssignments: [roleAssignment({})], costs: all(true) }),
    ['automatic', 'covered', 'credited', 'earning', 'earning'],
  ],
  [
    'a linked service principal with an earning role',
    madeFacts({ ...lighthouse(1, ROLES.supportRequestContributor), links: [linked(1)], costs: all(true) }),
    ['yes', 'covered', 'credited', 'earning', 'earning'],
  ],
  [
    'an identity known not to be linked',
    madeFacts({ ...lighthouse(1), links: [notLinked(1)], costs: all(false) }),
    ['no', 'not-covered', 'unknown', 'not-earning', 'principal-not-linked'],
  ],
  [
    'an identity whose link nobody could read is unknown, not unlinked',
    madeFacts({ ...lighthouse(1), costs: all(false) }),
    ['unknown', 'unknown', 'unknown', 'unknown', 'link-unread'],
  ],
  [
    'a linked identity with Reader only',
    madeFacts({ ...lighthouse(1, ROLES.reader), links: [linked(1)], costs: all(false) }),
    ['yes', 'not-covered', 'unknown', 'not-earning', 'role-not-earning'],
  ],
  [
    'a role that the list does not know is unknown, not no',
    madeFacts({ ...lighthouse(1, ROLES.unlisted), links: [linked(1)], costs: all(false) }),
    ['yes', 'unknown', 'unknown', 'unknown', 'role-not-listed'],
  ],
  [
    'the role that only removes delegations counts as not earning',
    madeFacts({ ...lighthouse(1, ROLES.removeDelegation), links: [linked(1)], costs: all(false) }),
    ['yes', 'not-covered', 'unknown', 'not-earning', 'role-not-earning'],
  ],
  [
    'an earning role only just in time',
    madeFacts({
      delegations: [
        delegation({
          authorizations: [authorization(1, ROLES.reader)],
          justInTime: [justInTime(1, ROLES.contributor)],
        }),
      ],
      identities: [identity(1)],
      links: [linked(1)],
      costs: all(false),
    }),
    ['yes', 'not-covered', 'unknown', 'not-earning', 'just-in-time-only'],
  ],
  [
    'a delegation of one resource group',
    madeFacts({
      delegations: [
        delegation({ authorizations: [authorization(1, ROLES.contributor)] }, { resourceGroup: 'web' }),
      ],
      identities: [identity(1)],
      links: [linked(1)],
      costs: mixed,
    }),
    ['yes', 'partly', 'unknown', 'unverified', 'resource-group-delegation-only'],
  ],
  [
    'a Marketplace offer without a link is unverified',
    madeFacts({
      delegations: [delegation({ plan, authorizations: [authorization(1, ROLES.contributor)] })],
      identities: [identity(1)],
      links: [notLinked(1)],
      costs: all(false),
    }),
    ['automatic', 'unknown', 'unknown', 'unverified', 'marketplace-link-unverified'],
  ],
  [
    'a Marketplace offer whose cost earned',
    madeFacts({
      delegations: [delegation({ plan, authorizations: [authorization(1, ROLES.contributor)] })],
      identities: [identity(1)],
      links: [notLinked(1)],
      costs: all(true),
    }),
    ['automatic', 'unknown', 'credited', 'earning', 'earning'],
  ],
  [
    'a link to another organisation',
    madeFacts({ ...lighthouse(1), links: [linked(1, made.OTHER_PARTNER_ID)], costs: all(false) }),
    ['no', 'not-covered', 'unknown', 'not-earning', 'wrong-partner-organisation'],
  ],
  [
    'a link to our global id',
    madeFacts({ ...lighthouse(1), links: [linked(1, made.GLOBAL_ID)], costs: all(false) }),
    ['yes', 'unknown', 'unknown', 'unknown', 'global-partner-id'],
  ],
  [
    'nothing read',
    madeFacts({
      delegations: unread('forbidden'),
      roleAssignments: unread('no-consent'),
      costs: unread('forbidden'),
    }),
    ['unknown', 'unknown', 'unknown', 'unknown', 'access-unread'],
  ],
  [
    'cost that earned although nothing else was read',
    madeFacts({ delegations: unread('forbidden'), roleAssignments: unread('no-consent'), costs: all(true) }),
    ['unknown', 'unknown', 'credited', 'earning', 'earning'],
  ],
  [
    'no cost at all',
    madeFacts({ ...lighthouse(1), links: [linked(1)], costs: [] }),
    ['yes', 'covered', 'not-applicable', 'not-applicable', 'no-chargeable-usage'],
  ],
  [
    'cost of less than a cent counts as none',
    madeFacts({ ...lighthouse(1), links: [linked(1)], costs: [cost('2026-10-05', '0.004', true)] }),
    ['yes', 'covered', 'not-applicable', 'not-applicable', 'no-chargeable-usage'],
  ],
  [
    'credited and unclassified cost under good access',
    madeFacts({ ...lighthouse(1), links: [linked(1)], costs: mixed }),
    ['yes', 'covered', 'unknown', 'unverified', 'no-billing-scope-data'],
  ],
  [
    'a blank credit column is unknown, not false',
    madeFacts({ ...lighthouse(1), links: [linked(1)], costs: all(null) }),
    ['yes', 'covered', 'unknown', 'unverified', 'no-billing-scope-data'],
  ],
  [
    'cost that earned without an access path',
    madeFacts({ ...lighthouse(1), links: [notLinked(1)], costs: all(true) }),
    ['no', 'not-covered', 'credited', 'earning', 'credited-by-unseen-access'],
  ],
  [
    'sold by us and no access',
    madeFacts({ costs: all(false) }),
    ['no', 'not-covered', 'unknown', 'not-earning', 'sold-without-access'],
  ],
  [
    'no access, and not known to be billed by us',
    madeFacts({ costs: unread('forbidden'), customer: { billedByUs: null } }),
    ['no', 'not-covered', 'unknown', 'unknown', 'no-access'],
  ],
  [
    'billed by somebody else',
    madeFacts({ ...lighthouse(1), links: [linked(1)], costs: [], customer: { billedByUs: false } }),
    ['yes', 'covered', 'not-applicable', 'not-applicable', 'not-billed-by-us'],
  ],
  [
    'our agent group with Reader',
    madeFacts({ roleAssignments: [roleAssignment({ roleDefinitionId: ROLES.reader })], costs: all(false) }),
    ['automatic', 'not-covered', 'unknown', 'not-earning', 'aobo-role-not-earning'],
  ],
  [
    "another partner's agent group",
    madeFacts({ roleAssignments: [roleAssignment({ principalId: principal(91) })], costs: all(false) }),
    ['no', 'not-covered', 'unknown', 'not-earning', 'third-partner-only'],
  ],
  [
    'a foreign group while our agent groups are unread',
    madeFacts({ roleAssignments: [roleAssignment({})], agentGroups: unread('forbidden'), costs: all(false) }),
    ['unknown', 'unknown', 'unknown', 'unknown', 'access-unread'],
  ],
  [
    'a delegation that did not succeed',
    madeFacts({
      delegations: [
        delegation(
          { authorizations: [authorization(1, ROLES.contributor)] },
          { provisioningState: 'Failed' },
        ),
      ],
      identities: [identity(1)],
      links: [linked(1)],
      costs: all(false),
    }),
    ['yes', 'not-covered', 'unknown', 'not-earning', 'delegation-broken'],
  ],
  [
    'a delegation to a stranger',
    madeFacts({
      delegations: [
        delegation({
          managedByTenantId: made.STRANGER,
          authorizations: [authorization(50, ROLES.contributor)],
        }),
      ],
      costs: all(false),
    }),
    ['no', 'not-covered', 'unknown', 'not-earning', 'third-partner-only'],
  ],
  [
    'a linked service principal that was disabled',
    madeFacts({
      ...lighthouse(1),
      identities: [identity(1, { enabled: false })],
      links: [linked(1)],
      costs: all(false),
    }),
    ['yes', 'not-covered', 'unknown', 'not-earning', 'linked-identity-gone'],
  ],
  [
    'a group none of whose members is linked',
    madeFacts({ ...ourGroup([identity(8)]), links: [notLinked(8)], costs: all(false) }),
    ['no', 'not-covered', 'unknown', 'not-earning', 'no-linked-group-member'],
  ],
  [
    'an empty group',
    madeFacts({ ...ourGroup([]), costs: all(false) }),
    ['no', 'not-covered', 'unknown', 'not-earning', 'no-linked-group-member'],
  ],
  [
    'a group of users whose links nobody can read',
    madeFacts({ ...ourGroup([identity(8, { type: 'user', userType: 'Member' })]), costs: all(false) }),
    ['unknown', 'unknown', 'unknown', 'unknown', 'link-unread'],
  ],
  [
    'a guest whose owner is not known',
    madeFacts({
      roleAssignments: [
        roleAssignment({
          principalId: principal(60),
          principalType: 'user',
          roleDefinitionId: ROLES.contributor,
        }),
      ],
      customer: {
        identities: read(
          new Map([
            [principal(60), identity(60, { tenantId: made.CUSTOMER, type: 'user', userType: 'Guest' })],
          ]),
          made.NOW,
        ),
      },
      costs: all(false),
    }),
    ['unknown', 'unknown', 'unknown', 'unknown', 'access-unread'],
  ],
  [
    "the customer's own staff never count",
    madeFacts({
      roleAssignments: [roleAssignment({ principalId: principal(60), principalType: 'user' })],
      customer: {
        identities: read(
          new Map([
            [principal(60), identity(60, { tenantId: made.CUSTOMER, type: 'user', userType: 'Member' })],
          ]),
          made.NOW,
        ),
      },
      costs: all(false),
    }),
    ['no', 'not-covered', 'unknown', 'not-earning', 'sold-without-access'],
  ],
  [
    'an indirect reseller never receives credit',
    madeFacts({
      roleAssignments: [roleAssignment({})],
      costs: all(true),
      profile: { type: 'indirect-reseller' },
    }),
    ['automatic', 'covered', 'credited', 'not-applicable', 'indirect-reseller'],
  ],
  [
    'a partner of unread type is never called earning',
    madeFacts({ roleAssignments: [roleAssignment({})], costs: all(true), profile: { type: null } }),
    ['automatic', 'covered', 'credited', 'unverified', 'no-billing-scope-data'],
  ],
];

describe('judging a subscription', () => {
  it.each(cases)('%s', (_name, facts, [expectedLinked, access, credit, verdict, cause]) => {
    expect(judgeSubscription(facts, october, made.NOW)).toMatchObject({
      linked: expectedLinked,
      access,
      credit,
      verdict,
      cause,
    });
  });

  it('gives the same answer for the same facts in another order', () => {
    const both = [
      delegation({ authorizations: [authorization(1, ROLES.reader), authorization(2, ROLES.contributor)] }),
      delegation({ authorizations: [authorization(3, ROLES.contributor)] }, { id: 'second' }),
    ];
    const people = {
      identities: [identity(1), identity(2), identity(3)],
      links: [linked(1), notLinked(2), notLinked(3)],
    };
    const there = judgeSubscription(
      madeFacts({ delegations: both, ...people, costs: mixed }),
      october,
      made.NOW,
    );
    const back = judgeSubscription(
      madeFacts({ delegations: both.toReversed(), ...people, costs: mixed.toReversed() }),
      october,
      made.NOW,
    );
    expect({ ...back, paths: null }).toEqual({ ...there, paths: null });
  });

  it('calls a month partial when the link came in the middle of it', () => {
    const since = '2026-10-10T12:00:00.000Z';
    const costs = days.map((day) => cost(day, '10', day >= '2026-10-11'));
    const judged = judgeSubscription(
      madeFacts({ ...lighthouse(1), links: [linked(1, made.OUR_PARTNER_ID, since)], costs }),
      october,
      made.NOW,
    );
    expect(judged).toMatchObject({ access: 'partly', verdict: 'partial', cause: 'access-part-of-period' });
    expect(judged.days[9]?.access.access).toBe('not-covered');
    expect(judged.days[10]?.access.access).toBe('covered');
  });

  it('waits for the first days of a month and says until when', () => {
    const november = parsePeriod('2026-11');
    if (november === null) throw new Error('period');
    const judged = judgeSubscription(
      madeFacts({ ...lighthouse(1), links: [linked(1)], costs: [cost('2026-11-01', '5', true)] }),
      november,
      '2026-11-03T10:00:00.000Z',
    );
    expect(judged).toMatchObject({
      verdict: 'pending',
      cause: 'too-recent',
      judgeableFrom: '2026-11-05T00:00:00Z',
    });
  });
});
