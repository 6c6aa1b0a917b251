import type { TenantId } from '#lib/core/ids.ts';
import type { Instant } from '#lib/core/periods.ts';
import { applyRunRequest, type RunRequest, type RunStatus } from '#lib/core/sync-run.ts';
import { dropUnfinished } from '#lib/db/ended-runs.ts';
import { changeRunStatus } from '#lib/db/run-owner.ts';
import { findRun, type RunScope } from '#lib/db/runs.ts';
import { leaveRun } from './active-runs.ts';
import { instant, type SyncDeps } from './deps.ts';
import { wakeJobs } from './jobs.ts';

export type RunChange =
  | { kind: 'changed'; status: RunStatus; of: RunScope }
  | { kind: 'ended'; status: RunStatus }
  | { kind: 'unknown-run' };

type Deps = Pick<SyncDeps, 'db' | 'now' | 'log'>;

/**
 * Pauses, resumes or cancels a run, whichever process does it: from then on nothing more of it is stored. Cancelled,
 * it loses what was stored of reads that had not ended; what it read to the end counts.
 */
export async function changeRun(deps: Deps, runId: string, request: RunRequest): Promise<RunChange> {
  const run = await findRun(deps.db, runId);
  if (run === null) return { kind: 'unknown-run' };
  const status = applyRunRequest(run.status, request);
  if (status === null) return { kind: 'ended', status: run.status };
  // Stored from a parsed tenant id.
  const of: RunScope = { kind: run.kind, tenantId: run.tenantId as TenantId | '' };
  const at = instant(deps);
  if (status !== run.status && !(await changeRunStatus(deps.db, run, { status, at }))) {
    // It has moved on since it was looked at.
    return changeRun(deps, runId, request);
  }
  if (status === 'queued') await wakeJobs({ ...of, runId });
  else leaveRun(runId);
  if (status === 'cancelled') await dropCancelled(deps, runId, at);
  return { kind: 'changed', status, of };
}

/** It is cancelled already: what cannot be dropped now is dropped when the store is tidied. */
async function dropCancelled({ db, log }: Deps, runId: string, at: Instant): Promise<void> {
  try {
    await dropUnfinished(db, runId, at);
  } catch (err) {
    log.warn({ runId, err }, 'what a cancelled sync run had read in part could not be dropped yet');
  }
}
