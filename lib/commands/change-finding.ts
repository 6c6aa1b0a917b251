import 'server-only';
import { recordAudit } from '#lib/auth/audit.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import type { FindingState } from '#lib/core/statuses.ts';
import { database } from '#lib/db/client.ts';
import { saveDecision, undoDecision, type FindingDecision } from '#lib/db/finding-decision.ts';
import { findPerson } from '#lib/db/people.ts';

type Change = {
  state?: FindingState | undefined;
  ownerId?: string | null | undefined;
  note?: string | undefined;
};

export type FindingsChanged =
  | { kind: 'changed'; changed: string[]; unknown: string[]; decidedAt: string }
  | { kind: 'unknown-person' };

/** State, owner and note of findings, by whoever looks after them. Facts that come later still have their say. */
export async function changeFindings(ids: readonly string[], change: Change): Promise<FindingsChanged> {
  const actor = await requireActor('Pec.Support');
  const { db } = await database();
  const { ownerId } = change;
  if (ownerId !== undefined && ownerId !== null && (await findPerson(db, ownerId)) === null) {
    return { kind: 'unknown-person' };
  }
  const wanted = distinct(ids);
  const decision: FindingDecision = {
    ...(change.state === undefined ? {} : { state: change.state }),
    ...(ownerId === undefined ? {} : { ownerId }),
    ...(change.note === undefined ? {} : { note: change.note.trim() }),
  };
  const by = { id: actor.id, name: actor.name, at: new Date().toISOString() };
  const asked = { ids: wanted, visible: actor.customers, decision };
  const { known, changed } = await saveDecision(db, asked, by);
  for (const id of changed) {
    const detail = { ...decision, ...(decision.note === undefined ? {} : { note: 'changed' }) };
    await recordAudit(actor, { action: 'finding', outcome: 'done', target: id, detail });
  }
  return { kind: 'changed', changed, unknown: othersThan(known, wanted), decidedAt: by.at };
}

/** Takes back what the same person decided at that instant; `kept` are those that have changed since. */
export async function undoFindings(
  ids: readonly string[],
  decidedAt: string,
): Promise<{ undone: string[]; kept: string[] }> {
  const actor = await requireActor('Pec.Support');
  const { db } = await database();
  const wanted = distinct(ids);
  const asked = { ids: wanted, visible: actor.customers, decidedAt: new Date(decidedAt).toISOString() };
  const by = { id: actor.id, name: actor.name, at: new Date().toISOString() };
  const { undone } = await undoDecision(db, asked, by);
  for (const id of undone) {
    await recordAudit(actor, {
      action: 'finding',
      outcome: 'done',
      target: id,
      detail: { undone: decidedAt },
    });
  }
  return { undone, kept: othersThan(undone, wanted) };
}

const distinct = (ids: readonly string[]): string[] => [...new Set(ids.map((id) => id.toLowerCase()))];

function othersThan(some: readonly string[], all: readonly string[]): string[] {
  const held = new Set(some);
  return all.filter((id) => !held.has(id));
}
