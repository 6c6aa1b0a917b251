import { readFileSync } from 'node:fs';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { type Database, openDatabase } from './client.ts';
import { roomFile } from './room-file.ts';
import * as schema from './schema.ts';
import { createPostgres } from './testing/engines.ts';

type Journal = { entries: { idx: number; tag: string }[] };
type Snapshot = ReturnType<typeof generateDrizzleJson>;

// Both files are written by the generator in these shapes.
const readJson = <Shape>(name: string) =>
  JSON.parse(readFileSync(roomFile(`migrations/meta/${name}`), 'utf8')) as Shape;

it('has a migration for everything the schema says; else run "npm run db:generate -- --name what-changes"', async () => {
  const last = readJson<Journal>('_journal.json').entries.at(-1);
  const snapshot = readJson<Snapshot>(`${String(last?.idx ?? 0).padStart(4, '0')}_snapshot.json`);
  const missing = await generateMigration(snapshot, generateDrizzleJson(schema, snapshot.id));
  expect(missing).toEqual([]);
});

/** A database as the version before a migration left it, brought up to date. */
async function migratedFrom(tag: string, statements: readonly string[]): Promise<Database> {
  const { entries } = readJson<Journal>('_journal.json');
  const before = readMigrationFiles({ migrationsFolder: roomFile('migrations') }).slice(
    0,
    entries.findIndex((entry) => entry.tag === tag),
  );
  const url = await createPostgres('template1');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create schema drizzle;
    create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint);
    insert into drizzle.__drizzle_migrations (hash, created_at) values ('', ${before.at(-1)?.folderMillis ?? 0})`);
  await client.query([...before.flatMap(({ sql }) => sql), ...statements].join(';'));
  await client.end();
  const database = await openDatabase({ kind: 'postgres', url });
  onTestFinished(() => database.close());
  return database;
}

it('keeps the days of cost that were rows of their own, in order, with what is unknown', async () => {
  const readId = '00000000-0000-4000-8000-000000000001';
  const row = (day: string, costClass: string, amounts: string) =>
    `insert into daily_costs (read_id, tenant_id, subscription_id, day, currency, cost_class, net, net_usd, credit)
      values ('${readId}', 'tenant', 'subscription', '${day}', 'EUR', '${costClass}', ${amounts})`;
  const { db } = await migratedFrom('0012_days_in_rows', [
    row('2026-10-02', 'EARNED', '0.1, null, 0.2'),
    row('2026-10-01', 'EARNED', '12345678901234567890.000000001, 1.10, null'),
    row('2026-10-01', 'UNCLASSIFIED', '-3, null, null'),
  ]);
  const held = await db.select().from(schema.dailyCosts).orderBy(schema.dailyCosts.costClass);
  const same = { readId, tenantId: 'tenant', subscriptionId: 'subscription', currency: 'EUR' };
  expect(held).toEqual([
    {
      ...{ ...same, costClass: 'EARNED', days: ['2026-10-01', '2026-10-02'] },
      ...{ net: ['12345678901234567890.000000001', '0.1'], netUsd: ['1.10', null], credit: [null, '0.2'] },
    },
    {
      ...{ ...same, costClass: 'UNCLASSIFIED', days: ['2026-10-01'] },
      ...{ net: ['-3'], netUsd: [null], credit: [null] },
    },
  ]);
});

it('keeps the sums by name that were rows of their own, in order, with names of any marks and what is unknown', async () => {
  const readId = '00000000-0000-4000-8000-000000000001';
  const row = (name: string, costClass: string, amounts: string) =>
    `insert into monthly_grouped_costs (read_id, period, tenant_id, subscription_id, "grouping", name, currency, cost_class, net, net_usd, credit)
      values ('${readId}', '2026-10', 'tenant', 'subscription', 'resource-group', '${name}', 'EUR', '${costClass}', ${amounts})`;
  const { db } = await migratedFrom('0014_names_in_rows', [
    row('rg-web', 'EARNED', '0.1, null, 0.2'),
    row('', 'EARNED', '-3, 4, null'),
    row('a "b" {c}, \\d NULL', 'EARNED', '12345678901234567890.000000001, 1.10, null'),
    row('NULL', 'UNCLASSIFIED', '1, null, null'),
  ]);
  const table = schema.monthlyGroupedCosts;
  const held = await db.select().from(table).orderBy(table.costClass);
  const same = { readId, period: '2026-10', tenantId: 'tenant', subscriptionId: 'subscription' };
  const key = { ...same, grouping: 'resource-group', currency: 'EUR' };
  expect(held).toEqual([
    {
      ...{ ...key, costClass: 'EARNED', names: ['', 'a "b" {c}, \\d NULL', 'rg-web'] },
      ...{ net: ['-3', '12345678901234567890.000000001', '0.1'], netUsd: ['4', '1.10', null] },
      credit: [null, null, '0.2'],
    },
    { ...{ ...key, costClass: 'UNCLASSIFIED', names: ['NULL'], net: ['1'] }, netUsd: [null], credit: [null] },
  ]);
});

it('orders customers that were judged before by their credit and coverage', async () => {
  const judged = (tenant: string) =>
    `insert into customer_verdicts (tenant_id, period, verdict, judged_at) values ('${tenant}', '2026-10', 'earning', now())`;
  const row = (tenant: string, currency: string, costClass: string, amounts: string) =>
    `insert into monthly_costs (period, tenant_id, subscription_id, currency, cost_class, net, net_usd, credit)
      values ('2026-10', '${tenant}', 'subscription', '${currency}', '${costClass}', ${amounts})`;
  const { db } = await migratedFrom('0019_order_by_credit', [
    ...['dollars', 'largest', 'refunded', 'nothing'].map(judged),
    row('dollars', 'SEK', 'EARNED', '900, 90, 100'),
    row('dollars', 'EUR', 'EARNED', '85, 170, null'),
    row('dollars', 'EUR', 'UNCLASSIFIED', '300, null, 0'),
    row('largest', 'SEK', 'EARNED', '900, null, 100'),
    row('largest', 'EUR', 'EARNED', '85, 170, null'),
    row('refunded', 'EUR', 'EARNED', '-90, null, -10'),
  ]);
  const { tenantId, orderCredit: credit, orderCoverage: coverage } = schema.customerVerdicts;
  const held = await db
    .select({ tenantId, credit, coverage })
    .from(schema.customerVerdicts)
    .orderBy(tenantId);
  expect(held.map((one) => [one.tenantId, Number(one.credit), one.coverage])).toEqual([
    ['dollars', 40, '0.2500'],
    ['largest', 100, '1.0000'],
    ['nothing', 0, null],
    ['refunded', -10, null],
  ]);
});
