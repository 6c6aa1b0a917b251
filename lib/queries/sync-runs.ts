import 'server-only';
import { z } from 'zod';
import { STEP_STATUSES, type StepStatus } from '#lib/core/sync-run.ts';
import { findCustomer } from '#lib/db/customers.ts';
import { countSteps, findRun, listRuns, listSteps, type NamedRun, type NamedStep } from '#lib/db/runs.ts';
import { nextCursor, parseCursor } from './bad-query.ts';
import { getCompleteness } from './completeness.ts';
import { choosePeriod, queryContext } from './context.ts';
import type { SyncOverview, SyncRun, SyncRunDetail, SyncRunList, SyncStep } from './schemas/sync.ts';

const RUNS_SHOWN = 10;

/** What the sync page shows: the newest run with its steps, the runs before, and how complete each source is. */
export async function getSyncOverview(): Promise<SyncOverview> {
  const context = await queryContext();
  const { items } = await getRuns({ limit: RUNS_SHOWN });
  const { period } = await choosePeriod(context, undefined);
  const newest = items.find(({ kind, status }) => kind === 'full' && status === 'running') ?? items[0];
  return {
    latest: newest === undefined ? null : await getRun(newest.id),
    runs: items,
    completeness: await getCompleteness(context, period),
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

/** null when there is no such run. */
export async function getRun(id: string): Promise<SyncRunDetail | null> {
  const { db, visible } = await queryContext();
  const run = z.guid().safeParse(id).success ? await findRun(db, id) : null;
  if (run === null) return null;
  const customer = run.tenantId === '' ? null : await findCustomer(db, run.tenantId, visible);
  if (run.tenantId !== '' && customer === null) return null;
  const steps = await listSteps(db, id, visible);
  const counts = steps.map(({ status }) => ({ status, steps: 1 }));
  return {
    ...showRun({ ...run, customerName: customer?.displayName ?? null }, counts),
    steps: steps.map(showStep),
  };
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
    error: run.error,
  };
}

const orNull = (text: string): string | null => (text === '' ? null : text);

const showStep = (step: NamedStep): SyncStep => ({
  id: [step.source, step.tenantId, step.period, step.scope].join('/'),
  source: step.source,
  tenantId: orNull(step.tenantId),
  displayName: step.displayName,
  period: orNull(step.period),
  status: step.status,
  done: step.done,
  total: step.total,
  waitUntil: step.waitUntil,
  error: step.error,
  startedAt: step.startedAt,
  endedAt: step.endedAt,
});
