import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const FILE = 'server.json';
const serverFile = z.object({ pid: z.number().int().positive(), url: z.url() });

/** The running web server that holds the embedded database, so that commands can hand it their work. */
export type RunningServer = z.infer<typeof serverFile>;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

export function findServer(dataDir: string): RunningServer | null {
  try {
    const server = serverFile.parse(JSON.parse(readFileSync(join(dataDir, FILE), 'utf8')));
    return isAlive(server.pid) ? server : null;
  } catch {
    return null;
  }
}

/** Called by the holder of the folder's lock only. The file is removed when the process ends. */
export function announceServer(dataDir: string, url: string): void {
  const path = join(dataDir, FILE);
  writeFileSync(path, `${JSON.stringify({ pid: process.pid, url } satisfies RunningServer)}\n`);
  process.once('exit', () => {
    if (findServer(dataDir)?.pid === process.pid) rmSync(path, { force: true });
  });
}
