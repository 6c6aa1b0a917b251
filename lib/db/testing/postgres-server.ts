import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPostgres } from './postgres-binaries.ts';

type Account = { uid: number; gid: number } | Record<string, never>;

export type PostgresServer = { url: (database: string) => string; stop: () => Promise<void> };

const NOBODY = { uid: 65_534, gid: 65_534 };

/** PostgreSQL refuses to run as root, so root hands it to another account. */
function accountOf(): Account {
  if (process.getuid?.() !== 0) return {};
  try {
    const idOf = (flag: string) =>
      Number(execFileSync('id', [flag, 'postgres'], { stdio: 'pipe' }).toString());
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch {
    return NOBODY;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  await new Promise((closed) => probe.close(closed));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

function initialise(bin: string, data: string, account: Account): void {
  const flags = ['--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
  const made = spawnSync(join(bin, 'initdb'), [...flags, `--pgdata=${data}`], {
    ...account,
    cwd: data,
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || String(made.error)}`);
}

function start(bin: string, data: string, port: number, account: Account): ChildProcess {
  // Tests may lose their data, so nothing waits for the disk.
  const settings = [
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'unix_socket_directories=',
  ];
  settings.push('listen_addresses=127.0.0.1', 'max_connections=200', 'lc_messages=C');
  const flags = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  return spawn(join(bin, 'postgres'), flags, { ...account, cwd: data, stdio: ['ignore', 'ignore', 'pipe'] });
}

function whenReady(server: ChildProcess): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let said = '';
  server.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000);
    if (said.includes('ready to accept connections')) resolve();
  });
  server.once('error', reject);
  server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
  return promise;
}

/** A server on a free port of this machine; thrown away with all it holds, unless it has a folder to keep it in. */
export async function startPostgres(kept: string | null = null): Promise<PostgresServer> {
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'pecboard-postgres-'));
  const data = join(folder, 'data');
  const account = accountOf();
  const bin = findPostgres(folder);
  if (!existsSync(data)) {
    mkdirSync(data, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o755);
    if (account.uid !== undefined) chownSync(data, account.uid, account.gid);
    initialise(bin, data, account);
  }
  const port = await freePort();
  const server = start(bin, data, port, account);
  const kill = () => void server.kill('SIGQUIT');
  process.once('exit', kill);
  await whenReady(server);
  return {
    url: (database) => `postgres://postgres@127.0.0.1:${port}/${database}`,
    stop: async () => {
      process.off('exit', kill);
      if (server.exitCode === null && server.kill('SIGINT')) await once(server, 'exit');
      if (kept === null) rmSync(folder, { recursive: true, force: true });
    },
  };
}
