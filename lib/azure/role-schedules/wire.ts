import { z } from 'zod';
import { optionalInstant, optionalText, pageOf, principalId, roleDefinitionId } from '../wire.ts';

/** Of a role that is active, or that may be made active: those have no assignment type. */
export const roleScheduleWire = z.object({
  id: z.string().min(1),
  properties: z.object({
    scope: z.string(),
    roleDefinitionId,
    principalId,
    assignmentType: optionalText,
    startDateTime: optionalInstant,
    endDateTime: optionalInstant,
  }),
});

export const roleSchedulePage = pageOf(roleScheduleWire);
