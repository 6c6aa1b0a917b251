import { describe, expect, it } from 'vitest';
import { read, unread } from '../evidence.ts';
import type { RoleSchedule } from '../facts.ts';
import { judgeSubscription } from '../judge.ts';
import { parsePeriod } from '../periods.ts';
import {
  direct,
  identity,
  inCustomer,
  linked,
  missed,
  notLinked,
  person,
  principal,
  ROLES,
  scopeOf,
} from '../testing/cause-case.ts';
import * as made from '../testing/made-facts.ts';

const october = parsePeriod('2026-10');
const judged = (of: made.Made) => {
  if (october === null) throw new Error('period');
  const { access, cause, paths, evidence } = judgeSubscription(
    made.madeFacts({ costs: missed, ...of }),
    october,
    made.NOW,
  );
  return { answer: [access, cause], paths, evidence };
};
const answer = (of: made.Made) => judged(of).answer;

const ours = { ...direct({ appOwnerTenantId: made.US }), links: [inCustomer(linked(60))] };
const schedule = (rest: Partial<RoleSchedule> = {}): RoleSchedule => ({
  id: 'schedule',
  subscriptionId: made.SUBSCRIPTION,
  scope: `/subscriptions/${made.SUBSCRIPTION}`,
  scopeLevel: 'subscription',
  principalId: principal(60),
  roleDefinitionId: ROLES.contributor,
  kind: 'assigned',
  startAt: null,
  endAt: null,
  ...rest,
});
const scheduled = (...rows: RoleSchedule[]) => ({ rest: { roleSchedules: read(rows, made.NOW) } });
const NORTH = {
  name: 'North',
  tenantId: made.STRANGER,
  partnerIds: new Set([made.OTHER_PARTNER_ID]),
  agentGroupIds: new Set([principal(95)]),
  customers: new Set([made.CUSTOMER]),
  subscriptions: new Set<typeof made.SUBSCRIPTION>(),
};
const WEB = scopeOf('web');
const ENDS = '2026-12-31T00:00:00.000Z';
const COVERED = ['covered', 'access-good-cost-uncredited'];
const JUST_IN_TIME = ['not-covered', 'just-in-time-only'];

describe('a role held directly in the customer tenant', () => {
  it('covers where our application is linked there and the role is permanent', () => {
    expect(answer(ours)).toEqual(COVERED);
    expect(answer({ ...ours, ...scheduled(schedule()) })).toEqual(COVERED);
    expect(answer({ ...ours, ...scheduled(schedule({ endAt: ENDS }), schedule()) })).toEqual(COVERED);
  });

  it('is just in time where its schedule ends or was activated', () => {
    expect(answer({ ...ours, ...scheduled(schedule({ endAt: ENDS })) })).toEqual(JUST_IN_TIME);
    expect(answer({ ...ours, ...scheduled(schedule({ kind: 'activated' })) })).toEqual(JUST_IN_TIME);
    expect(judged({ ...ours, ...scheduled(schedule({ endAt: ENDS })) }).paths[0]?.permanent).toBe(false);
  });

  it('is not touched by the schedule of another scope, principal or role', () => {
    for (const other of [
      { scope: '/subscriptions/other' },
      { principalId: principal(61) },
      { roleDefinitionId: ROLES.owner },
    ]) {
      expect(answer({ ...ours, ...scheduled(schedule({ endAt: ENDS, ...other })) })).toEqual(COVERED);
    }
  });

  it('is permanent although it may be made active as well', () => {
    const eligible = schedule({ kind: 'eligible', endAt: ENDS });
    expect(answer({ ...ours, ...scheduled(eligible) })).toEqual(COVERED);
  });

  it('is told once: the schedule of an assignment is no path of its own', () => {
    expect(judged({ ...ours, ...scheduled(schedule()) }).paths).toHaveLength(1);
    expect(judged({ ...ours, roleAssignments: [], ...scheduled(schedule()) }).paths).toEqual([]);
  });

  it('of an identity that may or may not be ours is a path only where the role may earn', () => {
    const guest = (roleDefinitionId: typeof ROLES.owner) =>
      direct({ type: 'user', userType: 'Guest' }, { roleDefinitionId, principalType: 'user' });
    expect(judged(guest(ROLES.reader)).paths).toEqual([]);
    expect(answer(guest(ROLES.reader))).toEqual(['not-covered', 'sold-without-access']);
    expect(answer(guest(ROLES.unlisted))).toEqual(['unknown', 'access-unread']);
  });

  it('is unknown while schedules are unread', () => {
    expect(answer({ ...ours, rest: { roleSchedules: unread('forbidden') } })).toEqual([
      'unknown',
      'access-unread',
    ]);
  });

  it('is unknown for a role that the list leaves out, and not earning for one that it refuses', () => {
    const withRole = (roleDefinitionId: typeof ROLES.owner) => ({
      ...direct({ appOwnerTenantId: made.US }, { roleDefinitionId }),
      links: [inCustomer(linked(60))],
    });
    expect(answer(withRole(ROLES.unlisted))).toEqual(['unknown', 'role-not-listed']);
    expect(judged(withRole(ROLES.unlisted)).paths[0]).toMatchObject({ permanent: true, owner: 'us' });
    expect(answer(withRole(ROLES.reader))).toEqual(['not-covered', 'role-not-earning']);
  });

  it('of our reading application is no path with Reader, and one with more', () => {
    const reading = (roleDefinitionId: typeof ROLES.owner): made.Made => {
      const held = direct({ appOwnerTenantId: made.US }, { roleDefinitionId });
      return {
        ...held,
        customer: { ...held.customer, servicePrincipalId: principal(60) },
        links: [inCustomer(notLinked(60))],
      };
    };
    expect(answer(reading(ROLES.reader))).toEqual(['not-covered', 'sold-without-access']);
    expect(judged(reading(ROLES.reader)).paths).toEqual([]);
    expect(answer(reading(ROLES.contributor))).toEqual(['not-covered', 'principal-not-linked']);
  });

  it('of an identity that may only activate it is told, if it is ours and the role earns', () => {
    const eligible = (rest: Partial<RoleSchedule>, of: made.Made = {}) => ({
      customer: ours.customer ?? {},
      links: ours.links,
      ...scheduled(schedule({ kind: 'eligible', ...rest })),
      ...of,
    });
    expect(answer(eligible({}))).toEqual(JUST_IN_TIME);
    expect(judged(eligible({ scope: WEB, scopeLevel: 'resource-group' })).paths).toMatchObject([
      {
        kind: 'direct',
        owner: 'us',
        sourceId: 'schedule',
        narrowScope: WEB,
        permanent: false,
        readAt: made.NOW,
        roleDefinitionId: ROLES.contributor,
        principalId: principal(60),
      },
    ]);
    expect(answer(eligible({ roleDefinitionId: ROLES.reader }))).toEqual([
      'not-covered',
      'sold-without-access',
    ]);
    expect(answer(eligible({ principalId: principal(61) }))).toEqual(['not-covered', 'sold-without-access']);
    const nobodyRead = { customer: { identities: unread('no-consent') } } as const;
    expect(judged(eligible({ principalId: principal(61) }, nobodyRead)).paths).toEqual([]);
  });

  it('that the reseller of record may only activate is told as well', () => {
    const theirs = direct({ appOwnerTenantId: made.STRANGER });
    const of: made.Made = {
      customer: theirs.customer ?? {},
      profile: { type: 'indirect-provider', resellers: [NORTH] },
      ...scheduled(schedule({ kind: 'eligible' })),
    };
    expect(judged(of).paths).toMatchObject([{ owner: 'reseller-of-record', kind: 'direct' }]);
    expect(answer(of)).toEqual(JUST_IN_TIME);
  });
});

describe('whose a direct principal is', () => {
  const owner = (shown: Parameters<typeof direct>[0], of: made.Made = {}) =>
    judged({ ...direct(shown), ...of }).paths[0]?.owner ?? 'third-party';

  it.each([
    ['us', { appOwnerTenantId: made.US }],
    ['third-party', { appOwnerTenantId: null }],
    ['third-party', { appOwnerTenantId: made.CUSTOMER }],
    ['third-party', { appOwnerTenantId: made.STRANGER }],
    ['third-party', { type: 'user', userType: 'Member' }],
    ['unknown', { type: 'user', userType: 'Guest' }],
    ['unknown', { type: 'user', userType: null }],
    ['unknown', { type: 'device' }],
  ] as const)('is %s: %j', (expected, shown) => {
    expect(owner(shown)).toBe(expected);
  });

  it('is ours for our reading application, whatever the directory shows', () => {
    const reading = {
      customer: { identities: unread('no-consent'), servicePrincipalId: principal(60) },
    } as const;
    expect(owner({}, reading)).toBe('us');
    expect(owner({}, { customer: { ...reading.customer, servicePrincipalId: principal(61) } })).toBe(
      'unknown',
    );
  });

  it('may be the reseller of record, where strangers may', () => {
    const profile = { type: 'indirect-provider' as const };
    expect(owner({ appOwnerTenantId: made.STRANGER }, { profile })).toBe('unknown');
    expect(owner({ appOwnerTenantId: made.CUSTOMER }, { profile })).toBe('third-party');
    expect(owner({ appOwnerTenantId: null }, { profile })).toBe('third-party');
    const tenantUnknown = { ...profile, resellers: [{ ...NORTH, tenantId: null }] };
    expect(owner({ appOwnerTenantId: null }, { profile: tenantUnknown })).toBe('third-party');
    const named = { ...profile, resellers: [NORTH] };
    expect(owner({ appOwnerTenantId: made.STRANGER }, { profile: named })).toBe('reseller-of-record');
  });

  it('is ours for a guest whom our directory knows by the name at home', () => {
    const guest = { type: 'user', userType: 'Guest', homeUserName: 'ann@fabrikam.example' } as const;
    const ann = person(8, { homeUserName: 'ann@fabrikam.example' });
    expect(owner(guest, { identities: [ann] })).toBe('us');
    expect(owner(guest, { members: [[principal(7), [ann]]] })).toBe('us');
    expect(owner(guest, { identities: [person(8, { homeUserName: 'eve@fabrikam.example' })] })).toBe(
      'unknown',
    );
    expect(owner({ ...guest, homeUserName: null }, { identities: [person(8)] })).toBe('unknown');
  });

  const ofGroup = (members: readonly ReturnType<typeof identity>[] | null): made.Made => ({
    ...direct({ type: 'group', appOwnerTenantId: null }, { principalType: 'group' }),
    customer: {
      identities: read(
        new Map([
          [principal(60), identity(60, { tenantId: made.CUSTOMER, type: 'group', appOwnerTenantId: null })],
        ]),
        made.NOW,
      ),
      groupMembers: new Map(members === null ? [] : [[principal(60), [...members]]]),
    },
  });
  const staff = person(61, { tenantId: made.CUSTOMER });
  const guest = person(62, { tenantId: made.CUSTOMER, userType: 'Guest' });
  const app = identity(63, { tenantId: made.CUSTOMER });

  it('is that of the best member of a group', () => {
    const of = (members: readonly ReturnType<typeof identity>[] | null) =>
      judged(ofGroup(members)).paths[0]?.owner ?? 'third-party';
    expect(of(null)).toBe('unknown');
    expect(of([])).toBe('third-party');
    expect(of([staff])).toBe('third-party');
    expect(of([staff, guest])).toBe('unknown');
    expect(of([staff, guest, app])).toBe('us');
    const theirs = identity(64, { tenantId: made.CUSTOMER, appOwnerTenantId: made.STRANGER });
    const provider = { profile: { type: 'indirect-provider' as const, resellers: [NORTH] } };
    const ofProvider = (members: readonly ReturnType<typeof identity>[]) =>
      judged({ ...ofGroup(members), ...provider }).paths[0]?.owner;
    expect(ofProvider([guest, theirs])).toBe('reseller-of-record');
    expect(ofProvider([theirs, app])).toBe('us');
  });

  it('decides whether the group may count: how long somebody is a member of it is not read there', () => {
    const seen = {
      rest: { firstReadAt: new Map([[made.roleAssignment({}).id, '2026-02-01T00:00:00.000Z']]) },
    };
    const throughGroup = { ...ofGroup([app]), ...seen, links: [inCustomer(linked(63))] };
    expect(answer(throughGroup)).toEqual(['unknown', 'access-unread']);
    const shown = (of: made.Made) =>
      judged(of)
        .evidence.find(({ rule }) => rule === 'access-unread')
        ?.facts.map(({ fact }) => fact);
    expect(shown(throughGroup)).toContain("schedules of the customer's own groups");
    const unseen = { ...direct({}), customer: { identities: unread('no-consent') } } as const;
    expect(shown(unseen)).not.toContain("schedules of the customer's own groups");
    expect(answer({ ...ofGroup([app]), links: [inCustomer(notLinked(63))] })).toEqual([
      'not-covered',
      'no-linked-group-member',
    ]);
  });

  it('is nobody any more for a principal that was deleted, and unknown for one named since', () => {
    const gone = (at: string): made.Made => ({
      ...direct({}),
      customer: { identities: read(new Map(), at) },
    });
    expect(answer(gone(made.NOW))).toEqual(['not-covered', 'sold-without-access']);
    expect(answer(gone('2026-11-20T09:00:00.000Z'))).toEqual(['unknown', 'access-unread']);
    expect(answer({ ...direct({}), customer: { identities: unread('no-consent') } })).toEqual([
      'unknown',
      'access-unread',
    ]);
  });
});
