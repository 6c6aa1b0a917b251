import { ContainerClient } from '@azure/storage-blob';
import { posix } from 'node:path';
import type { Instant } from '#lib/core/periods.ts';
import type { Caller } from '../caller.ts';
import { requireStorageUrl } from '../storage/address.ts';
import { listBlobs, type KeptContainer, type StoredBlob } from '../storage/list.ts';
import { storagePipeline } from '../storage/pipeline.ts';
import { fetchRun, findNewestRun, type ExportRun } from './export-runs.ts';

/** The newest whole run of one month of one export. */
export type ContainerRun = {
  /** Of the export and the month: its runs replace each other. */
  folder: string;
  /** Tells this run from all others of the folder. */
  name: string;
  writtenAt: Instant;
  bytes: number;
  fetch: (target: string) => Promise<string[]>;
};

export type Watched = { url: string; prefix: string };

const MONTH = /^(.*?(?:^|\/)\d{8}-\d{8})\//;
const isLines = (name: string): boolean => /\.(csv|parquet)(\.gz)?$/i.test(name);

/** Exports write each month into a folder named by its first and last day, as in 20261101-20261130. */
const folderOf = ({ name }: StoredBlob): string => MONTH.exec(name)?.[1] ?? '';

/** Each month of each export in the container, by its newest whole run. */
export async function listContainerRuns(caller: Caller, { url, prefix }: Watched): Promise<ContainerRun[]> {
  const address = requireStorageUrl(caller.settings, url);
  const container = {
    container: new ContainerClient(address, storagePipeline(caller, new URL(address).origin, 'token')),
    answers: caller.resumed.answers,
  };
  const stored = await listBlobs(container, prefix === '' ? '' : `${prefix}/`);
  const found: ContainerRun[] = [];
  for (const [folder, blobs] of Map.groupBy(stored, folderOf)) {
    const run = folder === '' ? null : await findNewestRun(container, blobs, isLines);
    // A run without cost has a manifest and no part: there is nothing to take, and nothing that it takes away.
    if (run !== null && run.names.length > 0) found.push(shownRun(container, { folder, run, blobs }));
  }
  return found;
}

type Found = { folder: string; run: ExportRun; blobs: readonly StoredBlob[] };

function shownRun(container: KeptContainer, { folder, run, blobs }: Found): ContainerRun {
  const [first = folder] = run.names;
  const own = posix.dirname(first);
  return {
    folder,
    name: own === folder ? first : own,
    writtenAt: new Date(run.writtenMs).toISOString(),
    bytes: blobs.filter(({ name }) => run.names.includes(name)).reduce((sum, { bytes }) => sum + bytes, 0),
    fetch: (target) => fetchRun(container, run, target),
  };
}
