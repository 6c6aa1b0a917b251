import { asc, count, inArray, sql } from 'drizzle-orm';
import type { Instant } from '#lib/core/periods.ts';
import { UNDER_WAY, type RunKind, type RunStatus } from '#lib/core/sync-run.ts';
import type { WaitReason } from '#lib/core/throttle-budget.ts';
import { inBatches, type Db } from './db.ts';
import { sourceReads, syncCalls, syncRuns, syncWaits } from './schema.ts';

export type CallCount = { api: string; outcome: string; calls: number };
export type WaitCount = { source: string; reason: WaitReason; waits: number; waitedMs: number };

/** Adds to what all processes have counted. In one order, so that two of them never wait for each other. */
export async function addCounts(
  db: Db,
  calls: readonly CallCount[],
  waits: readonly WaitCount[],
): Promise<void> {
  const byKey = (left: CallCount, right: CallCount) =>
    `${left.api}/${left.outcome}` < `${right.api}/${right.outcome}` ? -1 : 1;
  await inBatches(calls.toSorted(byKey), (batch) =>
    db
      .insert(syncCalls)
      .values(batch)
      .onConflictDoUpdate({
        target: [syncCalls.api, syncCalls.outcome],
        set: { calls: sql`${syncCalls.calls} + excluded.calls` },
      }),
  );
  const bySource = (left: WaitCount, right: WaitCount) =>
    `${left.source}/${left.reason}` < `${right.source}/${right.reason}` ? -1 : 1;
  await inBatches(waits.toSorted(bySource), (batch) =>
    db
      .insert(syncWaits)
      .values(batch)
      .onConflictDoUpdate({
        target: [syncWaits.source, syncWaits.reason],
        set: {
          waits: sql`${syncWaits.waits} + excluded.waits`,
          waitedMs: sql`${syncWaits.waitedMs} + excluded.waited_ms`,
        },
      }),
  );
}

export const listCallCounts = (db: Db): Promise<CallCount[]> =>
  db.select().from(syncCalls).orderBy(asc(syncCalls.api), asc(syncCalls.outcome));

export const listWaitCounts = (db: Db): Promise<WaitCount[]> =>
  db.select().from(syncWaits).orderBy(asc(syncWaits.source), asc(syncWaits.reason));

export type SourceState = {
  source: string;
  outcome: string;
  failure: string;
  reads: number;
  rows: number;
  oldest: Instant | null;
};

/** What is held by source, and how the last tries ended. */
export async function listSourceStates(db: Db): Promise<SourceState[]> {
  const failure = sql<string>`coalesce(${sourceReads.failure} ->> 'kind', '')`;
  const rows = await db
    .select({
      ...{ source: sourceReads.source, outcome: sourceReads.outcome, failure, reads: count() },
      rows: sql<number>`coalesce(sum(${sourceReads.rows}) filter (where ${sourceReads.currentReadId} is not null), 0)::float8`,
      oldest: sql<string | null>`min(${sourceReads.asOf})::text`,
    })
    .from(sourceReads)
    .groupBy(sourceReads.source, sourceReads.outcome, failure)
    .orderBy(sourceReads.source, sourceReads.outcome, failure);
  return rows.map((row) => ({ ...row, oldest: row.oldest && new Date(row.oldest).toISOString() }));
}

export type RunCount = { kind: RunKind; status: RunStatus; runs: number; seconds: number };

/** Runs that have ended, with the time they took. */
export const listRunCounts = (db: Db): Promise<RunCount[]> =>
  db
    .select({
      ...{ kind: syncRuns.kind, status: syncRuns.status, runs: count() },
      seconds: sql<number>`sum(extract(epoch from ${syncRuns.endedAt} - ${syncRuns.startedAt}))::float8`,
    })
    .from(syncRuns)
    .where(sql`${syncRuns.endedAt} is not null`)
    .groupBy(syncRuns.kind, syncRuns.status)
    .orderBy(syncRuns.kind, syncRuns.status);

/** Runs that have not ended: how many wait, are done now, or are paused. */
export const listUnderWayCounts = (db: Db): Promise<{ kind: RunKind; status: RunStatus; runs: number }[]> =>
  db
    .select({ kind: syncRuns.kind, status: syncRuns.status, runs: count() })
    .from(syncRuns)
    .where(inArray(syncRuns.status, [...UNDER_WAY]))
    .groupBy(syncRuns.kind, syncRuns.status);
