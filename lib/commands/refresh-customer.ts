import 'server-only';
import { recordAudit } from '#lib/auth/audit.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import { parseTenantId } from '#lib/core/ids.ts';
import { database } from '#lib/db/client.ts';
import { findCustomer } from '#lib/db/customers.ts';
import { refreshOf, requestRun, syncDeps, wakeJobs } from '#lib/sync/entry.ts';
import type { SyncStart } from './start-sync.ts';

export type RefreshStart = SyncStart | { kind: 'unknown-customer' };

/**
 * Reads one customer's delegations, assignments and cost from Azure now, beside whatever else runs; or tells that
 * this is under way.
 */
export async function refreshCustomer(tenantId: string): Promise<RefreshStart> {
  const actor = await requireActor('Pec.Support');
  const { db } = await database();
  const id = parseTenantId(tenantId);
  const customer = id === null ? null : await findCustomer(db, id, actor.customers);
  if (id === null || customer === null) return { kind: 'unknown-customer' };
  const deps = await syncDeps();
  if (deps === null) return { kind: 'not-configured' };
  const of = refreshOf(id);
  const requested = await requestRun(deps, actor.kind === 'local-admin' ? 'api' : actor.name, of);
  if (requested.kind === 'running') return requested;
  const { runId } = requested;
  await recordAudit(actor, { action: 'sync', outcome: 'done', target: id, detail: { run: runId } });
  await wakeJobs({ ...of, runId });
  return { kind: 'started', runId };
}
