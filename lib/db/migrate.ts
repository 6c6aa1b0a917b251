import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { sql } from 'drizzle-orm';
import type pg from 'pg';
import { roomFile } from './room-file.ts';

/** Any number that no one else takes: several servers may start on one PostgreSQL at the same time. */
const ADVISORY_LOCK = 7_332_001;

const folder = () => ({ migrationsFolder: roomFile('migrations') });

async function refuseNewer(db: NodePgDatabase): Promise<void> {
  const known = readMigrationFiles(folder()).at(-1)?.folderMillis ?? 0;
  const { rows } = await db.execute<{ applied: string | null }>(
    sql`select max(created_at)::text as applied from drizzle.__drizzle_migrations`,
  );
  if (Number(rows[0]?.applied ?? 0) <= known) return;
  throw new Error('The database was written by a newer version of this program; install that version.');
}

export async function migrateDatabase(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [ADVISORY_LOCK]);
    const db = drizzle(client);
    await migrate(db, folder());
    await refuseNewer(db);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [ADVISORY_LOCK]).catch(() => undefined);
    client.release();
  }
}
