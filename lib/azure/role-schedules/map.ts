import type { z } from 'zod';
import type { RoleSchedule } from '#lib/core/facts.ts';
import type { SubscriptionId } from '#lib/core/ids.ts';
import { normalResourceId, scopeLevelOf } from '../resource-id.ts';
import { scheduleKindOf, type ScheduleList } from '../schedule-kind.ts';
import type { roleScheduleWire } from './wire.ts';

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
    kind: scheduleKindOf(list, properties.assignmentType),
    startAt: properties.startDateTime,
    endAt: properties.endDateTime,
  };
}
