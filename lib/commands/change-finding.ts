import 'server-only';
import { recordAudit } from '#lib/auth/audit.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import type { FindingState } from '#lib/core/statuses.ts';
import { database } from '#lib/db/client.ts';
import { saveDecision, type FindingDecision } from '#lib/db/finding-decision.ts';
import { findPerson } from '#lib/db/people.ts';

type Change = {
  state?: FindingState | undefined;
  ownerId?: string | null | undefined;
  note?: string | undefined;
};

export type FindingsChanged =
  | { kind: 'changed'; changed: string[]; unknown: string[] }
  | { kind: 'unknown-person' };

/** State, owner and note of findings, by whoever looks after them. Facts that come later still have their say. */
export async function changeFindings(ids: readonly string[], change: Change): Promise<FindingsChanged> {
  const actor = await requireActor('Pec.Support');
  const { db } = await database();
  const { ownerId } = change;
  if (ownerId !== undefined && ownerId !== null && (await findPerson(db, ownerId)) === null) {
    return { kind: 'unknown-person' };
  }
  const wanted = [...new Set(ids.map((id) => id.toLowerCase()))];
  const decision: FindingDecision = {
    ...(change.state === undefined ? {} : { state: change.state }),
    ...(ownerId === undefined ? {} : { ownerId }),
    ...(change.note === undefined ? {} : { note: change.note.trim() }),
  };
  const by = { name: actor.name, at: new Date().toISOString() };
  const asked = { ids: wanted, visible: actor.customers, decision };
  const { known, changed } = await saveDecision(db, asked, by);
  for (const id of changed) {
    const detail = { ...decision, ...(decision.note === undefined ? {} : { note: 'changed' }) };
    await recordAudit(actor, { action: 'finding', outcome: 'done', target: id, detail });
  }
  const held = new Set(known);
  return { kind: 'changed', changed, unknown: wanted.filter((id) => !held.has(id)) };
}
