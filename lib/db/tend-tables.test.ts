import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openInMemory, type InMemoryEngine } from './embedded.ts';
import { tendTables } from './tend-tables.ts';

let engine: InMemoryEngine;

beforeAll(async () => {
  engine = await openInMemory(inject('testDatabases').embeddedDump);
  await tendTables(engine.pool);
});
afterAll(() => engine.close());

const write = (statement: string) => engine.pool.query(statement);

/** How many rows the planner takes a table for. */
const believedRows = async (): Promise<number> => {
  const { rows } = await engine.pool.query<{ rows: number }>(
    `select reltuples::integer as rows from pg_class where relname = 'used_once'`,
  );
  return rows[0]?.rows ?? Number.NaN;
};

it('counts what a table holds once much of it is new, and not again', async () => {
  await write(`insert into used_once select 'key ' || n, now() from generate_series(1, 1000) as n`);
  expect(await tendTables(engine.pool)).toEqual(['public.used_once']);
  expect(await believedRows()).toBe(1000);
  expect(await tendTables(engine.pool)).toEqual([]);
});

it('leaves alone what has hardly changed', async () => {
  await write(`insert into used_once select 'more ' || n, now() from generate_series(1, 20) as n`);
  expect(await tendTables(engine.pool)).toEqual([]);
});

it('frees the room of rows that are gone', async () => {
  const size = async () =>
    (await engine.pool.query<{ size: string }>(`select pg_relation_size('used_once') as size`)).rows[0]?.size;
  await write(`delete from used_once`);
  expect(await tendTables(engine.pool)).toEqual(['public.used_once']);
  expect(await size()).toBe('0');
});
