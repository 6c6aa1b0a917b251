import 'server-only';
import { cookies, headers } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import { cache } from 'react';
import { config } from '#lib/config.ts';
import { database } from '#lib/db/client.ts';
import { type Actor, LOCAL_ADMIN, Refusal, requirePerson, requireRole } from './actor.ts';
import { commandKey } from './command-key.ts';
import { cookieName } from './cookies.ts';
import { identify } from './identify.ts';
import { signInAddress } from './return-address.ts';
import type { Role } from './roles.ts';
import { VIEW_HEADER } from './view-header.ts';

/** Who asks in the present request: every query and command starts here. A page leads to sign-in instead. */
export const requestActor = cache(async (): Promise<Actor> => {
  const { signIn } = config();
  if (signIn === null) return LOCAL_ADMIN;
  const given = await headers();
  try {
    return await identify(
      {
        authorization: given.get('authorization'),
        cookie: (await cookies()).get(cookieName('session'))?.value ?? null,
      },
      {
        db: (await database()).db,
        settings: signIn,
        nowMs: Date.now(),
        commandKey: commandKey(),
      },
    );
  } catch (error) {
    const view = given.get(VIEW_HEADER);
    if (error instanceof Refusal && view !== null) redirect(signInAddress(view));
    throw error;
  }
});

/** Default deny: whoever asks must hold the role. A page answers 403, everything else a Refusal. */
export async function requireActor(role: Role): Promise<Actor> {
  const actor = await requestActor();
  try {
    requireRole(actor, role);
  } catch (error) {
    if ((await isForPage()) && error instanceof Refusal) forbidden();
    throw error;
  }
  return actor;
}

/** A person who has signed in, whatever their role; a program is refused. */
export async function requirePersonActor(): Promise<Actor> {
  const actor = await requireActor('Pec.Viewer');
  if (actor.kind !== 'person' && (await isForPage())) forbidden();
  requirePerson(actor);
  return actor;
}

const isForPage = async (): Promise<boolean> =>
  config().signIn !== null && (await headers()).get(VIEW_HEADER) !== null;
