import type { RoleSchedule } from '#lib/core/facts.ts';

/** Of which list of Privileged Identity Management an instance is: of eligibilities, or of assignments. */
export type ScheduleList = 'assignment' | 'eligibility';

/** A list of assignments says of each whether it was activated. */
export function scheduleKindOf(list: ScheduleList, type: string | null): RoleSchedule['kind'] {
  if (list === 'eligibility') return 'eligible';
  return type?.toLowerCase() === 'activated' ? 'activated' : 'assigned';
}
