import 'server-only';
import { randomBytes } from 'node:crypto';
import { cookies } from 'next/headers';
import { recordAudit, recordRefusedSignIn } from '#lib/auth/audit.ts';
import { cookieName, cookieOptions, goneCookie } from '#lib/auth/cookies.ts';
import { readDemoToken } from '#lib/auth/demo-people.ts';
import { requestActor } from '#lib/auth/request-actor.ts';
import { seal, unseal } from '#lib/auth/sealed.ts';
import {
  renewSession,
  sessionState,
  startSession,
  findCookieSession,
  type Store,
} from '#lib/auth/session.ts';
import type { Named, TokenFault, TokenIdentity } from '#lib/auth/token-claims.ts';
import { verifyAccessToken, verifyIdToken } from '#lib/auth/verify-token.ts';
import { config, type SignInSettings } from '#lib/config.ts';
import { database } from '#lib/db/client.ts';
import { savePersonSeen } from '#lib/db/people.ts';
import { endSignIn, useOnce, type Session } from '#lib/db/sessions.ts';

export type SignInResult =
  | { kind: 'signed-in'; session: Session }
  | { kind: 'refused'; fault: TokenFault | 'no-session' }
  | { kind: 'not-configured' };

const CHALLENGE_MS = 15 * 60_000;
const REMEMBER_MARGIN_MS = 5 * 60_000;

type Context = Store & { settings: SignInSettings };

async function signInContext(): Promise<Context | null> {
  const { signIn: settings } = config();
  if (settings === null) return null;
  return { settings, db: (await database()).db, secret: settings.sessionSecret, nowMs: Date.now() };
}

/** Gives the nonce that Entra must put into the ID token; the browser keeps it sealed. */
export async function beginSignIn(): Promise<{ nonce: string } | null> {
  const context = await signInContext();
  if (context === null) return null;
  const nonce = randomBytes(24).toString('base64url');
  const expiresAtMs = context.nowMs + CHALLENGE_MS;
  const sealed = await seal(nonce, { secret: context.secret, purpose: 'sign-in', expiresAtMs });
  (await cookies()).set(cookieName('sign-in'), sealed, cookieOptions(expiresAtMs));
  return { nonce };
}

/** Turns the tokens of a fresh sign-in into a session of ours. Tokens are not kept. */
export async function signIn(tokens: { accessToken: string; idToken: string }): Promise<SignInResult> {
  const context = await signInContext();
  if (context === null) return { kind: 'not-configured' };
  const checked = await checkAccess(context, tokens.accessToken);
  if ('fault' in checked) return refuse(checked, 'entra');
  const fault = await checkNonce(context, tokens.idToken, checked.identity);
  if (fault !== null) return refuse({ fault, named: whoIs(checked.identity) }, 'entra');
  return open(context, checked.identity, 'entra');
}

/** One of the demonstration's people, by a click. */
export async function signInDemoPerson(userName: string): Promise<SignInResult> {
  const context = await signInContext();
  if (context === null || context.settings.demoPeopleFile === null) return { kind: 'not-configured' };
  const token = await readDemoToken(context.settings, userName);
  const checked =
    token === null ? { fault: 'person-required' as const, named: null } : await checkAccess(context, token);
  return 'fault' in checked ? refuse(checked, 'demo') : open(context, checked.identity, 'demo');
}

/** A newer token of the same person prolongs the session under a new id. */
export async function renew(accessToken: string): Promise<SignInResult> {
  const context = await signInContext();
  if (context === null) return { kind: 'not-configured' };
  const old = await currentSession(context);
  if (old === null) return { kind: 'refused', fault: 'no-session' };
  const checked = await checkAccess(context, accessToken);
  if ('fault' in checked) return refuse(checked, 'renewal');
  const { identity } = checked;
  if (identity.personId !== old.personId) {
    return refuse({ fault: 'person-required', named: whoIs(identity) }, 'renewal');
  }
  const { session, cookie } = await renewSession(context, old, identity);
  await setCookie(session, cookie);
  await recordAudit(whoIs(identity), { action: 'renewal', outcome: 'done', target: null, detail: {} });
  return { kind: 'signed-in', session };
}

/** Ends the session in the store, so that a copy of the cookie is worth nothing either. */
export async function signOut(): Promise<void> {
  const context = await signInContext();
  if (context === null) return;
  const session = await currentSession(context);
  // Asked before the cookie goes: afterwards nobody is signed in.
  const actor = session === null ? null : await requestActor();
  (await cookies()).set(cookieName('session'), '', goneCookie());
  if (session === null || actor === null) return;
  if (!(await endSignIn(context.db, session, new Date(context.nowMs).toISOString()))) return;
  await recordAudit(actor, { action: 'sign-out', outcome: 'done', target: null, detail: {} });
}

async function currentSession(context: Context): Promise<Session | null> {
  const cookie = (await cookies()).get(cookieName('session'))?.value;
  const found = cookie === undefined ? null : await findCookieSession(context, cookie);
  return found !== null && sessionState(found.session, context.nowMs) === 'live' ? found.session : null;
}

type Checked = { identity: TokenIdentity } | Refused;
type Refused = { fault: TokenFault; named: Named | null };

/** A session needs a person's token that our own page asked for, and that made no session before. */
async function checkAccess({ db, settings, nowMs }: Context, token: string): Promise<Checked> {
  const verified = await verifyAccessToken(token, settings, nowMs);
  if (!verified.ok) return { fault: verified.fault, named: verified.named };
  const { identity } = verified;
  const named = whoIs(identity);
  if (identity.kind !== 'person') return { fault: 'person-required', named };
  if (identity.clientId !== settings.clientId) return { fault: 'client', named };
  const until = new Date(identity.expiresAtMs + REMEMBER_MARGIN_MS).toISOString();
  const isFirst = await useOnce(db, `token:${identity.tokenId}`, until, new Date(nowMs).toISOString());
  return isFirst ? { identity } : { fault: 'replayed', named };
}

async function checkNonce(
  { db, settings, secret, nowMs }: Context,
  idToken: string,
  { personId }: TokenIdentity,
): Promise<TokenFault | null> {
  const jar = await cookies();
  const sealed = jar.get(cookieName('sign-in'))?.value ?? '';
  const nonce = await unseal(sealed, { secret, purpose: 'sign-in', nowMs });
  if (nonce === null) return 'nonce';
  const verified = await verifyIdToken(idToken, { settings, nowMs, nonce });
  if (!verified.ok) return verified.fault;
  if (verified.personId !== personId) return 'person-required';
  const until = new Date(nowMs + CHALLENGE_MS).toISOString();
  const isFirst = await useOnce(db, `nonce:${nonce}`, until, new Date(nowMs).toISOString());
  jar.set(cookieName('sign-in'), '', goneCookie());
  return isFirst ? null : 'nonce';
}

async function open(context: Context, identity: TokenIdentity, how: 'entra' | 'demo'): Promise<SignInResult> {
  const person = await savePersonSeen(context.db, identity, new Date(context.nowMs).toISOString());
  const { session, cookie } = await startSession(context, person, identity);
  await setCookie(session, cookie);
  const detail = { how, roles: identity.roles.join(', ') };
  await recordAudit(whoIs(identity), { action: 'sign-in', outcome: 'done', target: null, detail });
  return { kind: 'signed-in', session };
}

async function refuse({ fault, named }: Refused, how: string): Promise<SignInResult> {
  await recordRefusedSignIn(named, { how, fault });
  return { kind: 'refused', fault };
}

const whoIs = ({ kind, personId, name }: TokenIdentity): Named => ({ kind, id: personId, name });

async function setCookie({ endsAt }: Session, cookie: string): Promise<void> {
  (await cookies()).set(cookieName('session'), cookie, cookieOptions(Date.parse(endsAt)));
}
