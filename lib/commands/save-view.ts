import 'server-only';
import { requireActor } from '#lib/auth/request-actor.ts';
import { database } from '#lib/db/client.ts';
import { addView, countOtherViews, deleteView, saveView, type SavedView } from '#lib/db/saved-views.ts';

export const MOST_VIEWS = 100;

/** Keeps a view under a name of one's own; one of the same name is replaced, or with `onlyNew` left as it is. */
export async function keepView(
  name: string,
  { path, search, shared }: Pick<SavedView, 'path' | 'search' | 'shared'>,
  onlyNew = false,
): Promise<'saved' | 'too-many' | 'exists'> {
  const actor = await requireActor('Pec.Viewer');
  const { db } = await database();
  if ((await countOtherViews(db, actor.id, name)) >= MOST_VIEWS) return 'too-many';
  const view = { personId: actor.id, name, path, search, shared, savedAt: new Date().toISOString() };
  if (onlyNew) return (await addView(db, view)) ? 'saved' : 'exists';
  await saveView(db, view);
  return 'saved';
}

/** Whether there was one of the name; nobody forgets a view of somebody else. */
export async function forgetView(name: string): Promise<boolean> {
  const actor = await requireActor('Pec.Viewer');
  const { db } = await database();
  return deleteView(db, actor.id, name);
}
