import { BlobServiceClient, type ContainerClient } from '@azure/storage-blob';
import { mkdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { CostFiles } from '#lib/core/cost-files.ts';
import type { CostScope } from '#lib/core/cost-plan.ts';
import type { Period } from '#lib/core/periods.ts';
import type { Caller } from '../caller.ts';
import { converse } from '../conversation.ts';
import { AzureFailure, parseLeniently, type FailureKind } from '../failure.ts';
import { addressOfAccount } from '../storage/address.ts';
import { downloadBlob, readBlobText } from '../storage/download.ts';
import { listBlobs, type StoredBlob } from '../storage/list.ts';
import { storagePipeline } from '../storage/pipeline.ts';
import { parseWire } from '../wire.ts';
import { billingAccountScope, openCostClient, pathOfScope } from './client.ts';
import { exportManifest, exportPage, type ExportPage } from './wire.ts';

const SOURCE = 'cost-export';
const subject = { source: SOURCE, audience: 'resource-manager' } as const;

/** An export that delivers the lines we read, and where. */
type Delivery = {
  name: string;
  account: string;
  container: string;
  folder: string;
  active: boolean;
  /** Set for an export of the whole billing account. */
  billingProfileName: string | null;
};

const accountOf = (resourceId: string): string | null =>
  /\/storageAccounts\/([^/]+)$/i.exec(resourceId)?.[1]?.toLowerCase() ?? null;

type Exported = Omit<Delivery, 'billingProfileName'>;

function deliveryOf({ name, properties }: ExportPage['value'][number]): Exported | null {
  const { format, definition, deliveryInfo, schedule } = properties;
  const { resourceId, container, rootFolderPath } = deliveryInfo.destination;
  const account = accountOf(resourceId ?? '');
  const readable = format === null || /^csv$/i.test(format);
  if (account === null || !readable || definition.type.toLowerCase() !== 'actualcost') return null;
  const root = (rootFolderPath ?? '').replace(/^\/+|\/+$/g, '');
  const folder = root === '' ? name : `${root}/${name}`;
  return { name, account, container, folder, active: schedule?.status?.toLowerCase() === 'active' };
}

/** Active ones first. */
async function listDeliveries(caller: Caller, path: string): Promise<Exported[]> {
  const { client, answer } = converse(caller, subject, openCostClient);
  const page = await answer(exportPage, () => client.exports.list(path));
  return (page?.value ?? [])
    .flatMap((one) => deliveryOf(one) ?? [])
    .sort((left, right) => Number(right.active) - Number(left.active));
}

type Source = { path: string; billingProfileName: string | null };

/** Exports of the whole billing account hold the lines of a profile as well. */
const sourcesOf = (scope: CostScope): Source[] => [
  { path: pathOfScope(scope), billingProfileName: null },
  ...(scope.kind === 'profile'
    ? [
        {
          path: billingAccountScope(scope.billingAccountName),
          billingProfileName: scope.billingProfileName,
        },
      ]
    : []),
];

type Run = { names: string[]; writtenMs: number };

const newestFirst = <One extends { writtenMs: number }>(ones: readonly One[]): One[] =>
  ones.toSorted((left, right) => right.writtenMs - left.writtenMs);

/** The partitions a manifest promises; null while one is missing or has another size: then the run is not whole. */
async function readManifest(
  container: ContainerClient,
  manifest: StoredBlob,
  stored: readonly StoredBlob[],
): Promise<Run | null> {
  const text = await readBlobText(container.getBlobClient(manifest.name));
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
const isLines = ({ name }: StoredBlob): boolean => /\.csv(\.gz)?$/i.test(name);

/** The newest whole run of a month. An export without partitions has no manifest: its newest file is the run. */
async function readNewestRun(container: ContainerClient, prefix: string): Promise<Run | null> {
  const stored = await listBlobs(container, prefix);
  const manifests = stored.filter(isManifest);
  if (manifests.length === 0) {
    const [newest] = newestFirst(stored.filter(isLines));
    return newest === undefined ? null : { names: [newest.name], writtenMs: newest.writtenMs };
  }
  const runs: Run[] = [];
  for (const manifest of manifests) {
    const run = await readManifest(container, manifest, stored);
    if (run !== null) runs.push(run);
  }
  return newestFirst(runs)[0] ?? null;
}

/** Folders of a month begin with its first day, as in 20261101-20261130. */
const prefixOf = ({ folder }: Delivery, period: Period): string => `${folder}/${period.replace('-', '')}01`;

type Wanted = { period: Period; folder: string };

/** null where the export has delivered nothing of the month. */
async function fetchRun(caller: Caller, delivery: Delivery, wanted: Wanted): Promise<CostFiles | null> {
  const address = addressOfAccount(caller.settings, delivery.account);
  if (address === null) return null;
  const pipeline = storagePipeline(caller, new URL(address).origin, 'token');
  const container = new BlobServiceClient(address, pipeline).getContainerClient(delivery.container);
  const run = await readNewestRun(container, prefixOf(delivery, wanted.period));
  if (run === null) return null;
  await mkdir(wanted.folder, { recursive: true });
  const paths: string[] = [];
  for (const [index, name] of run.names.entries()) {
    paths.push(await downloadBlob(container.getBlobClient(name), join(wanted.folder, `part-${index}`)));
  }
  const { billingProfileName } = delivery;
  return { paths, writtenAt: new Date(run.writtenMs).toISOString(), billingProfileName };
}

const REFUSALS = new Set<FailureKind>(['forbidden', 'not-found', 'unauthorized', 'rejected']);

/** null where access is refused: another export may help, and the first refusal speaks if none does. */
async function unlessRefused<Value>(
  refusals: AzureFailure[],
  work: () => Promise<Value>,
): Promise<Value | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AzureFailure) || !REFUSALS.has(error.kind)) throw error;
    refusals.push(error);
    return null;
  }
}

/**
 * The way 'export': fetches the newest whole run of a month of an export that this scope, or the billing account above
 * it, delivers into storage. No such export, or none of its runs: 'not-found'.
 */
export async function readExportedCosts(
  caller: Caller,
  { scope, period }: { scope: CostScope; period: Period },
  folder: string,
): Promise<CostFiles> {
  const refusals: AzureFailure[] = [];
  for (const { path, billingProfileName } of sourcesOf(scope)) {
    const exported = await unlessRefused(refusals, () => listDeliveries(caller, path));
    for (const one of exported ?? []) {
      const delivery = { ...one, billingProfileName };
      const files = await unlessRefused(refusals, () => fetchRun(caller, delivery, { period, folder }));
      if (files !== null) return files;
    }
  }
  const [refusal] = refusals;
  const message = `no export of actual cost has delivered ${period}`;
  throw refusal ?? new AzureFailure({ kind: 'not-found', source: SOURCE, message });
}
