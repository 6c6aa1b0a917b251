import { eq, sql } from 'drizzle-orm';
import type { Db } from './db.ts';
import { syncWorkers } from './schema.ts';

/** Longer than a worker is ever silent, shorter than anybody waits for a dead one. */
const LIVES_FOR = sql`interval '30 seconds'`;
const seenAt = sql`clock_timestamp()`;

/** A worker lives; those that have not said so for long are forgotten. */
export async function saveWorker(db: Db, id: string): Promise<void> {
  await db.delete(syncWorkers).where(sql`${syncWorkers.seenAt} < ${seenAt} - ${LIVES_FOR}`);
  await db
    .insert(syncWorkers)
    .values({ id, seenAt })
    .onConflictDoUpdate({ target: syncWorkers.id, set: { seenAt } });
}

export async function dropWorker(db: Db, id: string): Promise<void> {
  await db.delete(syncWorkers).where(eq(syncWorkers.id, id));
}

export async function countWorkers(db: Db): Promise<number> {
  return db.$count(syncWorkers, sql`${syncWorkers.seenAt} >= ${seenAt} - ${LIVES_FOR}`);
}

export const hasWorkers = async (db: Db): Promise<boolean> => (await countWorkers(db)) > 0;
