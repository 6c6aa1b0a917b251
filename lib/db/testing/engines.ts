import { randomUUID } from 'node:crypto';
import { is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { afterAll, describe, inject } from 'vitest';
import { type Database, databaseOf, openDatabase } from '../client.ts';
import type { Db } from '../db.ts';
import { openInMemory } from '../embedded.ts';
import * as schema from '../schema.ts';

export type Open = () => Promise<Database>;

async function openEmbeddedCopy(): Promise<Database> {
  return databaseOf(await openInMemory(inject('testDatabases').embeddedDump), 'embedded');
}

async function asAdministrator(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${inject('testDatabases').postgresUrl}postgres` });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The address of a database of its own; of template1 it has no tables. */
export async function createPostgres(template: 'template_of_tests' | 'template1'): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asAdministrator(`create database ${name} template ${template}`);
  return `${inject('testDatabases').postgresUrl}${name}`;
}

async function openPostgresCopy(): Promise<Database> {
  return openDatabase({ kind: 'postgres', url: await createPostgres('template_of_tests') });
}

const ENGINES: readonly [string, Open][] = [
  ['embedded', openEmbeddedCopy],
  ['PostgreSQL', openPostgresCopy],
];

/**
 * Runs the same tests on both engines. Each `open()` gives a fresh, migrated, empty database of its own,
 * closed after the file.
 */
export function describeOnBothEngines(name: string, define: (open: Open) => void): void {
  describe.each(ENGINES)(`${name} (%s)`, (_engine, openCopy) => {
    const opened: Database[] = [];
    afterAll(async () => {
      await Promise.all(opened.map((database) => database.close()));
    });
    define(async () => {
      const database = await openCopy();
      opened.push(database);
      return database;
    });
  });
}

/** Faster by far than another fresh one, for tests that each begin with nothing. */
export async function emptyTables(db: Db): Promise<void> {
  for (const table of Object.values(schema).filter((one) => is(one, PgTable))) await db.delete(table);
}

/** Makes it the database of this process, which queries and routes then open. */
export function openForProcess(database: Database): void {
  globalThis.pecboardDatabase = Promise.resolve(database);
}
