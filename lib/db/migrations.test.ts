import { readFileSync } from 'node:fs';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { expect, it } from 'vitest';
import { roomFile } from './room-file.ts';
import * as schema from './schema.ts';

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
