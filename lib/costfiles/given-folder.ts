import { stat } from 'node:fs/promises';
import { packFiles } from './archive.ts';
import { listFolder } from './export-folder.ts';

/** When what is given was written; of a folder the newest file in it. */
export async function writtenAtOf(path: string): Promise<string> {
  const own = await stat(path);
  if (!own.isDirectory()) return own.mtime.toISOString();
  const files = await listFolder(path);
  const times = await Promise.all(files.map(async (file) => (await stat(file.path)).mtimeMs));
  return new Date(Math.max(0, ...times)).toISOString();
}

/** Packs a folder into one file, the same for the same content. */
export const packFolder = async (folder: string, target: string): Promise<void> =>
  packFiles(await listFolder(folder), target);
