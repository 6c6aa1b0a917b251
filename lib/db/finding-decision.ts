import { and, eq, inArray } from 'drizzle-orm';
import type { Instant } from '#lib/core/periods.ts';
import type { FindingState } from '#lib/core/statuses.ts';
import { inBatches, type Db } from './db.ts';
import type { Finding, NewEvent } from './findings.ts';
import { touchLists } from './list-versions.ts';
import { findingEvents, findings } from './schema.ts';
import { isVisible, type Visibility } from './visible-customers.ts';

export type FindingDecision = { state?: FindingState; ownerId?: string | null; note?: string };

type DecidedBy = { name: string; at: Instant };

/** What a person decides about findings that they may see; those that it leaves as they were tell nothing. */
export async function saveDecision(
  db: Db,
  { ids, visible, decision }: { ids: readonly string[]; visible: Visibility; decision: FindingDecision },
  { name, at }: DecidedBy,
): Promise<{ known: string[]; changed: string[] }> {
  return db.transaction(async (tx) => {
    const rows = await tx
      .select()
      .from(findings)
      .where(and(inArray(findings.id, [...ids]), isVisible(findings.tenantId, visible)))
      .orderBy(findings.id)
      .for('update');
    const events: NewEvent[] = [];
    for (const row of rows) {
      const detail = differenceOf(row, decision);
      if (Object.keys(detail).length === 0) continue;
      const resolvedAt = decision.state === undefined ? row.resolvedAt : resolvedBy(row, decision.state, at);
      await tx
        .update(findings)
        .set({ ...decision, resolvedAt })
        .where(eq(findings.id, row.id));
      events.push({ findingId: row.id, at, kind: 'changed', detail, actorName: name });
    }
    await inBatches(events, (batch) => tx.insert(findingEvents).values(batch));
    if (events.length > 0) await touchLists(tx);
    return { known: rows.map(({ id }) => id), changed: events.map(({ findingId }) => findingId) };
  });
}

function resolvedBy(row: Finding, state: FindingState, at: Instant): Instant | null {
  if (state !== 'resolved') return null;
  return row.state === 'resolved' ? row.resolvedAt : at;
}

/** Texts of the values before and after, of those alone that differ. */
function differenceOf(
  row: Finding,
  { state, ownerId, note }: FindingDecision,
): Record<string, string | null> {
  return {
    ...(state === undefined || state === row.state ? {} : { state, stateBefore: row.state }),
    ...(ownerId === undefined || ownerId === row.ownerId ? {} : { ownerId, ownerBefore: row.ownerId }),
    ...(note === undefined || note === row.note ? {} : { note, noteBefore: row.note }),
  };
}
