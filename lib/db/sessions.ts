import { and, eq, gt, isNull, lt, or, sql } from 'drizzle-orm';
import type { Instant } from '#lib/core/periods.ts';
import type { Db } from './db.ts';
import type { Person } from './people.ts';
import { preparedOnce } from './prepared.ts';
import { people } from './schema.ts';
import { sessions, usedOnce } from './schema-auth.ts';

export type Session = typeof sessions.$inferSelect;

export const insertSession = async (db: Db, session: Omit<Session, 'endedAt'>): Promise<void> => {
  await db.insert(sessions).values(session);
};

export type SessionOf = { session: Session; person: Person | null };

const sessionOf = preparedOnce((db) =>
  db
    .select({ session: sessions, person: people })
    .from(sessions)
    .leftJoin(people, eq(people.personId, sessions.personId))
    .where(eq(sessions.id, sql.placeholder('id')))
    .prepare('session_of'),
);

/** Every request asks for both. */
export async function findSessionOf(db: Db, id: string): Promise<SessionOf | null> {
  const [row] = await sessionOf(db).execute({ id });
  return row ?? null;
}

export async function findSession(db: Db, id: string): Promise<Session | null> {
  const [row] = await db.select().from(sessions).where(eq(sessions.id, id));
  return row ?? null;
}

export const saveSessionSeen = async (db: Db, id: string, at: Instant): Promise<void> => {
  await db.update(sessions).set({ seenAt: at }).where(eq(sessions.id, id));
};

/** One that was renewed ends a little later, so that requests under way are answered: it can still be ended sooner. */
const isOpen = (at: Instant) => or(isNull(sessions.endedAt), gt(sessions.endedAt, at));

/** Sets the end of one that has none; for a renewal. */
export const endSessionAt = async (db: Db, id: string, end: Instant): Promise<void> => {
  await db
    .update(sessions)
    .set({ endedAt: end })
    .where(and(eq(sessions.id, id), isNull(sessions.endedAt)));
};

/** Ends a session and all that come from the same sign-in; true when this call ended one. */
export async function endSignIn(
  db: Db,
  { personId, createdAt }: Pick<Session, 'personId' | 'createdAt'>,
  at: Instant,
): Promise<boolean> {
  const ended = await db
    .update(sessions)
    .set({ endedAt: at })
    .where(and(eq(sessions.personId, personId), eq(sessions.createdAt, createdAt), isOpen(at)))
    .returning({ id: sessions.id });
  return ended.length > 0;
}

/** Ends every session of a person, as when an administrator takes rights away; how many there were. */
export async function endSessionsOf(db: Db, personId: string, at: Instant): Promise<number> {
  const ended = await db
    .update(sessions)
    .set({ endedAt: at })
    .where(and(eq(sessions.personId, personId), isOpen(at), gt(sessions.endsAt, at)))
    .returning({ id: sessions.id });
  return ended.length;
}

export const deleteOldSessions = async (db: Db, before: Instant): Promise<void> => {
  await db.delete(sessions).where(lt(sessions.endsAt, before));
};

/** False when the key was used before. */
export async function useOnce(db: Db, key: string, until: Instant, now: Instant): Promise<boolean> {
  await db.delete(usedOnce).where(lt(usedOnce.until, now));
  const used = await db
    .insert(usedOnce)
    .values({ key, until })
    .onConflictDoNothing()
    .returning({ key: usedOnce.key });
  return used.length > 0;
}
