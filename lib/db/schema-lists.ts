import { bigint, boolean, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { SetupStep } from '#lib/core/setup-steps.ts';
import { at } from './schema-columns.ts';

/**
 * Counts what was written that lists and their frames show: as long as the sum stays, so do they. Several rows, so
 * that writers do not wait for each other.
 */
export const listVersions = pgTable('list_versions', {
  shard: integer('shard').primaryKey(),
  version: bigint('version', { mode: 'number' }).notNull(),
});

/** A view of a page that somebody named: its address. */
export const savedViews = pgTable(
  'saved_views',
  {
    personId: text('person_id').notNull(),
    name: text('name').notNull(),
    path: text('path').notNull(),
    search: text('search').notNull(),
    shared: boolean('shared').notNull(),
    savedAt: at('saved_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.name] }),
    index('saved_views_path').on(table.path),
  ],
);

/** What of the setup a person does not want to be reminded of. */
export const setAsideSteps = pgTable(
  'set_aside_steps',
  {
    personId: text('person_id').notNull(),
    step: text('step').$type<SetupStep>().notNull(),
    at: at('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.step] })],
);
