import type { z } from 'zod';
import type { RoleSchedule } from '#lib/core/facts.ts';
import type { SubscriptionId } from '#lib/core/ids.ts';
import { normalResourceId, scopeLevelOf } from '../resource-id.ts';
import type { roleScheduleWire } from './wire.ts';

export type ScheduleList = 'assignment' | 'eligibility';

function kindOf(list: ScheduleList, type: string | null): RoleSchedule['kind'] {
  if (list === 'eligibility') return 'eligible';
  return type?.toLowerCase() === 'activated' ? 'activated' : 'assigned';
}

export function mapRoleSchedule(
  { list, subscriptionId }: { list: ScheduleList; subscriptionId: SubscriptionId },
  { id, properties }: z.infer<typeof roleScheduleWire>,
): RoleSchedule {
  const scope = normalResourceId(properties.scope);
  return {
    id: normalResourceId(id),
    subscriptionId,
    scope,
    scopeLevel: scopeLevelOf(scope),
    principalId: properties.principalId,
    roleDefinitionId: properties.roleDefinitionId,
    kind: kindOf(list, properties.assignmentType),
    startAt: properties.startDateTime,
    endAt: properties.endDateTime,
  };
}
