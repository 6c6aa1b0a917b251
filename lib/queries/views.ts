import 'server-only';
import { listSavedViews, type ListedView } from '#lib/db/saved-views.ts';
import { queryContext } from './context.ts';
import { viewChange, type SavedView, type SavedViewList } from './schemas/views.ts';

/** One's own named views and those that others share, by name. */
export async function getViews(): Promise<SavedViewList> {
  const { db, actor } = await queryContext();
  return { items: (await listSavedViews(db, actor.id)).map((view) => showView(view, actor.id)) };
}

/** One's own view of the name; else one that is shared; null where there is none. */
export async function getView(name: string): Promise<SavedView | null> {
  const same = (await getViews()).items.filter((view) => view.name === name);
  return same.find(({ own }) => own) ?? same[0] ?? null;
}

function showView({ personId, name, savedAt, owner, ...view }: ListedView, myself: string): SavedView {
  const { path, search, shared } = viewChange.parse(view);
  return { name, path, search, shared, own: personId === myself, owner, savedAt };
}
