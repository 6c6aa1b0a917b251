import { createHash, type Hash } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { listFolder } from '#lib/costfiles/export-folder.ts';
import { importFolder, openImport, type ImportReader, type ImportWatch } from '#lib/costfiles/imported.ts';
import type { Instant } from '#lib/core/periods.ts';
import { findImport, type Import } from '#lib/db/imports.ts';
import type { JudgeDeps } from './deps.ts';

/**
 * `writtenAt`: when the file was written, as far as whoever gives it knows. `id`: the digest of its content, where it
 * was taken on the way.
 */
export type GivenFile = {
  id: string | null;
  path: string;
  name: string;
  by: string;
  writtenAt: Instant | null;
};

/** What is done with a file at the moment, beside how much of it was read. */
export type ImportStage = 'reading' | 'storing' | 'judging';
export type StagedWatch = ImportWatch & { began: (stage: ImportStage) => void };
const CHUNK_BYTES = 1_048_576;

/** Into one buffer again and again: a stream's many are a third more work. */
async function addTo(hash: Hash, path: string): Promise<void> {
  const file = await open(path);
  try {
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES, null);
      if (bytesRead === 0) return;
      hash.update(buffer.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
}

/** Of a folder: of the names and the content of all files in it. */
export async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  if (!(await stat(path)).isDirectory()) await addTo(hash, path);
  else {
    for (const file of await listFolder(path)) {
      hash.update(`${file.name}\0${(await stat(file.path)).size}\0`);
      await addTo(hash, file.path);
    }
  }
  return hash.digest('hex');
}

type Read = { known: Import } | { id: string; reader: ImportReader };

/** Reads a file that was given, unless it is known. Where no digest was taken on the way, it is taken meanwhile. */
export async function readGiven(deps: JudgeDeps, { id, path }: GivenFile, watch: StagedWatch): Promise<Read> {
  const known = id === null ? null : await findImport(deps.db, id);
  if (known !== null) return { known };
  watch.began('reading');
  if (id === null) return readAndDigest(deps, path, watch);
  return { id, reader: await openImport(path, importFolder(deps.dataDir, id), watch) };
}

async function readAndDigest({ db, dataDir }: JudgeDeps, path: string, watch: ImportWatch): Promise<Read> {
  const folder = importFolder(dataDir, `reading-${createHash('sha256').update(path).digest('hex')}`);
  const isKnown = new AbortController();
  const signal = AbortSignal.any([watch.signal, isKnown.signal]);
  const digesting = digestOf(path).then(async (id) => {
    const known = await findImport(db, id);
    if (known !== null) isKnown.abort();
    return { id, known };
  });
  const [digested, read] = await Promise.allSettled([
    digesting,
    openImport(path, folder, { ...watch, signal }),
  ]);
  const isNew = digested.status === 'fulfilled' && digested.value.known === null;
  if (!isNew) {
    if (read.status === 'fulfilled') await read.value.close();
    await rm(folder, { recursive: true, force: true });
  }
  if (digested.status === 'rejected') throw digested.reason;
  const { id, known } = digested.value;
  if (known !== null) return { known };
  if (read.status === 'rejected') throw read.reason;
  const kept = importFolder(dataDir, id);
  await rm(kept, { recursive: true, force: true });
  await rename(folder, kept);
  return { id, reader: read.value };
}
