import 'server-only';
import { z } from 'zod';
import { estimateLeftMs } from '#lib/core/run-estimate.ts';
import { isUnderWay, STEP_STATUSES, type StepStatus } from '#lib/core/sync-run.ts';
import { findCustomer } from '#lib/db/customers.ts';
import type { Db } from '#lib/db/db.ts';
import {
  countSteps,
  findRun,
  listChangedSteps,
  listRuns,
  listSteps,
  sumRunWork,
  type NamedRun,
  type NamedStep,
} from '#lib/db/runs.ts';
import type { Visibility } from '#lib/db/visible-customers.ts';
import { nextCursor, parseCursor } from './bad-query.ts';
import { getCompleteness } from './completeness.ts';
import { getSourceChecks } from './source-checks.ts';
import { choosePeriod, queryContext } from './context.ts';
import { getSyncPlan } from './sync-plan.ts';
import type {
  SyncOverview,
  SyncRun,
  SyncRunChange,
  SyncRunDetail,
  SyncRunList,
  SyncStep,
} from './schemas/sync.ts';

const RUNS_SHOWN = 10;

/** What the sync page shows: the newest run with its steps, the runs before, and how complete each source is. */
export async function getSyncOverview(): Promise<SyncOverview> {
  const context = await queryContext();
  const { items } = await getRuns({ limit: RUNS_SHOWN });
  const { period } = await choosePeriod(context, undefined);
  const newest = items.find(({ kind, status }) => kind === 'full' && isUnderWay(status)) ?? items[0];
  return {
    latest: newest === undefined ? null : await getRun(newest.id),
    runs: items,
    completeness: await getCompleteness(context, period),
    checks: await getSourceChecks(context),
    // While a run is under way it shows its own steps.
    plan: items.some(({ kind, status }) => kind === 'full' && isUnderWay(status))
      ? null
      : await getSyncPlan(),
  };
}

export async function getRuns({
  limit,
  cursor,
}: {
  limit: number;
  cursor?: string | undefined;
}): Promise<SyncRunList> {
  const { db, visible } = await queryContext();
  const offset = parseCursor(cursor);
  const { runs, total } = await listRuns(db, { limit, offset }, visible);
  const counts = await countSteps(
    db,
    runs.map(({ id }) => id),
    visible,
  );
  return {
    items: runs.map((run) =>
      showRun(
        run,
        counts.filter(({ runId }) => runId === run.id),
      ),
    ),
    nextCursor: nextCursor(offset, runs.length, total),
    total,
  };
}

type SeenRun = { db: Db; visible: Visibility; run: NamedRun; now: string };

/** null when there is no such run, or it is of a customer that may not be seen. */
async function findSeenRun(id: string): Promise<SeenRun | null> {
  const { db, visible, now } = await queryContext();
  const run = z.guid().safeParse(id).success ? await findRun(db, id) : null;
  if (run === null) return null;
  const customer = run.tenantId === '' ? null : await findCustomer(db, run.tenantId, visible);
  if (run.tenantId !== '' && customer === null) return null;
  return { db, visible, now, run: { ...run, customerName: customer?.displayName ?? null } };
}

async function headOf({ db, visible, run, now }: SeenRun): Promise<SyncRun> {
  const head = showRun(run, await countSteps(db, [run.id], visible));
  const work = run.status === 'running' ? await sumRunWork(db, run) : null;
  return { ...head, leftMs: work === null ? null : estimateLeftMs(work, now) };
}

/** null when there is no such run. */
export async function getRun(id: string): Promise<SyncRunDetail | null> {
  return (await getFollowedRun(id))?.run ?? null;
}

/** A run, and from when on what changed of it is news. */
export type FollowedRun = { run: SyncRunDetail; seen: Map<string, string> };

export async function getFollowedRun(id: string): Promise<FollowedRun | null> {
  const found = await findSeenRun(id);
  if (found === null) return null;
  const steps = await listSteps(found.db, id, found.visible);
  const seen = new Map(steps.map((step) => [stepId(step), step.changedAt]));
  return { run: { ...(await headOf(found)), steps: steps.map(showStep) }, seen };
}

/** A transaction may end after a later one: what is a little older may still be news. */
const OVERLAP_MS = 5_000;

/**
 * What changed of a run since it was `seen`, which then knows it; 'anew' where steps were taken back, so that the
 * whole says it better; null when there is no such run any more.
 */
export async function getRunChange(
  id: string,
  seen: Map<string, string>,
): Promise<SyncRunChange | 'anew' | null> {
  const found = await findSeenRun(id);
  if (found === null) return null;
  const newest = [...seen.values()].reduce((left, right) => (left > right ? left : right), '');
  const since = new Date(newest === '' ? 0 : Date.parse(newest) - OVERLAP_MS).toISOString();
  const steps = await listChangedSteps(found.db, id, { visible: found.visible, since });
  const news = steps.filter((step) => seen.get(stepId(step)) !== step.changedAt);
  for (const step of news) seen.set(stepId(step), step.changedAt);
  const head = await headOf(found);
  const held = Object.values(head.stepCounts).reduce((sum, count) => sum + count, 0);
  return held < seen.size ? 'anew' : { ...head, changedSteps: news.map(showStep) };
}

function showRun(run: NamedRun, counts: readonly { status: StepStatus; steps: number }[]): SyncRun {
  const stepCounts = Object.fromEntries(STEP_STATUSES.map((status) => [status, 0])) as Record<
    StepStatus,
    number
  >;
  for (const { status, steps } of counts) stepCounts[status] += steps;
  return {
    id: run.id,
    kind: run.kind,
    customer:
      run.tenantId === '' ? null : { tenantId: run.tenantId, displayName: run.customerName ?? run.tenantId },
    status: run.status,
    startedAt: run.startedAt,
    endedAt: run.endedAt,
    requestedBy: run.requestedBy,
    stepCounts,
    calls: run.calls,
    waitedMs: run.waitedMs,
    leftMs: null,
    error: run.error,
  };
}

const orNull = (text: string): string | null => (text === '' ? null : text);

const stepId = ({ source, tenantId, period, scope }: NamedStep): string =>
  [source, tenantId, period, scope].join('/');

const showStep = (step: NamedStep): SyncStep => ({
  id: stepId(step),
  source: step.source,
  tenantId: orNull(step.tenantId),
  displayName: step.displayName,
  period: orNull(step.period),
  status: step.status,
  done: step.done,
  total: step.total,
  expected: step.expected,
  read: step.read,
  kept: step.kept,
  waitUntil: step.waitUntil,
  waitReason: step.waitReason,
  error: step.error,
  startedAt: step.startedAt,
  endedAt: step.endedAt,
});
