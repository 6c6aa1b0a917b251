import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../client.ts';
import { openInMemory } from '../embedded.ts';
import { migrateDatabase } from '../migrate.ts';
import { guardLists } from './guard-lists.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    testDatabases: { postgresUrl: string; embeddedDump: string };
  }
}

/** The databases that tests copy: migrating once and copying is ten times faster than migrating each. */
async function makeTemplate(server: PostgresServer): Promise<void> {
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  await client.query('create database template_of_tests');
  await client.end();
  const database = await openDatabase({ kind: 'postgres', url: server.url('template_of_tests') });
  await guardLists(database.execute);
  await database.close();
}

async function makeDump(file: string): Promise<void> {
  const engine = await openInMemory(null);
  await migrateDatabase(engine.pool);
  await guardLists((text) => engine.pool.query(text));
  await engine.dump(file);
  await engine.close();
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'pecboard-tests-'));
  const embeddedDump = join(folder, 'migrated.tar');
  const server = await startPostgres();
  await Promise.all([makeTemplate(server), makeDump(embeddedDump)]);
  project.provide('testDatabases', { postgresUrl: server.url(''), embeddedDump });
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
