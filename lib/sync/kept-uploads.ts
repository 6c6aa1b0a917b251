import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ImportOrder } from './run-import.ts';

const PREFIX = 'upload-';
const SUFFIX = '.order.json';

const keptSchema = z.object({
  id: z.string(),
  name: z.string(),
  by: z.string(),
  writtenAt: z.string().nullable(),
  bytes: z.number(),
  /** How often its import was begun: one that ends its server each time is given up. */
  begun: z.number(),
});
export type KeptUpload = { order: ImportOrder; begun: number };

export const incomingFolder = (dataDir: string): string => join(dataDir, 'costs', 'incoming');

/** Where a file is received; no other has the name. */
export const uploadPath = (dataDir: string, newId: string): string =>
  join(incomingFolder(dataDir), `${PREFIX}${newId}`);

export async function dropUpload(path: string): Promise<void> {
  await rm(`${path}${SUFFIX}`, { force: true });
  await rm(path, { recursive: true, force: true });
}

async function readKept(path: string): Promise<z.infer<typeof keptSchema> | null> {
  const text = await readFile(`${path}${SUFFIX}`, 'utf8').catch(() => '');
  try {
    return keptSchema.parse(JSON.parse(text));
  } catch {
    // None, or cut off where the process died: the file is then as good as not received.
    return null;
  }
}

/** Writes beside an upload what whoever starts next on this machine needs to import it. */
export async function keepUpload({ path, id, name, by, writtenAt, bytes }: ImportOrder): Promise<void> {
  const begun = ((await readKept(path))?.begun ?? 0) + 1;
  await writeFile(`${path}${SUFFIX}`, JSON.stringify({ id, name, by, writtenAt, bytes, begun }));
}

/** Uploads that lie here whole: those whose import goes on, and those that a process left. */
export async function listUploads(dataDir: string): Promise<KeptUpload[]> {
  const folder = incomingFolder(dataDir);
  const names = await readdir(folder).catch((): string[] => []);
  const uploads: KeptUpload[] = [];
  for (const name of names.filter((one) => one.endsWith(SUFFIX))) {
    const path = join(folder, name.slice(0, -SUFFIX.length));
    const kept = await readKept(path);
    if (kept === null) continue;
    const { begun, ...order } = kept;
    uploads.push({ begun, order: { ...order, path, way: 'upload', dispose: () => dropUpload(path) } });
  }
  return uploads;
}

/** Drops what was received in part: nobody receives here but whoever asks. */
export async function dropParts(dataDir: string): Promise<void> {
  const folder = incomingFolder(dataDir);
  const kept = new Set((await listUploads(dataDir)).map(({ order }) => order.path));
  for (const name of await readdir(folder).catch((): string[] => [])) {
    const path = join(folder, name.endsWith(SUFFIX) ? name.slice(0, -SUFFIX.length) : name);
    if (name.startsWith(PREFIX) && !kept.has(path)) await dropUpload(path);
  }
}
