import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { at } from './schema-columns.ts';

/** Files of cost that people gave; their sums are reads of the source 'costs' with scopeOfImport as scope. */
export const imports = pgTable('imports', {
  /** Digest of the content: the same file is one import. */
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  kind: text('kind').notNull(),
  period: text('period').notNull(),
  lastDay: text('last_day').notNull(),
  lines: integer('lines').notNull(),
  /** Lines that name no customer and so count for nobody. */
  withoutCustomer: integer('without_customer').notNull(),
  tenantIds: jsonb('tenant_ids').$type<readonly string[]>().notNull(),
  /** Customers that nothing but files had named before. */
  newTenantIds: jsonb('new_tenant_ids').$type<readonly string[]>().notNull(),
  importedAt: at('imported_at').notNull(),
  importedBy: text('imported_by').notNull(),
});
