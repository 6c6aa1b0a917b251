import 'server-only';
import { database } from '#lib/db/client.ts';
import { listRuns } from '#lib/db/runs.ts';

/** Throws unless the database answers from a migrated schema. */
export async function checkDatabase(): Promise<void> {
  const { db } = await database();
  await listRuns(db, 1, 0);
}
