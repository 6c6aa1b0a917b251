import { timingSafeEqual } from 'node:crypto';
import type { SignInSettings } from '#lib/config.ts';
import type { Db } from '#lib/db/db.ts';
import { findPerson, savePersonSeen, type Person } from '#lib/db/people.ts';
import type { Visibility } from '#lib/db/visible-customers.ts';
import { type Actor, Refusal } from './actor.ts';
import { includesRole, type Role } from './roles.ts';
import { findCookieSession, markSeen, rolesOf, sessionEndMs, sessionState } from './session.ts';
import type { TokenIdentity } from './token-claims.ts';
import { verifyAccessToken } from './verify-token.ts';

export type Credentials = { authorization: string | null; cookie: string | null };

export type Identifying = {
  db: Db;
  settings: SignInSettings;
  nowMs: number;
  /** Of this server's own command line, kept in a file that only its account can read. */
  commandKey: string | null;
};

const SEEN_EVERY_MS = 5 * 60_000;

/** Whoever may act for many sees all; a viewer sees what was assigned, until an administrator lets it see all. */
export function visibilityOf(
  { kind, personId, seesAll }: Pick<Person, 'kind' | 'personId' | 'seesAll'>,
  roles: readonly Role[],
): Visibility {
  if (includesRole(roles, 'Pec.Support')) return { kind: 'all' };
  // A program is let in by an administrator of Entra; it is limited where somebody says so.
  const seesEverything = seesAll ?? kind === 'program';
  return seesEverything ? { kind: 'all' } : { kind: 'assigned', personId };
}

/** Who a request comes from; throws a Refusal where that is nobody. */
export async function identify({ authorization, cookie }: Credentials, asking: Identifying): Promise<Actor> {
  if (authorization !== null) return identifyBearer(authorization, asking);
  if (cookie !== null) return identifyCookie(cookie, asking);
  throw new Refusal('sign-in-required', 'Sign in first.');
}

async function identifyCookie(cookie: string, { db, settings, nowMs }: Identifying): Promise<Actor> {
  const store = { db, secret: settings.sessionSecret, nowMs };
  const found = await findCookieSession(store, cookie);
  if (found === null) throw new Refusal('sign-in-required', 'Sign in first.');
  const { session, person } = found;
  if (sessionState(session, nowMs) !== 'live') {
    throw new Refusal('session-ended', 'The session has ended. Sign in again.');
  }
  if (person === null) throw new Refusal('session-ended', 'The session has ended. Sign in again.');
  await markSeen(store, session);
  const roles = rolesOf(session);
  const customers = visibilityOf(person, roles);
  const sessionEndsAt = new Date(sessionEndMs(session)).toISOString();
  return {
    ...{ kind: 'person', id: person.personId, name: person.name, roles, customers },
    ...{ sessionId: session.id, sessionEndsAt },
  };
}

/** `npm run sync` and the like, where a running server holds the store. */
const COMMAND_LINE: Actor = {
  kind: 'program',
  id: 'command-line',
  name: 'Command line on this machine',
  roles: ['Pec.Admin'],
  customers: { kind: 'all' },
  sessionId: null,
  sessionEndsAt: null,
};

function isSame(given: string, known: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(known)];
  return left.length === right.length && timingSafeEqual(left, right);
}

async function identifyBearer(authorization: string, asking: Identifying): Promise<Actor> {
  const { db, settings, nowMs, commandKey } = asking;
  const token = /^Bearer ([^\s,]+)$/i.exec(authorization)?.[1];
  if (token === undefined) throw new Refusal('token-refused', 'Authorization must be one bearer token.');
  if (commandKey !== null && isSame(token, commandKey)) return COMMAND_LINE;
  const verified = await verifyAccessToken(token, settings, nowMs);
  if (!verified.ok) throw new Refusal('token-refused', `The token is refused: ${verified.fault}.`);
  const { identity } = verified;
  const person = await rememberPerson(db, identity, nowMs);
  return {
    kind: identity.kind,
    id: identity.personId,
    name: identity.name,
    roles: identity.roles,
    customers: visibilityOf(person, identity.roles),
    sessionId: null,
    sessionEndsAt: null,
  };
}

async function rememberPerson(db: Db, identity: TokenIdentity, nowMs: number): Promise<Person> {
  const known = await findPerson(db, identity.personId);
  const isFresh = known?.lastSeenAt != null && nowMs - Date.parse(known.lastSeenAt) < SEEN_EVERY_MS;
  return known !== null && isFresh ? known : savePersonSeen(db, identity, new Date(nowMs).toISOString());
}
