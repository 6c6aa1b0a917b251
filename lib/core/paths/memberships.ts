import { no, startingAt, unknown, yes, type Answer } from '../answers.ts';
import type { Cause } from '../causes.ts';
import type { Read } from '../evidence.ts';
import type { MembershipSchedule } from '../facts.ts';
import type { PrincipalId } from '../ids.ts';
import type { Instant } from '../periods.ts';

export type Membership = { answer: Answer; notes: readonly Cause[] };

type Question = { groupId: PrincipalId; principalId: PrincipalId; firstReadAt: Instant };

/** When somebody is a member of a group (diagnosis.md section 5, Identity, 2026-11-21). */
export function membershipsOf(
  { groupId, principalId, firstReadAt }: Question,
  schedulesByGroup: Read<ReadonlyMap<PrincipalId, readonly MembershipSchedule[]>>,
): readonly Membership[] {
  if (schedulesByGroup.state === 'unread') return [{ answer: unknown('access-unread'), notes: [] }];
  const schedules = (schedulesByGroup.value.get(groupId) ?? []).filter(
    (schedule) => schedule.principalId === principalId && schedule.access === 'member',
  );
  const assigned = schedules.filter(({ kind }) => kind === 'assigned');
  if (assigned.length > 0) return assigned.map((schedule) => assignedMembership(schedule, firstReadAt));
  // Activated for hours, which is never a whole day.
  if (schedules.length > 0) return [{ answer: no('time-bound-membership'), notes: [] }];
  return [{ answer: yes(startingAt(null, firstReadAt)), notes: [] }];
}

function assignedMembership({ startAt, endAt }: MembershipSchedule, firstReadAt: string): Membership {
  const window = startingAt(startAt, firstReadAt);
  if (endAt === null) return { answer: yes(window), notes: [] };
  return { answer: yes({ ...window, ends: Date.parse(endAt) }), notes: ['time-bound-membership'] };
}
