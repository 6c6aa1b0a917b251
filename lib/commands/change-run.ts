import 'server-only';
import { z } from 'zod';
import { recordAudit } from '#lib/auth/audit.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import type { RunRequest } from '#lib/core/sync-run.ts';
import { database } from '#lib/db/client.ts';
import { log } from '#lib/log.ts';
import { changeRun as change, type RunChange } from '#lib/sync/entry.ts';

/** Pauses, resumes or cancels a sync run, wherever it is being done. */
export async function changeRun(runId: string, request: RunRequest): Promise<RunChange> {
  const actor = await requireActor('Pec.Support');
  if (!z.guid().safeParse(runId).success) return { kind: 'unknown-run' };
  const { db } = await database();
  const changed = await change({ db, now: Date.now, log }, runId, request);
  if (changed.kind === 'changed') {
    await recordAudit(actor, { action: 'sync', outcome: 'done', target: runId, detail: { request } });
  }
  return changed;
}
