import { boolean, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { at } from './schema-columns.ts';

export type ImportTotal = { currency: string; net: string };

/** Files of cost that people gave; their sums are reads of the source 'costs' with scopeOfImport as scope. */
export const imports = pgTable('imports', {
  /** Digest of the content: the same file is one import. */
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  kind: text('kind').notNull(),
  /** The newest of its months. */
  period: text('period').notNull(),
  /** All of its months, from the first. */
  periods: jsonb('periods').$type<readonly string[]>().notNull().default([]),
  lastDay: text('last_day').notNull(),
  lines: integer('lines').notNull(),
  /** Lines that could not be read, or are of another month; they count nowhere. */
  rejected: integer('rejected').notNull().default(0),
  /** Of all lines, those of no customer too. */
  totals: jsonb('totals').$type<readonly ImportTotal[]>().notNull().default([]),
  /** The price of commitments is spread over their days. */
  isAmortised: boolean('is_amortised').notNull().default(false),
  /** Lines that name no customer and so count for nobody. */
  withoutCustomer: integer('without_customer').notNull(),
  tenantIds: jsonb('tenant_ids').$type<readonly string[]>().notNull(),
  /** Customers that nothing but files had named before. */
  newTenantIds: jsonb('new_tenant_ids').$type<readonly string[]>().notNull(),
  importedAt: at('imported_at').notNull(),
  importedBy: text('imported_by').notNull(),
});
