import { bigint, pgTable, text } from 'drizzle-orm/pg-core';
import type { ImportState, ImportWay } from '#lib/core/import-job.ts';
import { at } from './schema-columns.ts';

/** Files that were given and what came of each; those that count are rows of `imports` too. */
export const importJobs = pgTable('import_jobs', {
  /** Digest of the content, as in `imports`. */
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  way: text('way').$type<ImportWay>().notNull(),
  state: text('state').$type<ImportState>().notNull(),
  bytes: bigint('bytes', { mode: 'number' }).notNull(),
  bytesRead: bigint('bytes_read', { mode: 'number' }).notNull(),
  /** Why it did not come to be; null while it may. */
  reason: text('reason'),
  requestedBy: text('requested_by').notNull(),
  startedAt: at('started_at').notNull(),
  /** The last sign of life of whoever works at it. */
  heartbeatAt: at('heartbeat_at').notNull(),
  endedAt: at('ended_at'),
});
