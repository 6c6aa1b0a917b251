import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { at } from './schema-columns.ts';

/** Only what somebody changed: a setting without a row has its usual value. */
export const settings = pgTable('settings', {
  name: text('name').primaryKey(),
  value: integer('value').notNull(),
  changedBy: text('changed_by').notNull(),
  changedByName: text('changed_by_name').notNull(),
  changedAt: at('changed_at').notNull(),
});
