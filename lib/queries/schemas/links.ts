import { z } from 'zod';
import { LINK_METHODS } from '#lib/core/facts.ts';
import { columnsOf, LINK_COLUMNS } from './columns.ts';
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

export const LINK_STATES = ['linked', 'not-linked', 'unknown', 'attested'] as const;
export type LinkState = (typeof LINK_STATES)[number];

/** Without any: what carries most first, then what has most to win. */
export const LINK_SORTS = [
  ...(['name', '-name', 'tenant', '-tenant', 'checked', '-checked'] as const),
  ...(['subscriptions', '-subscriptions'] as const),
] as const;
export type LinkSort = (typeof LINK_SORTS)[number];

export const linksQuery = z.strictObject({
  state: z.enum(LINK_STATES).optional(),
  where: z
    .enum(['managing', 'customers'])
    .optional()
    .meta({ description: 'Identities of the managing tenant, or of customer tenants' }),
  q: searchText.optional(),
  sort: z.enum(LINK_SORTS).optional(),
  limit: listLimit,
  cursor: listCursor.optional(),
});
export type LinksQuery = z.infer<typeof linksQuery>;

/** The page shows of each row what its address asks for. */
export const linksPageQuery = linksQuery.extend({ columns: columnsOf(LINK_COLUMNS).optional() });
export type LinksPageQuery = z.infer<typeof linksPageQuery>;

export const link = z
  .object({
    principalId: guid,
    principalType: z.string().nullable(),
    displayName: z.string().nullable(),
    enabled: z.boolean().nullable().meta({ description: 'null: the directory was not read or does not say' }),
    tenantId: guid,
    tenantName: z.string().nullable(),
    managingTenant: z.boolean(),
    state: z.enum(LINK_STATES).meta({ description: 'unknown: not read, or read too long ago to count' }),
    partnerId: z.string().nullable(),
    partnerName: z.string().nullable(),
    ours: z
      .enum(['location', 'global', 'other'])
      .nullable()
      .meta({ description: 'Whose partner ID it is; null where it is linked to none' }),
    since: instant.nullable(),
    how: z.enum(LINK_METHODS).nullable(),
    checkedAt: instant.nullable(),
    expiresAt: instant.nullable().meta({ description: 'Of an attested link' }),
    evidence: z.string().nullable(),
    subscriptions: z.number().int().meta({ description: 'Where it holds a permanent role' }),
    earning: z.number().int().meta({ description: 'Of these, where the role earns' }),
    alone: z.number().int().meta({ description: 'Of these, where no other linked identity does' }),
    carriesMuch: z.boolean(),
    onlyThroughGroups: z.boolean().nullable(),
  })
  .meta({ id: 'Link' });
export type Link = z.infer<typeof link>;

export const linkList = z
  .object({
    items: z.array(link),
    nextCursor: z.string().nullable(),
    total: z.number().int(),
    offset: listOffset,
    version: listVersion,
    unfilteredTotal: z.number().int(),
    byState: z.record(z.enum(LINK_STATES), z.number().int()),
    served: z.number().int().meta({ description: 'Subscriptions that any identity linked to us serves' }),
    totalUses: z
      .object({ subscriptions: z.number().int(), earning: z.number().int(), alone: z.number().int() })
      .meta({ description: 'Subscriptions of all identities that match; each counts once' }),
    heavy: z
      .object({
        identities: z.number().int(),
        first: z.object({ displayName: z.string().nullable(), alone: z.number().int() }).nullable(),
      })
      .meta({ description: 'Identities that carry many subscriptions alone, whatever is filtered by' }),
    asOf: instant.nullable(),
    completeness: z.array(completeness),
  })
  .meta({ id: 'LinkList' });
export type LinkList = z.infer<typeof linkList>;
