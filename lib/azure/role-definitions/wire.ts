import { z } from 'zod';
import { pageOf, roleDefinitionId } from '../wire.ts';

/** The id carries the prefix of the subscription that was asked, so it is compared by its last part. */
export const roleDefinitionWire = z.object({
  id: roleDefinitionId,
  properties: z.object({ roleName: z.string(), type: z.string() }),
});

export const roleDefinitionPage = pageOf(roleDefinitionWire);
