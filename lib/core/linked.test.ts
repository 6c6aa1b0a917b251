import { describe, expect, it } from 'vitest';
import { read, unread } from './evidence.ts';
import { judgeSubscription } from './judge.ts';
import { toldLink } from './linked-how.ts';
import { parsePeriod } from './periods.ts';
import {
  aobo,
  contributor,
  direct,
  identity,
  inCustomer,
  linked,
  linkedOne,
  notLinked,
  person,
  plan,
  principal,
  toGroup,
  toOne,
} from './testing/cause-case.ts';
import * as made from './testing/made-facts.ts';

const parsedOctober = parsePeriod('2026-10');
if (parsedOctober === null) throw new Error('period');
const october = parsedOctober;

function told(of: made.Made) {
  const { linked: answer, how } = judgeSubscription(made.madeFacts(of), october, made.NOW);
  return [answer, how.kind === 'unread' ? how.what : how.kind, toldLink(how)] as const;
}

const offer = made.delegation({ plan, authorizations: [contributor(1)] });
const reader = made.delegation({ authorizations: [made.authorization(1, made.ROLES.reader)] });
const eligible = made.delegation({ justInTime: [made.justInTime(1, made.ROLES.contributor)] });
const group = { ...identity(7, { type: 'group', appOwnerTenantId: null }), tenantId: made.CUSTOMER };

describe('is the subscription linked to our partner ID?', () => {
  const rows: [name: string, of: made.Made, linked: string, how: string][] = [
    [
      'a linked identity, whatever its role',
      { delegations: [reader], identities: [identity(1)], links: [linked(1)] },
      'yes',
      'link',
    ],
    [
      'a linked identity that may only activate a role',
      { delegations: [eligible], identities: [identity(1)], links: [linked(1)] },
      'yes',
      'link',
    ],
    [
      'a linked member of an authorised group',
      { ...toGroup([person(8)]), links: [linked(8)] },
      'yes',
      'link',
    ],
    [
      'a guest whose link we hold',
      { ...direct({ type: 'user', userType: 'Guest' }), links: [inCustomer(linked(60))] },
      'yes',
      'link',
    ],
    [
      'the global ID is our organisation too',
      { ...toOne(), links: [linked(1, made.GLOBAL_ID)] },
      'yes',
      'link',
    ],
    [
      'a link in the wrong tenant is none here',
      { ...toOne(), links: [inCustomer(linked(1))] },
      'unknown',
      'links',
    ],
    [
      'an identity linked to somebody else',
      { ...toOne(), links: [linked(1, made.OTHER_PARTNER_ID)] },
      'no',
      'none-linked',
    ],
    ['our agent group needs no link', aobo(), 'automatic', 'aobo'],
    ["another partner's agent group", aobo({ principalId: principal(91) }), 'no', 'none-linked'],
    [
      'a Marketplace offer of ours',
      { delegations: [offer], identities: [identity(1)], links: [notLinked(1)] },
      'automatic',
      'marketplace',
    ],
    [
      'a link before an offer and an agent group',
      { delegations: [offer], ...aobo(), identities: [identity(1)], links: [linked(1)] },
      'yes',
      'link',
    ],
    ['nobody of ours is named', {}, 'no', 'none-linked'],
    ['delegations unread', { delegations: unread('forbidden') }, 'unknown', 'delegations'],
    ['role assignments unread', { roleAssignments: unread('forbidden') }, 'unknown', 'role-assignments'],
    ['agent groups unread', { agentGroups: unread('forbidden') }, 'unknown', 'agent-groups'],
    [
      'a delegation without its definition',
      { delegations: [made.delegation(null)] },
      'unknown',
      'definitions',
    ],
    ['our directory unread', { ...toOne(), identities: unread('forbidden') }, 'unknown', 'members'],
    ['members of the group unread', { ...toGroup([]), members: [] }, 'unknown', 'members'],
    ['an identity that is gone cannot be linked', { ...toOne(), identities: [] }, 'no', 'none-linked'],
    [
      'an identity named after the directory was read',
      { ...toOne(), identities: read(new Map(), '2026-11-20T09:00:00.000Z') },
      'unknown',
      'members',
    ],
    [
      'one member of the group unread',
      { ...toGroup([person(8), person(9)]), links: [notLinked(8)] },
      'unknown',
      'links',
    ],
    [
      'a disabled member is asked for nothing',
      { ...toGroup([person(8), person(9, { enabled: false })]), links: [notLinked(8)] },
      'no',
      'none-linked',
    ],
    ['a guest of unknown owner', direct({ type: 'user', userType: 'Guest' }), 'unknown', 'owners'],
    ["the customer's own staff", direct({ type: 'user', userType: 'Member' }), 'no', 'none-linked'],
    [
      'an application of ours whose link is unread',
      direct({ appOwnerTenantId: made.US }),
      'unknown',
      'links',
    ],
  ];
  it.each(rows)('%s', (_name, of, answer, how) => {
    expect(told(of).slice(0, 2)).toEqual([answer, how]);
  });

  it("asks members of a group in the customer's tenant as well", () => {
    const ours = identity(61, { tenantId: made.CUSTOMER, appOwnerTenantId: made.US });
    const of = (members: ReturnType<typeof identity>[] | null): made.Made => ({
      ...aobo({ principalId: principal(7), principalType: 'group' }),
      customer: {
        identities: read(new Map([[principal(7), group]]), made.NOW),
        groupMembers: new Map(members === null ? [] : [[principal(7), members]]),
      },
    });
    expect(told(of(null)).slice(0, 2)).toEqual(['unknown', 'owners']);
    expect(told(of([ours])).slice(0, 2)).toEqual(['unknown', 'links']);
    expect(told({ ...of([ours]), links: [inCustomer(notLinked(61))] })[0]).toBe('no');
    expect(told({ ...of([ours]), links: [inCustomer(linked(61))] })[0]).toBe('yes');
  });

  it('names the first by its id, and directly before through a group, whatever the order', () => {
    const how = (delegations: ReturnType<typeof made.delegation>[], of: made.Made) => {
      const judged = judgeSubscription(made.madeFacts({ delegations, ...of }), october, made.NOW);
      return judged.how.kind === 'link' ? [judged.how.link.principalId, judged.how.throughGroup] : null;
    };
    const two = [1, 2].map((index) =>
      made.delegation({ authorizations: [contributor(index)] }, { id: `delegation ${index}` }),
    );
    const both = { identities: [identity(1), identity(2)], links: [linked(1), linked(2)] };
    expect(how(two, both)).toEqual([principal(1), null]);
    expect(how(two.toReversed(), both)).toEqual([principal(1), null]);
    const grouped = toGroup([person(8)]);
    const alone = [made.delegation({ authorizations: [contributor(7), contributor(8)] })];
    const turned = [made.delegation({ authorizations: [contributor(8), contributor(7)] })];
    for (const delegations of [alone, turned])
      expect(how(delegations, { ...grouped, delegations, links: [linked(8)] })).toEqual([principal(8), null]);
  });

  it('asks nobody whom others named or employ, and counts those of ours', () => {
    const count = (of: made.Made) => {
      const { how } = judgeSubscription(made.madeFacts(of), october, made.NOW);
      return how.kind === 'none-linked' ? how.identities : how;
    };
    const theirs = { managedByTenantId: made.STRANGER, authorizations: [contributor(1)], plan };
    const stranger = {
      delegations: [made.delegation(theirs)],
      identities: [identity(1)],
      links: [linked(1)],
    };
    expect(count(stranger)).toBe(0);
    expect(count(direct({ type: 'user', userType: 'Member' }))).toBe(0);
    expect(count(aobo({ principalId: principal(91) }))).toBe(0);
    const north = {
      name: 'North',
      tenantId: made.STRANGER,
      partnerIds: new Set([made.OTHER_PARTNER_ID]),
      agentGroupIds: new Set([principal(95)]),
      customers: new Set([made.CUSTOMER]),
      subscriptions: new Set<typeof made.SUBSCRIPTION>(),
    };
    const profile = { type: 'indirect-provider' as const, resellers: [north] };
    expect(count({ ...direct({ appOwnerTenantId: made.STRANGER }), profile })).toBe(0);
    const ours = {
      ...direct({ appOwnerTenantId: made.US }),
      links: [inCustomer(notLinked(60)), notLinked(1)],
    };
    expect(count(ours)).toBe(1);
    expect(count({ ...ours, ...toOne(), roleAssignments: ours.roleAssignments ?? [] })).toBe(2);
  });

  it('names what is unread in the order in which it would be asked', () => {
    const what = (of: made.Made) => told(of).slice(0, 2);
    const all: made.Made = {
      delegations: unread('forbidden'),
      roleAssignments: unread('forbidden'),
      agentGroups: unread('forbidden'),
    };
    expect(what(all)).toEqual(['unknown', 'delegations']);
    expect(what({ ...all, delegations: [made.delegation(null)] })).toEqual(['unknown', 'definitions']);
    expect(what({ ...all, delegations: [] })).toEqual(['unknown', 'role-assignments']);
    expect(what({ ...all, delegations: [], roleAssignments: [] })).toEqual(['unknown', 'agent-groups']);
    const twoIdentities = {
      delegations: [made.delegation({ authorizations: [contributor(1), contributor(2)] })],
      identities: [identity(1), identity(2)],
    };
    expect(what({ ...twoIdentities, links: [notLinked(1)] })).toEqual(['unknown', 'links']);
    expect(what({ ...twoIdentities, links: [notLinked(1), notLinked(2)] })).toEqual(['no', 'none-linked']);
  });

  it("takes an application of the customer's tenant for gone only where its directory was asked since", () => {
    const held = (at: string): made.Made => ({
      ...direct({}),
      customer: { identities: read(new Map(), at), servicePrincipalId: principal(60) },
    });
    expect(told(held(made.NOW)).slice(0, 2)).toEqual(['no', 'none-linked']);
    expect(told(held('2026-11-20T09:00:00.000Z')).slice(0, 2)).toEqual(['unknown', 'members']);
    const unseen = {
      ...direct({}),
      customer: { identities: unread('no-consent'), servicePrincipalId: principal(60) },
    };
    expect(told(unseen).slice(0, 2)).toEqual(['unknown', 'members']);
  });

  it('names identity, partner ID, tenant, way and day', () => {
    expect(told(linkedOne())[2]).toEqual({
      ...{ kind: 'link', name: principal(1), partnerId: '5001002', tenantId: made.US },
      ...{ isMember: false, how: 'link-credential', day: '2026-11-21' },
    });
    const attested = { ...linked(8), displayName: 'Ann', how: 'attested' as const };
    expect(told({ ...toGroup([person(8)]), links: [attested] })[2]).toMatchObject({
      ...{ name: 'Ann', isMember: true, how: 'attested' },
    });
    expect(told({ ...toOne(), links: [notLinked(1)] })[2]).toEqual({ kind: 'none-linked', identities: 1 });
    expect(told({})[2]).toEqual({ kind: 'none-linked', identities: 0 });
    expect(told(aobo())[2]).toEqual({ kind: 'aobo' });
  });
});
