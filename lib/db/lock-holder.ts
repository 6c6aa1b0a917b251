import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { readFile, rename, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { isAlive } from './process-alive.ts';

const FILE = 'in-use.json';
const holderFile = z.object({
  pid: z.number().int().positive(),
  place: z.string(),
  /** When the lock was made: another one in its place is another holder's. */
  bornNs: z.string(),
});

/** Within it an id names one process: a boot of Linux, and a namespace of it; null elsewhere. */
function placeOfProcesses(): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return null;
  }
}

const bornNsOf = async (path: string): Promise<string> =>
  String((await stat(path, { bigint: true })).birthtimeNs);

/** Called by whoever has just taken the lock. */
export async function noteHolder(lockPath: string): Promise<void> {
  const place = placeOfProcesses();
  if (place === null) return;
  try {
    const holder = { pid: process.pid, place, bornNs: await bornNsOf(lockPath) };
    await writeFile(join(dirname(lockPath), FILE), `${JSON.stringify(holder)}\n`);
  } catch {
    // The lock holds without it.
  }
}

/** Takes away a lock whose holder has surely died, so that nobody need wait until it counts for nothing. */
export async function freeOfDead(lockPath: string): Promise<void> {
  try {
    const text = await readFile(join(dirname(lockPath), FILE), 'utf8');
    const { pid, place, bornNs } = holderFile.parse(JSON.parse(text));
    if (place !== placeOfProcesses() || isAlive(pid) || (await bornNsOf(lockPath)) !== bornNs) return;
    const aside = `${lockPath}.${randomUUID()}`;
    await rename(lockPath, aside);
    // Somebody else was as quick, and this is his.
    if ((await bornNsOf(aside)) === bornNs) await rmdir(aside);
    else await rename(aside, lockPath);
  } catch {
    // Nothing tells whose it is; its age will.
  }
}
