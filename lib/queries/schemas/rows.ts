import { z } from 'zod';
import { changesPageQuery } from './changes.ts';
import { costsPageQuery } from './costs.ts';
import { customersPageQuery } from './customers.ts';
import { gapsQuery } from './gaps.ts';
import { linksPageQuery } from './links.ts';
import { auditPageQuery } from './audit.ts';
import { rolesPageQuery } from './roles.ts';
import { subscriptionsPageQuery } from './subscriptions.ts';

const window = {
  offset: z.coerce.number().int().min(0).max(10_000_000),
  limit: z.coerce.number().int().min(1).max(100),
};
/** With `found`, how many match is said with them. */
const searched = { ...window, found: z.literal('yes').optional() };
const page = { limit: true, cursor: true } as const;

/** Further rows of a list's page, in the order and with the filters of its address. */
export const rowsQueries = {
  customers: customersPageQuery.omit(page).extend(searched),
  subscriptions: subscriptionsPageQuery.omit(page).extend(searched),
  costs: costsPageQuery.omit(page).extend(window),
  links: linksPageQuery.omit(page).extend(window),
  findings: gapsQuery.omit(page).extend(window),
  roles: rolesPageQuery.omit(page).extend(window),
  changes: changesPageQuery.omit(page).extend(window),
  audit: auditPageQuery.omit(page).extend(window),
};

export type RowsList = keyof typeof rowsQueries;
export type RowsQuery<List extends RowsList> = z.infer<(typeof rowsQueries)[List]>;

/** Some rows of a list, without all that stands around them. */
export type RowsWindow<Item> = { items: Item[]; total: number; offset: number; version: string };
