import { z } from 'zod';
import { costsQuery } from './costs.ts';
import { customersQuery } from './customers.ts';
import { findingsQuery } from './findings.ts';
import { linksQuery } from './links.ts';
import { rolesQuery } from './roles.ts';
import { subscriptionsQuery } from './subscriptions.ts';

export const EXPORT_FORMATS = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const file = { format: z.enum(EXPORT_FORMATS).default('csv') };
const window = { limit: true, cursor: true } as const;

/** A list's own filters and order; a file has all rows that match. */
export const exportQueries = {
  customers: customersQuery.omit(window).extend(file),
  subscriptions: subscriptionsQuery.omit(window).extend(file),
  costs: costsQuery.omit(window).extend(file),
  findings: findingsQuery.omit(window).extend(file),
  links: linksQuery.omit(window).extend(file),
  roles: rolesQuery.omit(window).extend(file),
};

export type ExportedList = keyof typeof exportQueries;
export type ExportQuery<List extends ExportedList> = z.infer<(typeof exportQueries)[List]>;
