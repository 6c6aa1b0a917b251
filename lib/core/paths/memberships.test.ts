import { describe, expect, it } from 'vitest';
import { no, unknown, yes } from '../answers.ts';
import { read, unread } from '../evidence.ts';
import type { MembershipSchedule } from '../facts.ts';
import { membership, principal, scheduled } from '../testing/cause-case.ts';
import { membershipsOf } from './memberships.ts';

const SEEN = '2026-02-01T00:00:00.000Z';
const START = '2026-03-01T00:00:00.000Z';
const END = '2026-12-01T00:00:00.000Z';
const ms = Date.parse;
const question = { groupId: principal(7), principalId: principal(8), firstReadAt: SEEN };
const told = (...rows: MembershipSchedule[]) =>
  membershipsOf(question, scheduled(...rows).membershipSchedules);
const always = { begins: null, seenSince: ms(SEEN), ends: null };

describe('when somebody is a member of a group', () => {
  it('is unknown while nobody could read it', () => {
    expect(membershipsOf(question, unread('forbidden'))).toEqual([
      { answer: unknown('access-unread'), notes: [] },
    ]);
  });

  it('is since we saw it, for a member without a schedule', () => {
    expect(told()).toEqual([{ answer: yes(always), notes: [] }]);
    expect(membershipsOf({ ...question, groupId: principal(6) }, read(new Map(), SEEN))).toEqual([
      { answer: yes(always), notes: [] },
    ]);
  });

  it('is not told by the schedules of others, nor by owning the group', () => {
    const others = [membership(9, { endAt: END }), membership(8, { access: 'owner', kind: 'activated' })];
    expect(told(...others)).toEqual([{ answer: yes(always), notes: [] }]);
  });

  it('is from its start, without an end, where it is assigned for good', () => {
    expect(told(membership(8, { startAt: START }))).toEqual([
      { answer: yes({ begins: ms(START), seenSince: null, ends: null }), notes: [] },
    ]);
    expect(told(membership(8, { startAt: null }))).toEqual([{ answer: yes(always), notes: [] }]);
  });

  it('ends, and says so, where it is assigned for a time', () => {
    expect(told(membership(8, { startAt: START, endAt: END }))).toEqual([
      {
        answer: yes({ begins: ms(START), seenSince: null, ends: ms(END) }),
        notes: ['time-bound-membership'],
      },
    ]);
  });

  it('is never for a whole day where it is only activated or eligible', () => {
    const never = [{ answer: no('time-bound-membership'), notes: [] }];
    expect(told(membership(8, { kind: 'activated' }))).toEqual(never);
    expect(told(membership(8, { kind: 'eligible' }))).toEqual(never);
  });

  it('counts what is assigned before what is activated beside it', () => {
    const both = told(membership(8, { kind: 'activated' }), membership(8, { startAt: START }));
    expect(both).toEqual([{ answer: yes({ begins: ms(START), seenSince: null, ends: null }), notes: [] }]);
  });
});
