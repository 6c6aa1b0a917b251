import { and, eq } from 'drizzle-orm';
import type { SetupStep } from '#lib/core/setup-steps.ts';
import type { Db } from './db.ts';
import { setAsideSteps } from './schema.ts';

export const listSetAside = async (db: Db, personId: string): Promise<SetupStep[]> =>
  (
    await db
      .select({ step: setAsideSteps.step })
      .from(setAsideSteps)
      .where(eq(setAsideSteps.personId, personId))
  ).map(({ step }) => step);

export const saveSetAside = async (db: Db, row: typeof setAsideSteps.$inferInsert): Promise<void> => {
  await db.insert(setAsideSteps).values(row).onConflictDoNothing();
};

export const deleteSetAside = async (db: Db, personId: string, step: SetupStep): Promise<void> => {
  await db
    .delete(setAsideSteps)
    .where(and(eq(setAsideSteps.personId, personId), eq(setAsideSteps.step, step)));
};
