import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isAlive } from './process-alive.ts';

const FILE = 'server.json';
const serverFile = z.object({ pid: z.number().int().positive(), url: z.url(), key: z.string() });

/** The running web server that holds the embedded database; commands hand it their work with `key` as token. */
export type RunningServer = z.infer<typeof serverFile>;

export function findServer(dataDir: string): RunningServer | null {
  try {
    const server = serverFile.parse(JSON.parse(readFileSync(join(dataDir, FILE), 'utf8')));
    return isAlive(server.pid) ? server : null;
  } catch {
    return null;
  }
}

/** Called by the holder of the folder's lock only. The file is removed when the process ends; only this account reads it. */
export function announceServer(dataDir: string, { url, key }: Omit<RunningServer, 'pid'>): void {
  const path = join(dataDir, FILE);
  const server: RunningServer = { pid: process.pid, url, key };
  // A file that is there keeps its mode, so it goes first.
  rmSync(path, { force: true });
  writeFileSync(path, `${JSON.stringify(server)}\n`, { mode: 0o600 });
  process.once('exit', () => {
    if (findServer(dataDir)?.pid === process.pid) rmSync(path, { force: true });
  });
}
