import 'server-only';
import { database } from '#lib/db/client.ts';
import { listRuns } from '#lib/db/runs.ts';
import { EVERY_CUSTOMER } from '#lib/db/visible-customers.ts';

/** Throws unless the database answers from a migrated schema. */
export async function checkDatabase(): Promise<void> {
  const { db } = await database();
  await listRuns(db, { limit: 1, offset: 0 }, EVERY_CUSTOMER);
}
