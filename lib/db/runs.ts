import { and, asc, count, desc, eq, exists, gte, inArray, sql, ne } from 'drizzle-orm';
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core';
import type { TenantId } from '#lib/core/ids.ts';
import type { Instant } from '#lib/core/periods.ts';
import type { RunWork } from '#lib/core/run-estimate.ts';
import type {
  ReadWay,
  RunKind,
  RunStatus,
  StepFailure,
  StepOutcome,
  StepStatus,
} from '#lib/core/sync-run.ts';
import { inBatches, type Db } from './db.ts';
import type { Source } from '#lib/core/statuses.ts';
import type { ReadKey } from './reads.ts';
import { requireOwnRun, selectOwnRun, takenBy, type OwnRun } from './run-owner.ts';
import { customers, syncRuns, syncSteps } from './schema.ts';
import { isVisibleOrShared, type Visibility } from './visible-customers.ts';

export type Run = typeof syncRuns.$inferSelect;
export type Step = typeof syncSteps.$inferSelect;
export type StepKey = Omit<ReadKey, 'source'> & { source: Source | 'judge' };

/** What a run reads: everything (tenantId ''), or one customer now. */
export type RunScope = { kind: RunKind; tenantId: TenantId | '' };

/** Begun by whoever will do it, its `owner`; without one it waits for a process that takes it. */
type NewRun = RunScope & { id: string; requestedBy: string; at: Instant; owner: string | null };

export async function insertRun(db: Db, { at, owner, ...run }: NewRun): Promise<void> {
  const state = owner === null ? { status: 'queued' as const } : takenBy(owner);
  await db.insert(syncRuns).values({ ...run, ...state, startedAt: at, heartbeatAt: at });
}

export async function findRun(db: Db, id: string): Promise<Run | null> {
  const [row] = await db.select().from(syncRuns).where(eq(syncRuns.id, id));
  return row ?? null;
}

/** When the last full run that ended well began, but for this one. */
export async function findLastRunStart(db: Db, runId: string | null): Promise<Instant | null> {
  const [row] = await db
    .select({ startedAt: syncRuns.startedAt })
    .from(syncRuns)
    .where(
      and(
        eq(syncRuns.kind, 'full'),
        inArray(syncRuns.status, ['complete', 'partial']),
        ...(runId === null ? [] : [ne(syncRuns.id, runId)]),
      ),
    )
    .orderBy(desc(syncRuns.startedAt))
    .limit(1);
  return row?.startedAt ?? null;
}

export type NamedRun = Run & { customerName: string | null };

/** Runs, newest first; a refresh of a customer that may not be seen is left out. */
export async function listRuns(
  db: Db,
  { limit, offset }: { limit: number; offset: number },
  visible: Visibility,
): Promise<{ runs: NamedRun[]; total: number }> {
  const isSeen = isVisibleOrShared(syncRuns.tenantId, visible);
  const rows = await db
    .select({ run: syncRuns, customerName: customers.displayName })
    .from(syncRuns)
    .leftJoin(customers, eq(customers.tenantId, syncRuns.tenantId))
    .where(isSeen)
    .orderBy(desc(syncRuns.startedAt), desc(syncRuns.id))
    .limit(limit)
    .offset(offset);
  const [row] = await db.select({ total: count() }).from(syncRuns).where(isSeen);
  return { runs: rows.map(({ run, customerName }) => ({ ...run, customerName })), total: row?.total ?? 0 };
}

export async function endRun(
  db: Db,
  id: string,
  status: RunStatus,
  at: Instant,
  error: string | null,
): Promise<void> {
  await db
    .update(syncRuns)
    .set({ status, endedAt: at, error, owner: null, leaseUntil: null })
    .where(eq(syncRuns.id, id));
}

const changedAt = sql`clock_timestamp()`;

const keyIs = (runId: string, key: StepKey) =>
  and(
    eq(syncSteps.runId, runId),
    eq(syncSteps.source, key.source),
    eq(syncSteps.tenantId, key.tenantId),
    eq(syncSteps.period, key.period),
    eq(syncSteps.scope, key.scope),
  );

/** A step to do: by which way, where there are several, and in how many calls, where that is known. */
export type NewStep = StepKey & { way?: ReadWay | null; calls?: number | null };

/** Adds steps that the run does not have yet; those it has keep their state. */
export async function addSteps(db: Db, runId: string, steps: readonly NewStep[]): Promise<void> {
  const [held] = await db.select({ count: count() }).from(syncSteps).where(eq(syncSteps.runId, runId));
  const first = held?.count ?? 0;
  const rows = steps.map(({ calls = null, way = null, ...key }, index) => ({
    ...key,
    way,
    plannedCalls: calls,
    runId,
    position: first + index,
    status: 'pending' as const,
  }));
  await inBatches(rows, (batch) => db.insert(syncSteps).values(batch).onConflictDoNothing());
}

/** Lets a step that ended begin again by another way. */
export async function restartStep(db: Db, runId: string, step: NewStep): Promise<void> {
  const { calls = null, way = null, ...key } = step;
  const fresh = {
    readId: null,
    cursor: null,
    done: 0,
    expected: null,
    read: 0,
    kept: null,
    error: null,
    startedAt: null,
    endedAt: null,
  };
  await db
    .update(syncSteps)
    .set({ ...fresh, changedAt, status: 'pending', way, plannedCalls: calls })
    .where(keyIs(runId, key));
}

export const isUnended = inArray(syncSteps.status, ['pending', 'running', 'waiting']);

/** What an ended run has not read stays as it was; tells what was stored of reads that have not ended. */
export async function cancelSteps(db: Db, runId: string, at: Instant): Promise<Step[]> {
  return db
    .update(syncSteps)
    .set({ status: 'cancelled', endedAt: at, waitUntil: null, cursor: null, changedAt })
    .where(and(eq(syncSteps.runId, runId), isUnended))
    .returning();
}

/** Takes back steps that were planned and never begun. */
export async function dropPendingSteps(db: Db, runId: string): Promise<void> {
  await db.delete(syncSteps).where(and(eq(syncSteps.runId, runId), eq(syncSteps.status, 'pending')));
}

export async function dropSteps(db: Db, runId: string, keys: readonly StepKey[]): Promise<void> {
  for (const key of keys) await db.delete(syncSteps).where(keyIs(runId, key));
}

/** Steps of one source and month. */
export const listStepsOf = (
  db: Db,
  runId: string,
  { source, period }: Pick<Step, 'source' | 'period'>,
): Promise<Step[]> =>
  db
    .select()
    .from(syncSteps)
    .where(and(eq(syncSteps.runId, runId), eq(syncSteps.source, source), eq(syncSteps.period, period)));

export async function findStep(db: Db, runId: string, key: StepKey): Promise<Step | null> {
  const [row] = await db.select().from(syncSteps).where(keyIs(runId, key));
  return row ?? null;
}

export type StepChange = Partial<
  Pick<
    Step,
    | 'status'
    | 'done'
    | 'total'
    | 'expected'
    | 'read'
    | 'kept'
    | 'readId'
    | 'cursor'
    | 'way'
    | 'waitUntil'
    | 'waitReason'
    | 'startedAt'
  >
>;

export async function updateStep(db: Db, runId: string, key: StepKey, change: StepChange): Promise<void> {
  await db
    .update(syncSteps)
    .set({ ...change, changedAt })
    .where(keyIs(runId, key));
}

/** As the last statement of a transaction, or as one of its own: throws RunTaken as requireOwnRun does. */
export const updateOwnStep = (tx: Db, own: OwnRun, key: StepKey, change: StepChange): Promise<void> =>
  changeOwnStep(tx, own, key, { ...change, changedAt });

async function changeOwnStep(
  tx: Db,
  own: OwnRun,
  key: StepKey,
  values: PgUpdateSetSource<typeof syncSteps>,
): Promise<void> {
  const changed = await tx
    .update(syncSteps)
    .set(values)
    .where(and(keyIs(own.runId, key), exists(selectOwnRun(tx, own))))
    .returning({ runId: syncSteps.runId });
  if (changed.length === 0) await requireOwnRun(tx, own);
}

/**
 * Begins a step that has not ended, or takes it up again with the read and the start that it has; null: it has ended,
 * is not there, or the run is another's.
 */
export async function beginOwnStep(
  db: Db,
  own: OwnRun,
  key: StepKey,
  { readId, at }: { readId: string; at: Instant },
): Promise<BegunStep | null> {
  const [begun] = await db
    .update(syncSteps)
    .set({
      status: 'running',
      readId: sql`coalesce(${syncSteps.readId}, ${readId}::uuid)`,
      startedAt: sql`coalesce(${syncSteps.startedAt}, ${at}::timestamptz)`,
      changedAt,
    })
    .where(and(keyIs(own.runId, key), isUnended, exists(selectOwnRun(db, own))))
    .returning();
  // Both were set above.
  return (begun as BegunStep | undefined) ?? null;
}

export type BegunStep = Step & { readId: string; startedAt: Instant };

type StepEnd = { outcome: StepOutcome; at: Instant } & StepChange;

const ended = ({ outcome, at, ...change }: StepEnd) => {
  const error: StepFailure | null = outcome.status === 'done' ? null : outcome.failure;
  return { ...change, status: outcome.status, endedAt: at, waitUntil: null, error, changedAt };
};

export async function endStep(db: Db, runId: string, key: StepKey, end: StepEnd): Promise<void> {
  await db.update(syncSteps).set(ended(end)).where(keyIs(runId, key));
}

/** As the last statement of a transaction: throws RunTaken as requireOwnRun does. */
export async function endOwnStep(tx: Db, own: OwnRun, key: StepKey, end: StepEnd): Promise<void> {
  await changeOwnStep(tx, own, key, ended(end));
}

/** How far each step has come; what else is known of it may be much. */
export const listStepEnds = (db: Db, runId: string): Promise<Pick<Step, 'source' | 'status' | 'done'>[]> =>
  db
    .select({ source: syncSteps.source, status: syncSteps.status, done: syncSteps.done })
    .from(syncSteps)
    .where(eq(syncSteps.runId, runId));

export type NamedStep = Step & { displayName: string | null };

export async function listSteps(db: Db, runId: string, visible: Visibility): Promise<NamedStep[]> {
  const rows = await db
    .select({ step: syncSteps, displayName: customers.displayName })
    .from(syncSteps)
    .leftJoin(customers, eq(customers.tenantId, syncSteps.tenantId))
    .where(and(eq(syncSteps.runId, runId), isVisibleOrShared(syncSteps.tenantId, visible)))
    .orderBy(asc(syncSteps.position));
  return rows.map(({ step, displayName }) => ({ ...step, displayName }));
}

/** Steps that changed since an instant of the database's clock. */
export async function listChangedSteps(
  db: Db,
  runId: string,
  { visible, since }: { visible: Visibility; since: Instant },
): Promise<NamedStep[]> {
  const rows = await db
    .select({ step: syncSteps, displayName: customers.displayName })
    .from(syncSteps)
    .leftJoin(customers, eq(customers.tenantId, syncSteps.tenantId))
    .where(
      and(
        eq(syncSteps.runId, runId),
        gte(syncSteps.changedAt, since),
        isVisibleOrShared(syncSteps.tenantId, visible),
      ),
    )
    .orderBy(asc(syncSteps.position));
  return rows.map(({ step, displayName }) => ({ ...step, displayName }));
}

const work = sql`coalesce(${syncSteps.plannedCalls}, 1)`;

/** How much a run has done since its owner took it and has left to do, in calls as they were planned. */
export async function sumRunWork(
  db: Db,
  { id, takenAt }: Pick<Run, 'id' | 'takenAt'>,
): Promise<RunWork | null> {
  if (takenAt === null) return null;
  const [row] = await db
    .select({
      left: sql<number>`coalesce(sum(${work}) filter (where ${isUnended}), 0)::int`,
      done: sql<number>`coalesce(sum(${work}) filter (where not ${isUnended} and ${syncSteps.changedAt} >= ${takenAt}), 0)::int`,
      waitUntil: sql<string | null>`(max(${syncSteps.waitUntil}) filter (where ${isUnended}))::text`,
    })
    .from(syncSteps)
    .where(eq(syncSteps.runId, id));
  return row === undefined
    ? null
    : { leftCalls: row.left, doneCalls: row.done, takenAt, waitUntil: row.waitUntil };
}

export async function countSteps(
  db: Db,
  runIds: readonly string[],
  visible: Visibility,
): Promise<{ runId: string; status: StepStatus; steps: number }[]> {
  if (runIds.length === 0) return [];
  return db
    .select({ runId: syncSteps.runId, status: syncSteps.status, steps: count() })
    .from(syncSteps)
    .where(and(inArray(syncSteps.runId, [...runIds]), isVisibleOrShared(syncSteps.tenantId, visible)))
    .groupBy(syncSteps.runId, syncSteps.status);
}
