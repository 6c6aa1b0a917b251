import { openAsBlob } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { ConfigError, config } from '#lib/config.ts';
import { isEnded } from '#lib/core/import-job.ts';
import { closeDatabase } from '#lib/db/client.ts';
import { findServer, type RunningServer } from '#lib/db/server-file.ts';
import { costImport, importStarted, type CostImport } from '#lib/queries/schemas/imports.ts';
import { importCostFile, judgeDeps, packFolder, recordOwnWork, writtenAtOf } from '#lib/sync/entry.ts';

/** `npm run import -- FILE...`: files of cost, or folders of exports, into the store. Exit: 0 all imported, 1 not all, 2 wrongly called. */
const say = (text: string): void => void process.stdout.write(`${text}\n`);

type Shown = Pick<CostImport, 'kind' | 'periods' | 'rows' | 'rejected'>;

const accepted = (name: string, { kind, periods, rows, rejected }: Shown, isNew: boolean): string => {
  const left = (rejected ?? 0) === 0 ? '' : `, and ${rejected} left out`;
  return `${name}: ${isNew ? 'imported' : 'was imported before'}, ${kind} of ${periods.join(', ')}, ${rows} ${rows === 1 ? 'line' : 'lines'}${left}.`;
};

async function importHere(path: string): Promise<boolean> {
  const name = basename(path);
  const by = 'command line';
  const deps = await judgeDeps();
  const imported = await importCostFile(deps, {
    id: null,
    path,
    name,
    by,
    writtenAt: await writtenAtOf(path),
  });
  const outcome = imported.kind === 'refused' ? 'failed' : 'done';
  await recordOwnWork(deps, {
    by,
    action: 'import',
    outcome,
    target: name,
    detail: { result: imported.kind },
  });
  if (imported.kind === 'refused') say(`${name}: nothing was imported. ${imported.reason}`);
  else {
    const { kind, lines: rows, rejected } = imported.import;
    say(
      accepted(
        name,
        { kind: costImport.shape.kind.parse(kind), periods: [...imported.import.periods], rows, rejected },
        imported.kind === 'imported',
      ),
    );
  }
  return imported.kind !== 'refused';
}

/** Lets the running server that holds the data folder import what is given, and waits until it has. */
async function handOver(server: RunningServer, path: string): Promise<boolean> {
  if (!(await stat(path)).isDirectory()) return send(server, path, path);
  const folder = await mkdtemp(join(tmpdir(), 'import-'));
  try {
    const packed = join(folder, 'folder.zip');
    await packFolder(path, packed);
    return await send(server, path, packed);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function send(server: RunningServer, path: string, file: string): Promise<boolean> {
  const name = basename(path);
  const target = new URL('/api/v1/imports', server.url);
  target.searchParams.set('name', name.slice(-200));
  target.searchParams.set('written', await writtenAtOf(path));
  const headers = { ...keyOf(server), 'content-type': 'application/octet-stream' };
  const response = await fetch(target, { method: 'POST', headers, body: await openAsBlob(file) });
  const body: unknown = await response.json();
  if (!response.ok) {
    say(`${name}: nothing was imported. ${z.object({ detail: z.string() }).parse(body).detail}`);
    return false;
  }
  const { id, known } = importStarted.parse(body);
  const item = await whenEnded(server, id);
  if (item.state === 'done') say(accepted(name, item, !known));
  else say(`${name}: nothing was imported. ${item.reason ?? item.state}`);
  return item.state === 'done';
}

const keyOf = ({ key }: RunningServer) => ({ authorization: `Bearer ${key}` });

const LOOK_EVERY_MS = 300;

async function whenEnded(server: RunningServer, id: string): Promise<CostImport> {
  for (;;) {
    const response = await fetch(new URL(`/api/v1/imports/${id}`, server.url), { headers: keyOf(server) });
    const item = costImport.parse(await response.json());
    if (isEnded(item.state)) return item;
    await setTimeout(LOOK_EVERY_MS);
  }
}

async function main(paths: readonly string[]): Promise<number> {
  if (paths.length === 0) {
    process.stderr.write('Name the files or folders: npm run import -- FILE...\n');
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
