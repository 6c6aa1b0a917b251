import 'server-only';
import { cookies, headers } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import { cache } from 'react';
import { config, type SignInSettings } from '#lib/config.ts';
import { database } from '#lib/db/client.ts';
import { rememberAccepted } from './accepted-credentials.ts';
import { type Actor, LOCAL_ADMIN, Refusal, requirePerson, requireRole } from './actor.ts';
import { recordRefusal } from './audit.ts';
import { commandKey } from './command-key.ts';
import { cookieName } from './cookies.ts';
import { identify } from './identify.ts';
import { signInAddress } from './return-address.ts';
import type { Role } from './roles.ts';
import { VIEW_HEADER } from './view-header.ts';

/** A stream asks anew all the time: who has been shut out meanwhile is told soon. */
const HELD_MS = 250;

type RequestHeaders = Awaited<ReturnType<typeof headers>>;
type Held = { actor: Promise<Actor>; untilMs: number };

/** By the headers of the request, which are one object for all of it. */
const held = new WeakMap<object, Held>();

/** Who asks in the present request: every query and command starts here. A page leads to sign-in instead. */
export const requestActor = cache(async (): Promise<Actor> => {
  const { signIn } = config();
  if (signIn === null) return LOCAL_ADMIN;
  const given = await headers();
  const known = held.get(given);
  if (known !== undefined && performance.now() < known.untilMs) return known.actor;
  const actor = findActor(given, signIn);
  held.set(given, { actor, untilMs: performance.now() + HELD_MS });
  return actor;
});

async function findActor(given: RequestHeaders, signIn: SignInSettings): Promise<Actor> {
  const authorization = given.get('authorization');
  const cookie = (await cookies()).get(cookieName('session'))?.value ?? null;
  try {
    const { db } = await database();
    const asking = { db, settings: signIn, nowMs: Date.now(), commandKey: commandKey() };
    const actor = await identify({ authorization, cookie }, asking);
    rememberAccepted(authorization ?? cookie ?? '');
    return actor;
  } catch (error) {
    const view = given.get(VIEW_HEADER);
    if (error instanceof Refusal && view !== null) redirect(signInAddress(view));
    throw error;
  }
}

/** Default deny: whoever asks must hold the role. A page answers 403, everything else a Refusal. */
export async function requireActor(role: Role): Promise<Actor> {
  const actor = await requestActor();
  try {
    requireRole(actor, role);
  } catch (error) {
    if (!(await isForPage()) || !(error instanceof Refusal)) throw error;
    await recordOnce(role);
    forbidden();
  }
  return actor;
}

/** A page asks several times for what it shows; what it is refused is written once. */
const recordOnce = cache(async (role: Role): Promise<void> => {
  const actor = await requestActor();
  await recordRefusal(new Refusal('role-required', `This needs the role ${role}.`, actor));
});

/** A person who has signed in, whatever their role; a program is refused. */
export async function requirePersonActor(): Promise<Actor> {
  const actor = await requireActor('Pec.Viewer');
  if (actor.kind !== 'person' && (await isForPage())) forbidden();
  requirePerson(actor);
  return actor;
}

const isForPage = async (): Promise<boolean> =>
  config().signIn !== null && (await headers()).get(VIEW_HEADER) !== null;
