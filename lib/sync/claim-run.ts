import type { TenantId } from '#lib/core/ids.ts';
import type { RunStatus } from '#lib/core/sync-run.ts';
import { findUnendedRun, takeRun, type UnendedRun } from '#lib/db/run-owner.ts';
import { insertRun, type RunScope } from '#lib/db/runs.ts';
import { instant, type SyncDeps } from './deps.ts';

export const FULL_RUN: RunScope = { kind: 'full', tenantId: '' };

export const refreshOf = (tenantId: TenantId): RunScope => ({ kind: 'refresh', tenantId });

/** Another run of the same kind that has not ended. */
export type Unended = { kind: 'running'; runId: string; status: RunStatus };
export type Claim = { kind: 'claimed'; runId: string; owner: string; resumed: boolean } | Unended;
export type Requested = { kind: 'queued'; runId: string } | Unended;

type Asked = Pick<SyncDeps, 'db' | 'now' | 'newId'>;

const unended = ({ id, status }: UnendedRun): Unended => ({ kind: 'running', runId: id, status });

/** Inserts a run, or tells of the one that another process was faster with: the store allows one of each. */
async function insertOnly(
  asked: Asked,
  of: RunScope,
  run: { requestedBy: string; owner: string | null },
): Promise<{ kind: 'inserted'; runId: string } | Unended> {
  const runId = asked.newId();
  try {
    await insertRun(asked.db, { ...of, ...run, id: runId, at: instant(asked) });
    return { kind: 'inserted', runId };
  } catch (error) {
    const other = await findUnendedRun(asked.db, of);
    if (other === null) throw error;
    return unended(other);
  }
}

/** Lets a run wait for a process that takes it, unless one of its kind has not ended. */
export async function requestRun(asked: Asked, requestedBy: string, of: RunScope): Promise<Requested> {
  const held = await findUnendedRun(asked.db, of);
  if (held !== null) return unended(held);
  const inserted = await insertOnly(asked, of, { requestedBy, owner: null });
  return inserted.kind === 'running' ? inserted : { ...inserted, kind: 'queued' };
}

/** Takes the run to do: the one that nobody has, else a new one; or tells which run is under way. */
export async function takeOrBegin(asked: Asked, requestedBy: string, of: RunScope): Promise<Claim> {
  const owner = asked.newId();
  const held = await findUnendedRun(asked.db, of);
  if (held !== null) {
    if (held.isFree && (await takeRun(asked.db, held, owner))) {
      return { kind: 'claimed', runId: held.id, owner, resumed: true };
    }
    return unended((await findUnendedRun(asked.db, of)) ?? held);
  }
  const inserted = await insertOnly(asked, of, { requestedBy, owner });
  return inserted.kind === 'running'
    ? inserted
    : { kind: 'claimed', runId: inserted.runId, owner, resumed: false };
}
