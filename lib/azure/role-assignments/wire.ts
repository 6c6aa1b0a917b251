import { z } from 'zod';
import { optionalInstant, optionalText, pageOf, principalId, roleDefinitionId } from '../wire.ts';

export const roleAssignmentWire = z.object({
  id: z.string(),
  properties: z.object({
    scope: z.string(),
    roleDefinitionId,
    principalId,
    principalType: optionalText,
    createdOn: optionalInstant,
  }),
});

export const roleAssignmentPage = pageOf(roleAssignmentWire);
