import 'server-only';
import { cookies } from 'next/headers';
import type { Actor } from '#lib/auth/actor.ts';
import { cookieName } from '#lib/auth/cookies.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import { findCookieSession, sessionEndMs } from '#lib/auth/session.ts';
import { config } from '#lib/config.ts';
import { database } from '#lib/db/client.ts';

export type SessionInfo = {
  kind: Actor['kind'];
  name: string;
  roles: readonly string[];
  /** Whether only assigned customers are shown. */
  limited: boolean;
  /** When a person's session ends unless it is renewed; null where there is none. */
  endsAt: string | null;
};

export async function getSession(): Promise<SessionInfo> {
  const actor = await requireActor('Pec.Viewer');
  const { kind, name, roles, customers } = actor;
  return { kind, name, roles, limited: customers.kind === 'assigned', endsAt: await endOf(actor) };
}

async function endOf({ sessionId }: Actor): Promise<string | null> {
  const { signIn } = config();
  const cookie = (await cookies()).get(cookieName('session'))?.value;
  if (signIn === null || sessionId === null || cookie === undefined) return null;
  const store = { db: (await database()).db, secret: signIn.sessionSecret, nowMs: Date.now() };
  const session = await findCookieSession(store, cookie);
  return session === null ? null : new Date(sessionEndMs(session)).toISOString();
}
