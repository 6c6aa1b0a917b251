import 'server-only';
import { recordAudit } from '#lib/auth/audit.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import { cancelImport as cancel, judgeDeps } from '#lib/sync/entry.ts';

/** Gives an import up; false where it had ended, null where there is none of this id. */
export async function cancelImport(id: string): Promise<boolean | null> {
  const actor = await requireActor('Pec.Support');
  const cancelled = actor.customers.kind === 'all' ? await cancel(await judgeDeps(), id) : null;
  if (cancelled === null) return null;
  if (cancelled.wasOpen) {
    await recordAudit(actor, { action: 'import', outcome: 'done', target: id, detail: { cancelled: true } });
  }
  return cancelled.wasOpen;
}
