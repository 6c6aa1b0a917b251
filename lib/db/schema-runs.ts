import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { SourceCheckName } from '#lib/core/source-checks.ts';
import type { Source } from '#lib/core/statuses.ts';
import type { ReadWay, RunKind, RunStatus, StepFailure, StepStatus } from '#lib/core/sync-run.ts';
import type { WaitReason } from '#lib/core/throttle-budget.ts';
import { at } from './schema-columns.ts';

/** '' stands for "the managing tenant's own", "no month" and "no scope", so that each can be part of a key. */
const keyColumns = {
  source: text('source').$type<Source>().notNull(),
  tenantId: text('tenant_id').notNull(),
  period: text('period').notNull(),
  /** Costs of a billing profile: scopeOfProfile. */
  scope: text('scope').notNull().default(''),
};

/**
 * One row per thing we read: which complete read is current, and how the last try ended. Facts carry the id of
 * the read they came with and count only while it is current, so a read replaces the older one as a whole.
 */
export const sourceReads = pgTable(
  'source_reads',
  {
    ...keyColumns,
    currentReadId: uuid('current_read_id'),
    asOf: at('as_of'),
    rows: integer('rows').notNull().default(0),
    /** Rows that Azure announced and sent when these were read; null: it did not say. */
    expectedRows: integer('expected_rows'),
    readRows: integer('read_rows'),
    /** Which of several ways brought what is current; null where there is one way only. */
    way: text('way').$type<ReadWay>(),
    attemptedAt: at('attempted_at').notNull(),
    outcome: text('outcome')
      .$type<Exclude<StepStatus, 'pending' | 'running' | 'waiting' | 'cancelled'>>()
      .notNull(),
    failure: jsonb('failure').$type<StepFailure>(),
    /** The last try did bring what is current, and the failure speaks of a part that it lacks. */
    incomplete: boolean('incomplete').notNull().default(false),
    /** Rows of the last read when it was refused for being suspiciously small. */
    refusedRows: integer('refused_rows'),
  },
  (table) => [
    primaryKey({ columns: [table.source, table.tenantId, table.period, table.scope] }),
    index('source_reads_tenant').on(table.tenantId),
    index('source_reads_current').on(table.currentReadId),
  ],
);

export const syncRuns = pgTable(
  'sync_runs',
  {
    id: uuid('id').primaryKey(),
    /** A full run reads everything; a refresh reads one customer now. */
    kind: text('kind').$type<RunKind>().notNull().default('full'),
    /** '' for a full run. */
    tenantId: text('tenant_id').notNull().default(''),
    status: text('status').$type<RunStatus>().notNull(),
    requestedBy: text('requested_by').notNull(),
    startedAt: at('started_at').notNull(),
    endedAt: at('ended_at'),
    heartbeatAt: at('heartbeat_at').notNull(),
    /** Who may write for this run, until when unless it says so again: by the clock of the database. */
    owner: uuid('owner'),
    leaseUntil: at('lease_until'),
    /** When its owner took it: what was done since tells how fast it goes. */
    takenAt: at('taken_at'),
    calls: integer('calls').notNull().default(0),
    waitedMs: bigint('waited_ms', { mode: 'number' }).notNull().default(0),
    error: text('error'),
  },
  (table) => [
    index('sync_runs_started').on(table.startedAt),
    uniqueIndex('sync_runs_one_under_way')
      .on(table.kind, table.tenantId)
      .where(sql`${table.status} in ('queued', 'running', 'paused')`),
  ],
);

export const syncSteps = pgTable(
  'sync_steps',
  {
    runId: uuid('run_id')
      .notNull()
      .references(() => syncRuns.id, { onDelete: 'cascade' }),
    source: text('source').$type<Source | 'judge'>().notNull(),
    tenantId: text('tenant_id').notNull(),
    period: text('period').notNull(),
    scope: text('scope').notNull().default(''),
    position: integer('position').notNull(),
    status: text('status').$type<StepStatus>().notNull(),
    done: integer('done').notNull().default(0),
    /** Rows that Azure announced, those that it sent, and those that are held of them; null: it does not say, not ended. */
    expected: integer('expected'),
    read: integer('read').notNull().default(0),
    kept: integer('kept'),
    total: integer('total'),
    /** Calls foreseen when it was planned; null where nothing held tells. */
    plannedCalls: integer('planned_calls'),
    way: text('way').$type<ReadWay>(),
    /** The read whose pages are being stored, and what to ask for next; survive a crash. */
    readId: uuid('read_id'),
    cursor: text('cursor'),
    waitUntil: at('wait_until'),
    waitReason: text('wait_reason').$type<WaitReason>(),
    error: jsonb('error').$type<StepFailure>(),
    startedAt: at('started_at'),
    endedAt: at('ended_at'),
    /** By the clock of the database: whoever follows a run asks for what changed since. */
    changedAt: at('changed_at')
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (table) => [
    primaryKey({ columns: [table.runId, table.source, table.tenantId, table.period, table.scope] }),
    index('sync_steps_changed').on(table.runId, table.changedAt),
  ],
);

/** Answers that a step has had and cannot store as facts yet; they go when it ends. */
export const keptAnswers = pgTable(
  'kept_answers',
  {
    runId: uuid('run_id')
      .notNull()
      .references(() => syncRuns.id, { onDelete: 'cascade' }),
    source: text('source').$type<Source | 'judge'>().notNull(),
    tenantId: text('tenant_id').notNull(),
    period: text('period').notNull(),
    scope: text('scope').notNull(),
    /** Digest of what was asked, and the number of the page. */
    question: text('question').notNull(),
    answer: text('answer').notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.runId, table.source, table.tenantId, table.period, table.scope, table.question],
    }),
  ],
);

/** Where two sources tell of the same thing: what came of holding them against each other last. */
export const sourceChecks = pgTable(
  'source_checks',
  {
    check: text('check').$type<SourceCheckName>().notNull(),
    /** '' for the partner as a whole, and for no month. */
    tenantId: text('tenant_id').notNull(),
    period: text('period').notNull(),
    /** The billing profile of a check of one (scopeOfProfile). */
    scope: text('scope').notNull().default(''),
    compared: integer('compared').notNull(),
    differing: integer('differing').notNull(),
    /** One that differs, in words; null: none does. */
    example: text('example'),
    checkedAt: at('checked_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.check, table.tenantId, table.period, table.scope] })],
);

/** Processes that do nothing but sync runs, while they live. */
export const syncWorkers = pgTable('sync_workers', {
  id: uuid('id').primaryKey(),
  seenAt: at('seen_at').notNull(),
});

/** What all processes together have asked Azure since the store was made: counters for monitoring. */
export const syncCalls = pgTable(
  'sync_calls',
  {
    api: text('api').notNull(),
    /** The status of the answer; 'cut' or 'timeout' where none came. */
    outcome: text('outcome').notNull(),
    calls: bigint('calls', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.api, table.outcome] })],
);

export const syncWaits = pgTable(
  'sync_waits',
  {
    source: text('source').notNull(),
    reason: text('reason').$type<WaitReason>().notNull(),
    waits: bigint('waits', { mode: 'number' }).notNull(),
    waitedMs: bigint('waited_ms', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.source, table.reason] })],
);
