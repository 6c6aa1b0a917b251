import 'server-only';
import { recordAudit } from '#lib/auth/audit.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import { FULL_RUN, requestRun, syncDeps, wakeJobs } from '#lib/sync/entry.ts';
import type { RunStatus } from '#lib/core/sync-run.ts';

export type SyncStart =
  | { kind: 'started'; runId: string }
  | { kind: 'running'; runId: string; status: RunStatus }
  | { kind: 'not-configured' };

/** Lets a sync run begin, here or in a worker, or tells that one is under way or that Azure is not configured. */
export async function startSync(): Promise<SyncStart> {
  const actor = await requireActor('Pec.Support');
  const deps = await syncDeps();
  if (deps === null) return { kind: 'not-configured' };
  const requested = await requestRun(deps, actor.kind === 'local-admin' ? 'api' : actor.name, FULL_RUN);
  if (requested.kind === 'running') return requested;
  const { runId } = requested;
  await recordAudit(actor, { action: 'sync', outcome: 'done', target: runId, detail: {} });
  await wakeJobs({ ...FULL_RUN, runId });
  return { kind: 'started', runId };
}
