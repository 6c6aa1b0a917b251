import { and, count, desc, eq, gte, ilike, lt, or, type SQL } from 'drizzle-orm';
import type { Instant } from '#lib/core/periods.ts';
import type { Db } from './db.ts';
import { auditEntries } from './schema-auth.ts';

export type AuditEntry = typeof auditEntries.$inferSelect;
export type NewAuditEntry = typeof auditEntries.$inferInsert;

export type AuditFilter = {
  action: string | null;
  outcome: AuditEntry['outcome'] | null;
  /** Part of the name or id of who did it, or of what it was done to. */
  q: string | null;
  since: Instant | null;
};

export const addAuditEntry = async (db: Db, entry: NewAuditEntry): Promise<void> => {
  await db.insert(auditEntries).values(entry);
};

const literally = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

function matches({ action, outcome, q, since }: AuditFilter): SQL | undefined {
  return and(
    action === null ? undefined : eq(auditEntries.action, action),
    outcome === null ? undefined : eq(auditEntries.outcome, outcome),
    since === null ? undefined : gte(auditEntries.at, since),
    q === null
      ? undefined
      : or(
          ilike(auditEntries.actorName, literally(q)),
          ilike(auditEntries.actorId, literally(q)),
          ilike(auditEntries.target, literally(q)),
        ),
  );
}

export async function listAudit(
  db: Db,
  filter: AuditFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ entries: AuditEntry[]; total: number; byOutcome: Outcomes }> {
  const entries = await db
    .select()
    .from(auditEntries)
    .where(matches(filter))
    .orderBy(desc(auditEntries.id))
    .limit(limit)
    .offset(offset);
  const byOutcome = await countAuditOutcomes(db, filter);
  return { entries, total: byOutcome.done + byOutcome.refused + byOutcome.failed, byOutcome };
}

export type Outcomes = Record<AuditEntry['outcome'], number>;

async function countAuditOutcomes(db: Db, filter: AuditFilter): Promise<Outcomes> {
  const rows = await db
    .select({ outcome: auditEntries.outcome, entries: count() })
    .from(auditEntries)
    .where(matches(filter))
    .groupBy(auditEntries.outcome);
  const counts: Outcomes = { done: 0, refused: 0, failed: 0 };
  for (const { outcome, entries } of rows) counts[outcome] = entries;
  return counts;
}

export async function countAudit(db: Db, filter: AuditFilter): Promise<number> {
  const [row] = await db.select({ total: count() }).from(auditEntries).where(matches(filter));
  return row?.total ?? 0;
}

/** Newest first and older than `before`, for an export that goes through all of it. */
export const listAuditBefore = (
  db: Db,
  filter: AuditFilter,
  { before, limit }: { before: number | null; limit: number },
): Promise<AuditEntry[]> =>
  db
    .select()
    .from(auditEntries)
    .where(and(matches(filter), before === null ? undefined : lt(auditEntries.id, before)))
    .orderBy(desc(auditEntries.id))
    .limit(limit);
