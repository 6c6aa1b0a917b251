import { z } from 'zod';
import { CHANGE_KINDS, SOURCES } from '#lib/core/statuses.ts';
import { CHANGE_COLUMNS, columnsOf } from './columns.ts';
import {
  completeness,
  guid,
  instant,
  listCursor,
  listLimit,
  listOffset,
  listVersion,
  searchText,
} from './shared.ts';

export const changesQuery = z.strictObject({
  since: z
    .union([instant, z.iso.date()])
    .optional()
    .meta({ description: 'Changes after this instant or day (UTC)' }),
  customer: guid.optional().meta({ description: 'Tenant id of a customer' }),
  subscription: guid.optional(),
  kind: z.enum(CHANGE_KINDS).optional(),
  q: searchText.optional().meta({ description: "Part of a customer's name or domain, or of an id" }),
  limit: listLimit,
  cursor: listCursor.optional(),
});
export type ChangesQuery = z.infer<typeof changesQuery>;

/** The page shows of each row what its address asks for. */
export const changesPageQuery = changesQuery.extend({ columns: columnsOf(CHANGE_COLUMNS).optional() });
export type ChangesPageQuery = z.infer<typeof changesPageQuery>;

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

/** What the page of all changes shows; its cursor counts rows. */
export const changesPage = z.object({
  items: z.array(change),
  nextCursor: z.string().nullable(),
  total: z.number().int(),
  offset: listOffset,
  version: listVersion,
  unfilteredTotal: z.number().int(),
  customer: z.object({ tenantId: guid, displayName: z.string() }).nullable(),
  completeness: z.array(completeness),
});
export type ChangesPage = z.infer<typeof changesPage>;
