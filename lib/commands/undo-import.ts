import 'server-only';
import { recordAudit } from '#lib/auth/audit.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import { judgeDeps, undoImport as undo } from '#lib/sync/entry.ts';

/** Takes an import back, so that what was before counts again; false where there is none of this id. */
export async function undoImport(id: string): Promise<boolean> {
  const actor = await requireActor('Pec.Support');
  const undone = actor.customers.kind === 'all' ? await undo(await judgeDeps(), id) : null;
  if (undone === null) return false;
  await recordAudit(actor, {
    action: 'import',
    outcome: 'done',
    target: undone.name,
    detail: { undone: true, import: id, period: undone.period },
  });
  return true;
}
