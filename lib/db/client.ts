import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { config, type DatabaseSettings } from '#lib/config.ts';
import { log } from '#lib/log.ts';
import { type Engine, openEmbedded } from './embedded.ts';
import { migrateDatabase } from './migrate.ts';
import * as schema from './schema.ts';
import { keepTending } from './tend-tables.ts';

export type Database = {
  db: NodePgDatabase<typeof schema>;
  kind: DatabaseSettings['kind'];
  /** Plain SQL of a library that brings its own. */
  execute: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>;
  close: () => Promise<void>;
};

const CONNECTIONS = 10;
const CONNECT_TIMEOUT_MS = 15_000;
/**
 * Timestamps are read as text, so every session must write them in UTC. A process that is stopped in a transaction, or
 * whose machine is gone, must not keep others waiting. Questions of pages take milliseconds: compiling them, or dividing
 * them among processes, takes more of the machine than they do.
 */
const SESSION = `set time zone 'UTC'; set idle_in_transaction_session_timeout = '1min';
  set jit = off; set max_parallel_workers_per_gather = 0`;

function openPostgres(url: string): Engine {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    allowExitOnIdle: true,
    application_name: 'pecboard',
    onConnect: async (client) => void (await client.query(SESSION)),
  });
  pool.on('error', (error) => log.warn({ err: error }, 'an idle database connection broke'));
  return { pool, close: () => pool.end() };
}

export async function databaseOf(engine: Engine, kind: Database['kind']): Promise<Database> {
  try {
    await migrateDatabase(engine.pool);
  } catch (error) {
    await engine.close();
    throw error;
  }
  let closing: Promise<void> | null = null;
  const close = () => (closing ??= engine.close());
  const execute: Database['execute'] = (text, values) => engine.pool.query(text, values);
  return { db: drizzle(engine.pool, { schema }), kind, execute, close };
}

/** Opens the database and brings its tables up to date. */
export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  const engine =
    settings.kind === 'embedded' ? await openTended(settings.dataDir) : openPostgres(settings.url);
  return databaseOf(engine, settings.kind);
}

async function openTended(dataDir: string): Promise<Engine> {
  const { pool, close } = await openEmbedded(dataDir, (error) =>
    log.error({ err: error }, 'the lock of the data folder was lost; the embedded database stops'),
  );
  const endTending = keepTending(pool, (error) =>
    log.warn({ err: error }, 'tables of the embedded database could not be tended'),
  );
  return {
    pool,
    close: () => {
      endTending();
      return close();
    },
  };
}

declare global {
  /** Next loads this module once for each of its bundles, and again after an edit: one database for all of them. */
  var pecboardDatabase: Promise<Database> | undefined;
}

export function database(): Promise<Database> {
  globalThis.pecboardDatabase ??= openDatabase(config().database).catch((error: unknown) => {
    globalThis.pecboardDatabase = undefined;
    throw error;
  });
  return globalThis.pecboardDatabase;
}

/** Closes the process's database, if it was ever opened. */
export async function closeDatabase(): Promise<void> {
  const open = globalThis.pecboardDatabase;
  globalThis.pecboardDatabase = undefined;
  await (await open)?.close();
}
