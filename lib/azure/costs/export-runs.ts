import { mkdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { answerOnce } from '../answer-once.ts';
import { parseLeniently } from '../failure.ts';
import { downloadBlob, readBlobText } from '../storage/download.ts';
import type { KeptContainer, StoredBlob } from '../storage/list.ts';
import { parseWire } from '../wire.ts';
import { exportManifest } from './wire.ts';

const SOURCE = 'cost-export';

/** One time that an export was written. */
export type ExportRun = { names: string[]; writtenMs: number };

const newestFirst = <One extends { writtenMs: number }>(ones: readonly One[]): One[] =>
  ones.toSorted((left, right) => right.writtenMs - left.writtenMs);

/** The partitions a manifest promises; null while one is missing or has another size: then the run is not whole. */
async function readManifest(
  { container, answers }: KeptContainer,
  manifest: StoredBlob,
  stored: readonly StoredBlob[],
): Promise<ExportRun | null> {
  const blob = container.getBlobClient(manifest.name);
  const text = await answerOnce(answers, `manifest ${blob.url}`, () => readBlobText(blob));
  const { blobs, runInfo } = parseWire(SOURCE, exportManifest, parseLeniently(text));
  const folder = posix.dirname(manifest.name);
  const names: string[] = [];
  for (const { blobName, byteCount } of blobs) {
    const beside = `${folder}/${posix.basename(blobName)}`;
    const found = stored.find(({ name }) => name === blobName || name === beside);
    if (found === undefined || (byteCount !== null && found.bytes !== byteCount)) return null;
    names.push(found.name);
  }
  const submittedAt = runInfo?.submittedTime ?? null;
  return { names, writtenMs: submittedAt === null ? manifest.writtenMs : Date.parse(submittedAt) };
}

const isManifest = ({ name }: StoredBlob): boolean => posix.basename(name).toLowerCase() === 'manifest.json';

/** The newest whole run among the blobs. An export without partitions has no manifest: its newest file is the run. */
export async function findNewestRun(
  container: KeptContainer,
  stored: readonly StoredBlob[],
  isLines: (name: string) => boolean,
): Promise<ExportRun | null> {
  const manifests = stored.filter(isManifest);
  if (manifests.length === 0) {
    const [newest] = newestFirst(stored.filter(({ name }) => isLines(name)));
    return newest === undefined ? null : { names: [newest.name], writtenMs: newest.writtenMs };
  }
  const runs: ExportRun[] = [];
  for (const manifest of manifests) {
    const run = await readManifest(container, manifest, stored);
    if (run !== null) runs.push(run);
  }
  return newestFirst(runs)[0] ?? null;
}

/** Brings the parts of a run into a folder. */
export async function fetchRun(
  { container, answers }: KeptContainer,
  run: ExportRun,
  folder: string,
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (const [index, name] of run.names.entries()) {
    paths.push(await downloadBlob(container.getBlobClient(name), join(folder, `part-${index}`), answers));
  }
  return paths;
}
