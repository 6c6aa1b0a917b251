import type { Instant } from '#lib/core/periods.ts';
import type { Db } from '#lib/db/db.ts';
import type { Person } from '#lib/db/people.ts';
import {
  deleteOldSessions,
  endSessionAt,
  findSessionOf,
  insertSession,
  saveSessionSeen,
  type Session,
  type SessionOf,
} from '#lib/db/sessions.ts';
import { isRole, type Role } from './roles.ts';
import { seal, unseal } from './sealed.ts';
import type { TokenIdentity } from './token-claims.ts';

const MINUTE_MS = 60_000;
/** Without any request by the person. */
export const IDLE_MS = 60 * MINUTE_MS;
/** However often it is renewed. */
export const ABSOLUTE_MS = 12 * 60 * MINUTE_MS;
/** Requests under way when a session is renewed still carry the cookie before. */
const OVERLAP_MS = 30_000;
const SEEN_EVERY_MS = MINUTE_MS;
const KEPT_MS = 24 * 60 * MINUTE_MS;

export type SessionState = 'live' | 'ended' | 'idle' | 'unverified';

const ms = (at: Instant): number => Date.parse(at);
const instant = (atMs: number): Instant => new Date(atMs).toISOString();

export function sessionState(session: Session, nowMs: number): SessionState {
  if (session.endedAt !== null && ms(session.endedAt) <= nowMs) return 'ended';
  if (ms(session.endsAt) <= nowMs) return 'ended';
  if (ms(session.seenAt) + IDLE_MS <= nowMs) return 'idle';
  return ms(session.verifiedUntil) <= nowMs ? 'unverified' : 'live';
}

/** The first of the ends, without another request. */
export const sessionEndMs = (session: Session): number =>
  Math.min(ms(session.verifiedUntil), ms(session.endsAt), ms(session.seenAt) + IDLE_MS);

export type Store = { db: Db; secret: string; nowMs: number };

type Started = { session: Session; cookie: string };

async function save({ db, secret, nowMs }: Store, session: Omit<Session, 'endedAt'>): Promise<Started> {
  await insertSession(db, session);
  await deleteOldSessions(db, instant(nowMs - KEPT_MS));
  const cookie = await seal(session.id, { secret, purpose: 'session', expiresAtMs: ms(session.endsAt) });
  return { session: { ...session, endedAt: null }, cookie };
}

export function startSession(store: Store, person: Person, identity: TokenIdentity): Promise<Started> {
  const { nowMs } = store;
  return save(store, {
    id: crypto.randomUUID(),
    personId: person.personId,
    name: person.name,
    roles: identity.roles,
    createdAt: instant(nowMs),
    seenAt: instant(nowMs),
    verifiedUntil: instant(identity.expiresAtMs),
    endsAt: instant(nowMs + ABSOLUTE_MS),
  });
}

/** A new id by a newer token: the old cookie is worth nothing soon after. Idle and absolute ends stay. */
export async function renewSession(store: Store, old: Session, identity: TokenIdentity): Promise<Started> {
  const { db, nowMs } = store;
  const started = await save(store, {
    ...old,
    id: crypto.randomUUID(),
    roles: identity.roles,
    verifiedUntil: instant(identity.expiresAtMs),
  });
  await endSessionAt(db, old.id, instant(nowMs + OVERLAP_MS));
  return started;
}

/** The session that a cookie names, whatever its state; null for a cookie that is not ours. */
export async function findCookieSession(
  { db, secret, nowMs }: Store,
  cookie: string,
): Promise<SessionOf | null> {
  const id = await unseal(cookie, { secret, purpose: 'session', nowMs });
  return id === null ? null : findSessionOf(db, id);
}

export async function markSeen({ db, nowMs }: Store, session: Session): Promise<void> {
  if (nowMs - ms(session.seenAt) >= SEEN_EVERY_MS) await saveSessionSeen(db, session.id, instant(nowMs));
}

export const rolesOf = ({ roles }: Pick<Session, 'roles'>): Role[] => roles.filter(isRole);
