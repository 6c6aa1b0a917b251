import { z } from 'zod';
import { completeness, guid, instant } from './shared.ts';

export const rolesQuery = z.strictObject({
  earns: z.enum(['yes', 'no', 'unlisted']).optional(),
  inUse: z.enum(['true']).optional(),
  q: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: z.string().max(400).optional(),
});
export type RolesQuery = z.infer<typeof rolesQuery>;

export const role = z
  .object({
    roleDefinitionId: guid,
    name: z.string().nullable().meta({ description: "Azure's name today" }),
    earns: z.enum(['yes', 'no', 'unlisted']),
    lighthouseAssignable: z.boolean().nullable(),
    lighthouseNote: z.string().nullable(),
    listedName: z.string().nullable().meta({ description: "Name in Microsoft's list" }),
    source: z.string().nullable(),
    uses: z.object({
      permanent: z
        .number()
        .int()
        .meta({ description: 'Subscriptions where an authorization holds it permanently' }),
      justInTime: z.number().int(),
      aobo: z.number().int(),
    }),
  })
  .meta({ id: 'Role' });
export type Role = z.infer<typeof role>;

export const roleList = z
  .object({
    items: z.array(role),
    nextCursor: z.string().nullable(),
    total: z.number().int(),
    counts: z.object({
      yes: z.number().int(),
      no: z.number().int(),
      unlisted: z.number().int(),
      inUse: z.number().int(),
    }),
    listDate: z.iso.date(),
    listSource: z.string(),
    asOf: instant.nullable(),
    completeness: z.array(completeness),
  })
  .meta({ id: 'RoleList' });
export type RoleList = z.infer<typeof roleList>;
