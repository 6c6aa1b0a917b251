import { z } from 'zod';
import { columnsOf, ROLE_COLUMNS } from './columns.ts';
import { completeness, guid, instant, listOffset, listVersion, searchText } from './shared.ts';

export const ROLE_SORTS = [
  'name',
  'permanent',
  'justInTime',
  'aobo',
  '-name',
  '-permanent',
  '-justInTime',
  '-aobo',
] as const;
export type RoleSort = (typeof ROLE_SORTS)[number];

export const rolesQuery = z.strictObject({
  earns: z.enum(['yes', 'no', 'unlisted']).optional(),
  inUse: z.enum(['true']).optional(),
  q: searchText.optional(),
  sort: z.enum(ROLE_SORTS).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: z.string().max(400).optional(),
});
export type RolesQuery = z.infer<typeof rolesQuery>;

/** The page shows of each row what its address asks for. */
export const rolesPageQuery = rolesQuery.extend({ columns: columnsOf(ROLE_COLUMNS).optional() });
export type RolesPageQuery = z.infer<typeof rolesPageQuery>;

const roleUses = z.object({
  permanent: z
    .number()
    .int()
    .meta({ description: 'Subscriptions where an authorization holds it permanently' }),
  justInTime: z.number().int(),
  aobo: z.number().int(),
});

export const role = z
  .object({
    roleDefinitionId: guid,
    name: z.string().nullable().meta({ description: "Azure's name today" }),
    earns: z.enum(['yes', 'no', 'unlisted']),
    lighthouseAssignable: z.boolean().nullable(),
    lighthouseNote: z.string().nullable(),
    listedName: z.string().nullable().meta({ description: "Name in Microsoft's list" }),
    source: z.string().nullable(),
    uses: roleUses,
  })
  .meta({ id: 'Role' });
export type Role = z.infer<typeof role>;

export const roleList = z
  .object({
    items: z.array(role),
    nextCursor: z.string().nullable(),
    total: z.number().int(),
    offset: listOffset,
    version: listVersion,
    counts: z.object({
      yes: z.number().int(),
      no: z.number().int(),
      unlisted: z.number().int(),
      inUse: z.number().int(),
    }),
    totalUses: roleUses.meta({
      description: 'Subscriptions where any of the roles that match is held; each counts once',
    }),
    listDate: z.iso.date(),
    listSource: z.string(),
    asOf: instant.nullable(),
    completeness: z.array(completeness),
  })
  .meta({ id: 'RoleList' });
export type RoleList = z.infer<typeof roleList>;
