import { is, sql } from 'drizzle-orm';
import { PgTransaction } from 'drizzle-orm/pg-core';
import type { Db } from './db.ts';
import { preparedOnce } from './prepared.ts';
import { listVersions } from './schema.ts';

const SHARDS = 16;

/**
 * Says, in the transaction that writes what lists or their frames show, that they show something new. Writers share
 * a row only by chance, so they rarely wait for each other; it is the last thing a transaction does.
 */
export async function touchLists(db: Db): Promise<void> {
  await db
    .insert(listVersions)
    .values({ shard: sql`pg_backend_pid() % ${sql.raw(String(SHARDS))}`, version: 1 })
    .onConflictDoUpdate({ target: listVersions.shard, set: { version: sql`${listVersions.version} + 1` } });
}

/**
 * Writes what lists show, and says so in the same transaction: whoever asks afterwards is never shown what was before.
 * Within a transaction no savepoint is needed: what fails there fails it as a whole.
 */
export function writeLists<Result>(db: Db, write: (tx: Db) => Promise<Result>): Promise<Result> {
  const writeAll = async (tx: Db): Promise<Result> => {
    const result = await write(tx);
    await touchLists(tx);
    return result;
  };
  return is(db, PgTransaction) ? writeAll(db) : db.transaction(writeAll);
}

const listVersion = preparedOnce((db) =>
  db
    .select({ version: sql<string>`coalesce(sum(${listVersions.version}), 0)::text` })
    .from(listVersions)
    .prepare('list_version'),
);

/** Larger after every committed write that lists show. */
export async function findListVersion(db: Db): Promise<string> {
  const [row] = await listVersion(db).execute();
  return row?.version ?? '0';
}
