import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { openDatabase } from './client.ts';
import { openEmbedded, openInMemory } from './embedded.ts';
import { FolderInUseError } from './lock.ts';
import { announceServer, findServer } from './server-file.ts';

let made: string;
let folder: string;
let children: ChildProcess[];

/** Made once, as the first start makes it; each test begins with a copy. */
beforeAll(async () => {
  made = mkdtempSync(join(tmpdir(), 'pecboard-made-'));
  await (await openDatabase({ kind: 'embedded', dataDir: made })).close();
});
afterAll(() => rmSync(made, { recursive: true, force: true }));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pecboard-embedded-'));
  cpSync(made, folder, { recursive: true });
  children = [];
});

afterEach(async () => {
  for (const child of children) {
    if (child.exitCode === null && child.kill('SIGKILL')) await once(child, 'exit');
  }
  rmSync(folder, { recursive: true, force: true });
});

/** Another process that opens the folder, runs a statement, says so, and stays unless told to end. */
async function startHolder(statement: string, stay: boolean): Promise<ChildProcess> {
  const program = `
    const { openDatabase } = await import('#lib/db/client.ts');
    const { announceServer } = await import('#lib/db/server-file.ts');
    const dataDir = ${JSON.stringify(folder)};
    const { db } = await openDatabase({ kind: 'embedded', dataDir });
    announceServer(dataDir, { url: 'http://127.0.0.1:3999', key: 'k' });
    await db.execute(${JSON.stringify(statement)});
    console.log('done');
    ${stay ? 'setInterval(() => {}, 1000);' : ''}`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  if (child.stdout !== null) await once(child.stdout, 'data');
  return child;
}

const numbersHeld = async (): Promise<unknown> => {
  const { db, close } = await openDatabase({ kind: 'embedded', dataDir: folder });
  const { rows } = await db.execute(sql`select n from kept`);
  await close();
  return rows;
};

describe('the embedded database', { timeout: 60_000 }, () => {
  it('keeps its data when the process ends without closing it', async () => {
    const child = await startHolder('create table kept as select 7 as n', false);
    if (child.exitCode === null) await once(child, 'exit');
    expect(child.exitCode).toBe(0);
    expect(await numbersHeld()).toEqual([{ n: 7 }]);
  });

  it('opens after its holder was killed, with everything that was committed', async () => {
    const child = await startHolder('create table kept as select 8 as n', true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await numbersHeld()).toEqual([{ n: 8 }]);
  });

  it('refuses a folder that another process holds, naming the folder, the holder and the way out', async () => {
    const child = await startHolder('select 1', true);
    const refused = openDatabase({ kind: 'embedded', dataDir: folder });
    const error: unknown = await refused.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(FolderInUseError);
    for (const part of [folder, 'http://127.0.0.1:3999', String(child.pid), 'DATA_DIR', 'DATABASE_URL']) {
      expect(String(error)).toContain(part);
    }
  });

  it('stops when the lock is taken away, instead of writing beside another process', async () => {
    const lost = Promise.withResolvers<Error>();
    const { pool, close } = await openEmbedded(folder, lost.resolve);
    rmSync(join(folder, 'in-use.lock'), { recursive: true });
    expect(await lost.promise).toMatchObject({ code: 'ECOMPROMISED' });
    await expect(pool.query('select 1')).rejects.toThrow('the embedded database has stopped');
    await close();
  });

  it('lets the same process open the folder again once it is closed', async () => {
    const first = await openDatabase({ kind: 'embedded', dataDir: folder });
    await first.db.execute(sql`create table kept as select 9 as n`);
    await first.close();
    expect(await numbersHeld()).toEqual([{ n: 9 }]);
  });

  it('fails the question at hand and every later one when its thread dies', async () => {
    const { pool, close, crash } = await openInMemory(inject('testDatabases').embeddedDump);
    const asked = pool.query('select pg_sleep(30)');
    await crash();
    await expect(asked).rejects.toThrow('the embedded database has stopped');
    await expect(pool.query('select 1')).rejects.toThrow('the embedded database has stopped');
    await close();
  });

  it('lets go of what it has answered', async () => {
    const started: Worker[] = [];
    process.once('worker', (worker) => started.push(worker));
    const { pool, close } = await openInMemory(inject('testDatabases').embeddedDump);
    const heapMb = async (): Promise<number> =>
      ((await started[0]?.getHeapStatistics())?.used_heap_size ?? Number.NaN) / 1024 ** 2;
    const before = await heapMb();
    for (let index = 0; index < 150; index += 1) {
      const { rows } = await pool.query("select n, repeat('x', 50) from generate_series(1, 2000) n");
      expect(rows).toHaveLength(2000);
    }
    // Kept, they would be 70 MB.
    expect((await heapMb()) - before).toBeLessThan(35);
    await close();
  });

  it('starts a clean session after a connection broke within a transaction', async () => {
    const { pool, close } = await openInMemory(inject('testDatabases').embeddedDump);
    const client = await pool.connect();
    await client.query('create table kept (n int)');
    await client.query('begin');
    await client.query('insert into kept values (1)');
    client.release(new Error('broken'));
    expect((await pool.query('select * from kept')).rows).toEqual([]);
    await pool.query('insert into kept values (2)');
    expect((await pool.query('select * from kept')).rows).toEqual([{ n: 2 }]);
    await close();
  });
});

describe('the file that names the running server', () => {
  it('is found while its process lives', () => {
    announceServer(folder, { url: 'http://127.0.0.1:3000', key: 'k' });
    expect(findServer(folder)).toEqual({ pid: process.pid, url: 'http://127.0.0.1:3000', key: 'k' });
    expect(readFileSync(join(folder, 'server.json'), 'utf8')).toContain('"url"');
  });

  it('counts for nothing once its process is gone', async () => {
    const child = await startHolder('select 1', true);
    expect(findServer(folder)?.pid).toBe(child.pid);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(findServer(folder)).toBeNull();
  });
});
