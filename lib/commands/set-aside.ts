import 'server-only';
import { requireActor } from '#lib/auth/request-actor.ts';
import { maySetAside, type SetupStep } from '#lib/core/setup-steps.ts';
import { database } from '#lib/db/client.ts';
import { deleteSetAside, saveSetAside } from '#lib/db/set-aside-steps.ts';

/** Puts a step of the setup out of one's own sight; what would make the pages wrong stays. */
export async function setAside(step: SetupStep): Promise<'saved' | 'not-this-one'> {
  const actor = await requireActor('Pec.Viewer');
  if (!maySetAside(step)) return 'not-this-one';
  const { db } = await database();
  await saveSetAside(db, { personId: actor.id, step, at: new Date().toISOString() });
  return 'saved';
}

export async function takeUpAgain(step: SetupStep): Promise<void> {
  const actor = await requireActor('Pec.Viewer');
  const { db } = await database();
  await deleteSetAside(db, actor.id, step);
}
