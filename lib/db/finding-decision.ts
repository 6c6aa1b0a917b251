import { and, desc, eq, inArray, notInArray } from 'drizzle-orm';
import type { Instant } from '#lib/core/periods.ts';
import { FINDING_STATES, type FindingState } from '#lib/core/statuses.ts';
import { inBatches, type Db } from './db.ts';
import type { Finding, FindingEvent, NewEvent } from './findings.ts';
import { touchLists } from './list-versions.ts';
import { findingEvents, findings } from './schema.ts';
import { isVisible, type Visibility } from './visible-customers.ts';

export type FindingDecision = { state?: FindingState; ownerId?: string | null; note?: string };

type DecidedBy = { id: string; name: string; at: Instant };
type Chosen = { ids: readonly string[]; visible: Visibility };
type Decided = { row: Finding; decision: FindingDecision; resolvedAt: Instant | null };

/** What a person decides about findings that they may see; those that it leaves as they were tell nothing. */
export async function saveDecision(
  db: Db,
  { decision, ...chosen }: Chosen & { decision: FindingDecision },
  by: DecidedBy,
): Promise<{ known: string[]; changed: string[] }> {
  return db.transaction(async (tx) => {
    const rows = await lockFindings(tx, chosen);
    const decided = rows.map((row): Decided => {
      const { state } = decision;
      return {
        row,
        decision,
        resolvedAt: state === undefined ? row.resolvedAt : resolvedBy(row, state, by.at),
      };
    });
    return { known: rows.map(({ id }) => id), changed: await writeDecisions(tx, decided, by) };
  });
}

/**
 * Takes back what the same person decided at an instant, where nothing was decided and no fact changed the state since:
 * the others stay as they are.
 */
export async function undoDecision(
  db: Db,
  { decidedAt, ...chosen }: Chosen & { decidedAt: Instant },
  by: DecidedBy,
): Promise<{ known: string[]; undone: string[] }> {
  return db.transaction(async (tx) => {
    const rows = await lockFindings(tx, chosen);
    const lastOf = await findLastEvents(tx, rows);
    const decided = rows.flatMap((row): Decided[] => {
      const event = lastOf.get(row.id);
      const isTheirs = event?.kind === 'changed' && event.at === decidedAt && event.actorId === by.id;
      const before = isTheirs ? whatStoodBefore(row, event) : null;
      return before === null ? [] : [{ row, ...before }];
    });
    return { known: rows.map(({ id }) => id), undone: await writeDecisions(tx, decided, by) };
  });
}

const lockFindings = (tx: Db, { ids, visible }: Chosen): Promise<Finding[]> =>
  tx
    .select()
    .from(findings)
    .where(and(inArray(findings.id, [...ids]), isVisible(findings.tenantId, visible)))
    .orderBy(findings.id)
    .for('update');

async function writeDecisions(tx: Db, decided: readonly Decided[], by: DecidedBy): Promise<string[]> {
  const events: NewEvent[] = [];
  for (const { row, decision, resolvedAt } of decided) {
    const detail = differenceOf(row, decision);
    if (Object.keys(detail).length === 0) continue;
    await tx
      .update(findings)
      .set({ ...decision, resolvedAt })
      .where(eq(findings.id, row.id));
    events.push({
      ...{ findingId: row.id, at: by.at, kind: 'changed', detail },
      ...{ actorId: by.id, actorName: by.name },
    });
  }
  await inBatches(events, (batch) => tx.insert(findingEvents).values(batch));
  if (events.length > 0) await touchLists(tx);
  return events.map(({ findingId }) => findingId);
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
    ...(state === undefined || state === row.state || row.resolvedAt === null
      ? {}
      : { resolvedBefore: row.resolvedAt }),
  };
}

/** Of what is not seen by the facts for a while nothing changes that a person decides. */
async function findLastEvents(tx: Db, rows: readonly Finding[]): Promise<Map<string, FindingEvent>> {
  const events = await tx
    .selectDistinctOn([findingEvents.findingId])
    .from(findingEvents)
    .where(
      and(
        inArray(
          findingEvents.findingId,
          rows.map(({ id }) => id),
        ),
        notInArray(findingEvents.kind, ['lost-sight', 'seen-again']),
      ),
    )
    .orderBy(findingEvents.findingId, desc(findingEvents.id));
  return new Map(events.map((event) => [event.findingId, event]));
}

/** null: the finding is not any more what the decision made of it. */
function whatStoodBefore(row: Finding, { detail }: FindingEvent): Omit<Decided, 'row'> | null {
  const { state, stateBefore, ownerId, ownerBefore = null, note, noteBefore, resolvedBefore = null } = detail;
  const isLeft =
    (state === undefined || state === row.state) &&
    (ownerId === undefined || ownerId === row.ownerId) &&
    (note === undefined || note === row.note);
  if (!isLeft) return null;
  const before = FINDING_STATES.find((one) => one === stateBefore);
  const decision = {
    ...(before === undefined ? {} : { state: before }),
    ...(ownerId === undefined ? {} : { ownerId: ownerBefore }),
    ...(noteBefore === undefined || noteBefore === null ? {} : { note: noteBefore }),
  };
  return { decision, resolvedAt: before === undefined ? row.resolvedAt : resolvedBefore };
}
