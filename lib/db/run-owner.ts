import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Instant } from '#lib/core/periods.ts';
import { UNDER_WAY, type RunStatus } from '#lib/core/sync-run.ts';
import type { Db } from './db.ts';
import type { Run, RunScope } from './runs.ts';
import { syncRuns } from './schema.ts';

/** By the database's clock, as it is the one that all processes share. */
const leaseEnd = sql`clock_timestamp() + interval '30 seconds'`;

export const takenBy = (owner: string) => ({
  ...{ status: 'running' as const, owner },
  ...{ leaseUntil: leaseEnd, takenAt: sql`clock_timestamp()` },
});

/** A run that has not ended; `isFree`: nobody has it, or who had it is silent for longer than its lease. */
export type UnendedRun = Run & { isFree: boolean };

export async function listUnendedRuns(db: Db): Promise<UnendedRun[]> {
  const isFree = sql<boolean>`${syncRuns.status} = 'queued' or (${syncRuns.status} = 'running'
    and coalesce(${syncRuns.leaseUntil}, '-infinity') < clock_timestamp())`;
  const rows = await db
    .select({ run: syncRuns, isFree })
    .from(syncRuns)
    .where(inArray(syncRuns.status, [...UNDER_WAY]))
    .orderBy(asc(syncRuns.startedAt));
  return rows.map(({ run, isFree: free }) => ({ ...run, isFree: free }));
}

export async function findUnendedRun(db: Db, { kind, tenantId }: RunScope): Promise<UnendedRun | null> {
  const unended = await listUnendedRuns(db);
  return unended.find((run) => run.kind === kind && run.tenantId === tenantId) ?? null;
}

const isNow = (column: typeof syncRuns.owner | typeof syncRuns.leaseUntil, value: string | null) =>
  value === null ? isNull(column) : eq(column, value);

/** Takes a run as it was seen; false when its owner gave a sign of life since, or another process was faster. */
export async function takeRun(db: Db, seen: Run, owner: string): Promise<boolean> {
  const took = await db
    .update(syncRuns)
    .set(takenBy(owner))
    .where(
      and(
        eq(syncRuns.id, seen.id),
        inArray(syncRuns.status, ['queued', 'running']),
        isNow(syncRuns.owner, seen.owner),
        isNow(syncRuns.leaseUntil, seen.leaseUntil),
      ),
    )
    .returning({ id: syncRuns.id });
  return took.length > 0;
}

export type OwnRun = { runId: string; owner: string };

const isOwn = ({ runId, owner }: OwnRun) =>
  and(eq(syncRuns.id, runId), eq(syncRuns.owner, owner), eq(syncRuns.status, 'running'));

/** Another process has the run now, or somebody has paused or cancelled it. */
export class RunTaken extends Error {}

/**
 * Throws unless the run is still this owner's. As the last statement of a transaction: until it has ended nobody
 * takes the run, so that whoever slept for too long stores nothing.
 */
export async function requireOwnRun(tx: Db, own: OwnRun): Promise<void> {
  const rows = await selectOwnRun(tx, own);
  if (rows.length === 0) throw new RunTaken(`run ${own.runId} is no longer this process's`);
}

/** The run while it is this owner's; nobody takes it until the transaction has ended. */
export const selectOwnRun = (tx: Db, own: OwnRun) =>
  tx.select({ id: syncRuns.id }).from(syncRuns).where(isOwn(own)).for('share');

/** Gives a run back unfinished, for whoever takes it next. */
export async function releaseRun(db: Db, own: OwnRun): Promise<void> {
  await db.update(syncRuns).set({ status: 'queued', owner: null, leaseUntil: null }).where(isOwn(own));
}

/** Gives back every run, where it is known that nobody is at work. */
export async function freeRuns(db: Db): Promise<void> {
  await db
    .update(syncRuns)
    .set({ status: 'queued', owner: null, leaseUntil: null })
    .where(eq(syncRuns.status, 'running'));
}

/** What a person asked of a run as it was seen; false when it has changed since. */
export async function changeRunStatus(
  db: Db,
  { id, status: seen }: Pick<Run, 'id' | 'status'>,
  { status, at }: { status: RunStatus; at: Instant },
): Promise<boolean> {
  const endedAt = UNDER_WAY.some((one) => one === status) ? null : at;
  const changed = await db
    .update(syncRuns)
    .set({ status, owner: null, leaseUntil: null, endedAt })
    .where(and(eq(syncRuns.id, id), eq(syncRuns.status, seen)))
    .returning({ id: syncRuns.id });
  return changed.length > 0;
}

type Pulse = { at: Instant; calls: number; waitedMs: number };

/** Keeps the run alive and adds what was called and waited since the last pulse; false when it is another's. */
export async function saveHeartbeat(db: Db, own: OwnRun, { at, calls, waitedMs }: Pulse): Promise<boolean> {
  const kept = await db
    .update(syncRuns)
    .set({
      heartbeatAt: at,
      leaseUntil: leaseEnd,
      calls: sql`${syncRuns.calls} + ${calls}`,
      waitedMs: sql`${syncRuns.waitedMs} + ${waitedMs}`,
    })
    .where(isOwn(own))
    .returning({ id: syncRuns.id });
  return kept.length > 0;
}
