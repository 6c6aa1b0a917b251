import type { TenantId } from '#lib/core/ids.ts';
import { applyRunRequest, type RunRequest, type RunStatus } from '#lib/core/sync-run.ts';
import type { Db } from '#lib/db/db.ts';
import { dropAnswersOfRun } from '#lib/db/kept-answers.ts';
import { deleteFacts } from '#lib/db/reads.ts';
import { changeRunStatus } from '#lib/db/run-owner.ts';
import { cancelSteps, findRun, type RunScope } from '#lib/db/runs.ts';
import { leaveRun } from './active-runs.ts';
import { instant, type SyncDeps } from './deps.ts';
import { wakeJobs } from './jobs.ts';

export type RunChange =
  | { kind: 'changed'; status: RunStatus; of: RunScope }
  | { kind: 'ended'; status: RunStatus }
  | { kind: 'unknown-run' };

/** It has moved on since it was looked at. */
class Moved extends Error {}

/**
 * Pauses, resumes or cancels a run, whichever process does it: from then on nothing more of it is stored. Cancelled,
 * it loses what was stored of reads that had not ended; what it read to the end counts.
 */
export async function changeRun(
  deps: Pick<SyncDeps, 'db' | 'now'>,
  runId: string,
  request: RunRequest,
): Promise<RunChange> {
  const run = await findRun(deps.db, runId);
  if (run === null) return { kind: 'unknown-run' };
  const status = applyRunRequest(run.status, request);
  if (status === null) return { kind: 'ended', status: run.status };
  // Stored from a parsed tenant id.
  const of: RunScope = { kind: run.kind, tenantId: run.tenantId as TenantId | '' };
  try {
    if (status !== run.status) await store(deps, { ...run, to: status });
  } catch (error) {
    if (error instanceof Moved) return changeRun(deps, runId, request);
    throw error;
  }
  if (status === 'queued') await wakeJobs({ ...of, runId });
  else leaveRun(runId);
  return { kind: 'changed', status, of };
}

type Move = { id: string; status: RunStatus; to: RunStatus };

/** Steps before the run, as in every transaction of a run, so that two of them never wait for each other. */
async function store({ db, now }: Pick<SyncDeps, 'db' | 'now'>, { id, status, to }: Move): Promise<void> {
  const at = instant({ now });
  await db.transaction(async (tx) => {
    if (to === 'cancelled') await dropUnfinished(tx, id, at);
    if (!(await changeRunStatus(tx, { id, status }, { status: to, at }))) throw new Moved();
  });
}

async function dropUnfinished(tx: Db, runId: string, at: string): Promise<void> {
  await dropAnswersOfRun(tx, runId);
  for (const { source, readId } of await cancelSteps(tx, runId, at)) {
    if (source !== 'judge' && readId !== null) await deleteFacts(tx, source, readId);
  }
}
