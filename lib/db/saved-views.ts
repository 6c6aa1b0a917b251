import { and, asc, eq, ne, or } from 'drizzle-orm';
import { takeExcluded, type Db } from './db.ts';
import { people, savedViews } from './schema.ts';

export type SavedView = typeof savedViews.$inferSelect;
export type ListedView = SavedView & { owner: string | null };

/** A person's own views, and those that others share. */
export const listSavedViews = async (db: Db, personId: string): Promise<ListedView[]> =>
  (
    await db
      .select({ view: savedViews, owner: people.name })
      .from(savedViews)
      .leftJoin(people, eq(people.personId, savedViews.personId))
      .where(or(eq(savedViews.personId, personId), eq(savedViews.shared, true)))
      .orderBy(asc(savedViews.name), asc(savedViews.personId))
  ).map(({ view, owner }) => ({ ...view, owner }));

const isNamed = (personId: string, name: string) =>
  and(eq(savedViews.personId, personId), eq(savedViews.name, name));

export const saveView = async (db: Db, view: SavedView): Promise<void> => {
  await db
    .insert(savedViews)
    .values(view)
    .onConflictDoUpdate({
      target: [savedViews.personId, savedViews.name],
      set: takeExcluded(savedViews, ['personId', 'name']),
    });
};

/** False where there is one of its name already. */
export const addView = async (db: Db, view: SavedView): Promise<boolean> =>
  (await db.insert(savedViews).values(view).onConflictDoNothing().returning({ name: savedViews.name }))
    .length > 0;

/** Besides the one of this name. */
export const countOtherViews = (db: Db, personId: string, name: string): Promise<number> =>
  db.$count(savedViews, and(eq(savedViews.personId, personId), ne(savedViews.name, name)));

/** True when there was one. */
export const deleteView = async (db: Db, personId: string, name: string): Promise<boolean> =>
  (await db.delete(savedViews).where(isNamed(personId, name)).returning({ name: savedViews.name })).length >
  0;
