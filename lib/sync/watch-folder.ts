import { mkdir, readdir, rename, stat } from 'node:fs/promises';
import { join, parse } from 'node:path';
import type { EndedState } from '#lib/core/import-job.ts';
import type { JudgeDeps } from './deps.ts';
import { digestOf } from './read-given.ts';
import { recordOwnWork } from './own-audit.ts';
import { launchImport } from './run-import.ts';

/** How files looked the last time: one that is still being written looks otherwise each time. */
export type SeenFiles = Map<string, string>;

const UNFINISHED = /^\.|\.(part|partial|tmp|crdownload|download)$/i;
const IMPORTED = 'imported';
const REFUSED = 'refused';
const WATCHED = 'watched folder';

/** Imports what was put into the folder and has come to rest, and moves it away by what came of it. */
export async function lookIntoFolder(deps: JudgeDeps, folder: string, seen: SeenFiles): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && !UNFINISHED.test(entry.name))
    .map(({ name }) => name);
  for (const gone of [...seen.keys()].filter((name) => !names.includes(name))) seen.delete(gone);
  for (const name of names.sort()) {
    const { size, mtimeMs } = await stat(join(folder, name));
    const looks = `${size} ${mtimeMs}`;
    if (seen.get(name) === looks) {
      await take(deps, folder, name);
      seen.delete(name);
    } else seen.set(name, looks);
  }
}

async function take(deps: JudgeDeps, folder: string, name: string): Promise<void> {
  const path = join(folder, name);
  const { size: bytes, mtime } = await stat(path);
  const order = {
    ...{ path, name, bytes, by: WATCHED, writtenAt: mtime.toISOString(), way: 'folder' as const },
    id: await digestOf(path),
    dispose: () => Promise.resolve(),
  };
  const state = await (await launchImport(deps, order))?.ended;
  if (state !== undefined && state !== 'interrupted') {
    const outcome = state === 'done' ? 'done' : 'failed';
    const detail = { import: order.id, bytes };
    await recordOwnWork(deps, { by: WATCHED, action: 'import', outcome, target: name, detail });
  }
  const target = targetOf(state);
  if (target !== null) await moveInto(join(/* turbopackIgnore: true */ folder, target), path, deps.now());
}

/** null: it stays where it is, and is taken up again. */
function targetOf(state: EndedState | undefined): string | null {
  if (state === undefined || state === 'interrupted' || state === 'failed') return null;
  return state === 'done' ? IMPORTED : REFUSED;
}

async function moveInto(folder: string, path: string, nowMs: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { name, ext, base } = parse(path);
  const isTaken = await stat(join(folder, base)).then(
    () => true,
    () => false,
  );
  await rename(path, join(folder, isTaken ? `${name}-${nowMs}${ext}` : base));
}
