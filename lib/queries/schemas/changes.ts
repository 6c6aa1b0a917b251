import { z } from 'zod';
import { CHANGE_KINDS, SOURCES } from '#lib/core/statuses.ts';
import { guid, instant, listCursor, listLimit } from './shared.ts';

export const changesQuery = z.strictObject({
  since: z
    .union([instant, z.iso.date()])
    .optional()
    .meta({ description: 'Changes after this instant or day (UTC)' }),
  customer: guid.optional().meta({ description: 'Tenant id of a customer' }),
  subscription: guid.optional(),
  kind: z.enum(CHANGE_KINDS).optional(),
  limit: listLimit,
  cursor: listCursor.optional(),
});
export type ChangesQuery = z.infer<typeof changesQuery>;

const grant = z.object({
  principalId: z.string(),
  principalName: z.string().nullable(),
  roleDefinitionId: z.string(),
  roleName: z.string().nullable(),
  how: z.enum(['permanent', 'just-in-time']),
});

const side = z.record(z.string(), z.union([z.string(), z.null(), z.array(grant)]));
export type ChangeSide = z.infer<typeof side>;

export const change = z
  .object({
    id: z.number().int(),
    at: instant.meta({ description: 'When the sync that saw it judged' }),
    kind: z.enum(CHANGE_KINDS),
    tenantId: guid,
    customerName: z.string().nullable(),
    subscriptionId: guid.nullable(),
    subscriptionName: z.string().nullable(),
    before: side.nullable(),
    after: side.nullable(),
    source: z.enum([...SOURCES, 'judge']),
  })
  .meta({ id: 'Change' });
export type Change = z.infer<typeof change>;

export const changeList = z
  .object({
    items: z.array(change),
    nextCursor: z.string().nullable(),
    total: z.number().int(),
    byKind: z.array(
      z.object({ kind: z.enum(CHANGE_KINDS), changes: z.number().int(), customers: z.number().int() }),
    ),
  })
  .meta({ id: 'ChangeList' });
export type ChangeList = z.infer<typeof changeList>;
