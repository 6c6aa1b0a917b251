import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { ConfigError, config } from '#lib/config.ts';
import { closeDatabase } from '#lib/db/client.ts';
import { findServer, type RunningServer } from '#lib/db/server-file.ts';
import { importCostFile, judgeDeps } from '#lib/sync/entry.ts';

/** `npm run import -- FILE...`: files of cost into the store. Exit: 0 all imported, 1 not all, 2 wrongly called. */
const say = (text: string): void => void process.stdout.write(`${text}\n`);

const shown = z.object({ kind: z.string(), period: z.string(), lines: z.number() });
type Shown = z.infer<typeof shown>;

const accepted = (name: string, { kind, period, lines }: Shown, isNew: boolean): string =>
  `${name}: ${isNew ? 'imported' : 'was imported before'}, ${kind} of ${period}, ${lines} lines.`;

async function importHere(path: string): Promise<boolean> {
  const name = basename(path);
  const { mtime } = await stat(path);
  const given = { path, name, by: 'command line', writtenAt: mtime.toISOString() };
  const imported = await importCostFile(await judgeDeps(), given);
  if (imported.kind === 'refused') say(`${name}: nothing was imported. ${imported.reason}`);
  else say(accepted(name, imported.import, imported.kind === 'imported'));
  return imported.kind !== 'refused';
}

/** Lets the running server that holds the data folder import the file. */
async function handOver({ url, key }: RunningServer, path: string): Promise<boolean> {
  const name = basename(path);
  const target = new URL('/api/v1/imports', url);
  target.searchParams.set('name', name.slice(-200));
  target.searchParams.set('written', (await stat(path)).mtime.toISOString());
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/octet-stream' };
  const response = await fetch(target, { method: 'POST', headers, body: await openAsBlob(path) });
  const body: unknown = await response.json();
  if (response.ok) say(accepted(name, shown.parse(body), response.status === 201));
  else say(`${name}: nothing was imported. ${z.object({ detail: z.string() }).parse(body).detail}`);
  return response.ok;
}

async function main(paths: readonly string[]): Promise<number> {
  if (paths.length === 0) {
    process.stderr.write('Name the files: npm run import -- FILE...\n');
    return 2;
  }
  try {
    const { database } = config();
    const server = database.kind === 'embedded' ? findServer(database.dataDir) : null;
    let failed = 0;
    for (const path of paths) {
      if (!(await (server === null ? importHere(path) : handOver(server, path)))) failed += 1;
    }
    return failed === 0 ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof ConfigError ? 2 : 1;
  } finally {
    await closeDatabase();
  }
}

process.exitCode = await main(process.argv.slice(2));
