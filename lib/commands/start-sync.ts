import 'server-only';
import { claimRun, launchRun, syncDeps } from '#lib/sync/entry.ts';

export type SyncStart = { kind: 'started' | 'running'; runId: string } | { kind: 'not-configured' };

/** Starts a sync run in this server, or tells that one is under way or that Azure is not configured. */
export async function startSync(requestedBy: string): Promise<SyncStart> {
  const deps = await syncDeps();
  if (deps === null) return { kind: 'not-configured' };
  const claim = await claimRun(deps, requestedBy);
  if (claim.kind === 'running') return claim;
  launchRun(deps, claim.runId);
  return { kind: 'started', runId: claim.runId };
}
