import { describe, expect, it } from 'vitest';
import { no, unknown, yes } from '../answers.ts';
import { read, unread } from '../evidence.ts';
import type { Cause } from '../causes.ts';
import type { Identity } from '../facts.ts';
import {
  identity,
  linked,
  membership,
  notLinked,
  person,
  principal,
  scheduled,
} from '../testing/cause-case.ts';
import * as made from '../testing/made-facts.ts';
import { judgeIdentity, type IdentityQuestion } from './identity.ts';
import { partiesOf } from './parties.ts';

const ms = Date.parse;
const SEEN = '2026-02-01T00:00:00.000Z';
const BEGAN = ms('2026-01-01T00:00:00.000Z');
const since = (text: string) => yes({ begins: ms(text), seenSince: null, ends: null });

function answers(index: number, of: made.Made, rest: Partial<IdentityQuestion> = {}) {
  const facts = made.madeFacts(of);
  const { managing, subscription } = facts;
  const question: IdentityQuestion = {
    principalId: principal(index),
    tenantId: made.US,
    directory: { tenantId: made.US, ...managing },
    marketplace: false,
    namedBy: subscription.delegations,
    firstReadAt: SEEN,
    ...rest,
  };
  return judgeIdentity(question, facts, partiesOf(facts));
}
const only = (...told: Parameters<typeof answers>) => answers(...told).map(({ answer }) => answer);

describe('an identity by itself', () => {
  it.each([
    [
      'is gone where the directory was asked for it and has it not',
      [],
      [linked(1)],
      no('linked-identity-gone'),
    ],
    ['is gone while disabled', [identity(1, { enabled: false })], [linked(1)], no('linked-identity-gone')],
    ['is not linked, where that was read', [identity(1)], [notLinked(1)], no('principal-not-linked')],
    ['is unknown, where its link was not read', [identity(1)], [], unknown('link-unread')],
  ] as const)('%s', (_name, identities, links, expected) => {
    expect(only(1, { identities: [...identities], links: [...links] })).toEqual([expected]);
  });

  it('keeps the link of one that is disabled, to show what was lost', () => {
    const of = { identities: [identity(1, { enabled: false })], links: [linked(1)] };
    expect(answers(1, of)).toEqual([
      {
        answer: no('linked-identity-gone'),
        principalId: principal(1),
        link: linked(1),
        notes: [],
        throughGroup: null,
      },
    ]);
  });

  it.each([
    ['own-token', [since('2026-01-01T00:00:00.000Z')]],
    ['link-credential', [since('2026-01-01T00:00:00.000Z')]],
    ['on-behalf-of', [unknown('access-unread')]],
    ['attested', [unknown('access-unread')]],
  ] as const)('is enabled, where the directory left that open, if %s tells of its link', (how, expected) => {
    const links = [{ ...linked(1), how }];
    expect(only(1, { identities: [identity(1, { enabled: null })], links })).toEqual(expected);
    expect(only(1, { identities: unread('forbidden'), links })).toEqual(expected);
    expect(answers(1, { identities: [identity(1, { enabled: null })], links })[0]?.link).toEqual(links[0]);
    expect(only(1, { identities: [identity(1)], links })).toEqual([since('2026-01-01T00:00:00.000Z')]);
  });

  it('is not linked, enabled or not', () => {
    const of = {
      identities: [identity(1, { enabled: null })],
      links: [{ ...notLinked(1), how: 'attested' as const }],
    };
    expect(only(1, of)).toEqual([no('principal-not-linked')]);
  });

  it('exists by its own token while the directory is unread, and may be known there not to be linked', () => {
    const blind = { identities: unread('forbidden') } as const;
    expect(only(1, { ...blind, links: [linked(1)] })).toEqual([since('2026-01-01T00:00:00.000Z')]);
    expect(only(1, { ...blind, links: [notLinked(1)] })).toEqual([no('principal-not-linked')]);
    expect(only(1, { ...blind, links: [{ ...linked(1), how: 'attested' }] })).toEqual([
      unknown('access-unread'),
    ]);
    expect(answers(1, blind)).toEqual([
      {
        answer: unknown('access-unread'),
        principalId: principal(1),
        link: null,
        notes: [],
        throughGroup: null,
      },
    ]);
  });

  it('is judged by its link alone where no directory will ever show it', () => {
    expect(only(1, { links: [linked(1)] }, { directory: null })).toEqual([since('2026-01-01T00:00:00.000Z')]);
    expect(only(1, { links: [notLinked(1)] }, { directory: null })).toEqual([no('principal-not-linked')]);
    expect(only(1, {}, { directory: null })).toEqual([unknown('link-unread')]);
  });
});

describe('a group', () => {
  const group = identity(7, { type: 'group', appOwnerTenantId: null });
  const of = (members: readonly Identity[] | null, rest: made.Made = {}): made.Made => ({
    identities: [group],
    members: members === null ? [] : [[principal(7), [...members]]],
    ...rest,
  });
  const notes = (members: readonly Identity[], links: made.Made['links']): readonly Cause[][] =>
    answers(7, of(members, { links: links ?? [] })).map((one) => [...one.notes]);

  it('is unknown while its members are unread, and a no while it has none', () => {
    expect(only(7, of(null))).toEqual([unknown('access-unread')]);
    expect(only(7, of([]))).toEqual([no('no-linked-group-member')]);
  });

  it('is judged by people and service principals; what cannot be linked is left out', () => {
    const others = [
      identity(8, { type: 'device' }),
      identity(9, { type: 'group' }),
      identity(10, { type: 'other' }),
    ];
    expect(only(7, of(others))).toEqual([no('no-linked-group-member')]);
    expect(only(7, of([person(8), identity(9)]))).toEqual([unknown('link-unread'), unknown('link-unread')]);
  });

  it('leaves out disabled members unless they are known to be linked', () => {
    const gone = person(8, { enabled: false });
    expect(only(7, of([gone]))).toEqual([no('no-linked-group-member')]);
    expect(only(7, of([gone], { links: [notLinked(8)] }))).toEqual([no('no-linked-group-member')]);
    expect(only(7, of([gone], { links: [linked(8)] }))).toEqual([no('linked-identity-gone')]);
    expect(only(7, of([person(8, { enabled: null })]))).toEqual([unknown('link-unread')]);
  });

  it('counts a linked member from the later of link and membership', () => {
    const link = linked(8, made.OUR_PARTNER_ID, '2026-03-01T00:00:00.000Z');
    const joined = (startAt: string) => ({
      links: [link],
      managing: scheduled(membership(8, { startAt })),
    });
    expect(only(7, of([person(8)], joined('2026-02-01T00:00:00.000Z')))).toEqual([
      since('2026-03-01T00:00:00.000Z'),
    ]);
    expect(only(7, of([person(8)], joined('2026-04-01T00:00:00.000Z')))).toEqual([
      since('2026-04-01T00:00:00.000Z'),
    ]);
    const [untold] = answers(7, of([person(8)], { links: [linked(8)] }));
    expect(untold).toMatchObject({
      answer: yes({ begins: BEGAN, seenSince: ms(SEEN), ends: null }),
      principalId: principal(8),
      throughGroup: principal(7),
      link: linked(8),
    });
  });

  it('counts no member who is one for hours, and nobody while schedules are unread', () => {
    const activated = scheduled(membership(8, { kind: 'activated' }));
    expect(only(7, of([person(8)], { links: [linked(8)], managing: activated }))).toEqual([
      no('time-bound-membership'),
    ]);
    const blind = { membershipSchedules: unread('forbidden') } as const;
    expect(only(7, of([person(8)], { links: [linked(8)], managing: blind }))).toEqual([
      unknown('access-unread'),
    ]);
    expect(only(7, of([person(8)], { links: [notLinked(8)], managing: blind }))).toEqual([
      no('no-linked-group-member'),
    ]);
  });

  it('names a member with an own reason by it, and one who is merely not linked by the group', () => {
    const links = [linked(8, made.OTHER_PARTNER_ID), notLinked(9)];
    expect(answers(7, of([person(8), person(9)], { links }))).toMatchObject([
      { answer: no('wrong-partner-organisation'), throughGroup: principal(7), principalId: principal(8) },
      { answer: no('no-linked-group-member'), throughGroup: principal(7), principalId: principal(9) },
    ]);
  });

  it('notes that all depends on one person, only where every link is known', () => {
    const two = [person(8), person(9)];
    expect(notes(two, [linked(8), notLinked(9)])).toEqual([['single-linked-member'], []]);
    expect(notes([person(8)], [linked(8)])).toEqual([['single-linked-member']]);
    expect(notes(two, [linked(8)])).toEqual([[], []]);
    expect(notes(two, [linked(8), linked(9)])).toEqual([[], []]);
    expect(notes([identity(8), person(9)], [linked(8), notLinked(9)])).toEqual([[], []]);
    expect(notes(two, [notLinked(8), notLinked(9)])).toEqual([[], []]);
  });

  it('keeps the notes of the link and of the membership beside it', () => {
    const second = made.OTHER_PARTNER_ID;
    const facts = of([person(8)], {
      links: [linked(8, second)],
      profile: { partnerIds: new Set([made.OUR_PARTNER_ID, second]) },
      managing: scheduled(membership(8, { endAt: '2027-01-01T00:00:00.000Z' })),
    });
    expect(answers(7, facts)[0]?.notes).toEqual([
      'other-location-of-same-organisation',
      'single-linked-member',
      'time-bound-membership',
    ]);
  });

  it('tells of linked people who may make themselves members, and of nobody else', () => {
    const may = membership(8, { kind: 'eligible' });
    expect(answers(7, of([], { links: [linked(8)], managing: scheduled(may) }))).toEqual([
      {
        answer: no('time-bound-membership'),
        principalId: principal(8),
        link: linked(8),
        notes: [],
        throughGroup: principal(7),
      },
    ]);
    const nobody = [no('no-linked-group-member')];
    const told = (schedule: typeof may, links = [linked(8)]) =>
      only(7, of([], { links, managing: scheduled(schedule) }));
    expect(told(may, [notLinked(8)])).toEqual(nobody);
    expect(told(may, [])).toEqual(nobody);
    expect(told(membership(8, { kind: 'eligible', access: 'owner' }))).toEqual(nobody);
    expect(told(membership(8, { kind: 'assigned' }))).toEqual(nobody);
    const elsewhere = read(new Map([[principal(6), [may]]]), made.NOW);
    expect(only(7, of([], { links: [linked(8)], managing: { membershipSchedules: elsewhere } }))).toEqual(
      nobody,
    );
    const blind = { membershipSchedules: unread('forbidden') } as const;
    expect(only(7, of([], { links: [linked(8)], managing: blind }))).toEqual(nobody);
  });
});
