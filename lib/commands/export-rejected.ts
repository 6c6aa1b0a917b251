import 'server-only';
import { recordAudit } from '#lib/auth/audit.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import { importFolder, readRejects, type Reject } from '#lib/costfiles/imported.ts';
import { database } from '#lib/db/client.ts';
import { findImport } from '#lib/db/imports.ts';
import { judgeDeps } from '#lib/sync/entry.ts';

/** Lines of a file that count nowhere; null where no such file is held, or it is not theirs to see. */
export async function exportRejected(id: string): Promise<AsyncGenerator<Reject> | null> {
  const actor = await requireActor('Pec.Viewer');
  const { db } = await database();
  const held = actor.customers.kind === 'all' ? await findImport(db, id) : null;
  if (held === null) return null;
  const { dataDir } = await judgeDeps();
  await recordAudit(actor, {
    action: 'export',
    outcome: 'done',
    target: held.name,
    detail: { what: 'rejected', import: id },
  });
  return readRejects(importFolder(dataDir, id));
}
