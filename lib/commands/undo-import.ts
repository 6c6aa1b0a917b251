import 'server-only';
import { recordAudit } from '#lib/auth/audit.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import { judgeDeps, takeBackImport } from '#lib/sync/entry.ts';

/** Takes an import back, so that what was before counts again; false where there is none of this id. */
export async function undoImport(id: string): Promise<boolean> {
  const actor = await requireActor('Pec.Support');
  const isUndone = actor.customers.kind === 'all' && (await takeBackImport(await judgeDeps(), id));
  if (isUndone) {
    await recordAudit(actor, { action: 'import', outcome: 'done', target: id, detail: { undone: true } });
  }
  return isUndone;
}
