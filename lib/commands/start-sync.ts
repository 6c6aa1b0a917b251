import 'server-only';
import { recordAudit } from '#lib/auth/audit.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import { claimRun, launchRun, syncDeps } from '#lib/sync/entry.ts';

export type SyncStart = { kind: 'started' | 'running'; runId: string } | { kind: 'not-configured' };

/** Starts a sync run in this server, or tells that one is under way or that Azure is not configured. */
export async function startSync(): Promise<SyncStart> {
  const actor = await requireActor('Pec.Support');
  const deps = await syncDeps();
  if (deps === null) return { kind: 'not-configured' };
  const claim = await claimRun(deps, actor.kind === 'local-admin' ? 'api' : actor.name);
  if (claim.kind === 'running') return claim;
  await recordAudit(actor, { action: 'sync', outcome: 'done', target: claim.runId, detail: {} });
  launchRun(deps, claim.runId);
  return { kind: 'started', runId: claim.runId };
}
