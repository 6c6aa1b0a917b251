import { BlobServiceClient } from '@azure/storage-blob';
import type { CostFiles } from '#lib/core/cost-files.ts';
import type { CostScope } from '#lib/core/cost-plan.ts';
import type { Period } from '#lib/core/periods.ts';
import { tellStepReason } from '#lib/core/step-reasons.ts';
import { answerOnce } from '../answer-once.ts';
import type { Caller } from '../caller.ts';
import { converse } from '../conversation.ts';
import { AzureFailure, type FailureKind } from '../failure.ts';
import { addressOfAccount } from '../storage/address.ts';
import { listBlobs } from '../storage/list.ts';
import { storagePipeline } from '../storage/pipeline.ts';
import { openCostClient } from './client.ts';
import { fetchRun, findNewestRun } from './export-runs.ts';
import { billingAccountScope, pathOfScope } from './scope-path.ts';
import { exportPage, type ExportPage } from './wire.ts';

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

/** A step asks for several of these lists before it can store anything: each is kept as it comes. */
async function listExports(caller: Caller, path: string): Promise<ExportPage> {
  const ask = async (): Promise<string> => {
    const { client, answer } = converse(caller, subject, openCostClient);
    return JSON.stringify((await answer(exportPage, () => client.exports.list(path))) ?? { value: [] });
  };
  return exportPage.parse(JSON.parse(await answerOnce(caller.resumed.answers, `exports ${path}`, ask)));
}

/** Active ones first. */
async function listDeliveries(caller: Caller, path: string): Promise<Exported[]> {
  const { value } = await listExports(caller, path);
  return value
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

/** Exports that we read by the API are of CSV. */
const isLines = (name: string): boolean => /\.csv(\.gz)?$/i.test(name);

/** Folders of a month begin with its first day, as in 20261101-20261130. */
const prefixOf = ({ folder }: Delivery, period: Period): string => `${folder}/${period.replace('-', '')}01`;

const lackOf = (kind: FailureKind, message: string): AzureFailure =>
  new AzureFailure({ kind, source: SOURCE, message });

type Wanted = { period: Period; folder: string };

/** null where the export has delivered nothing of the month. */
async function fetchDelivery(caller: Caller, delivery: Delivery, wanted: Wanted): Promise<CostFiles | null> {
  const address = addressOfAccount(caller.settings, delivery.account);
  if (address === null) throw lackOf('not-found', tellStepReason('no-exports', {}));
  const pipeline = storagePipeline(caller, new URL(address).origin, 'token');
  const container = {
    container: new BlobServiceClient(address, pipeline).getContainerClient(delivery.container),
    answers: caller.resumed.answers,
  };
  const stored = await listBlobs(container, prefixOf(delivery, wanted.period));
  const run = await findNewestRun(container, stored, isLines);
  if (run === null) return null;
  const paths = await fetchRun(container, run, wanted.folder);
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
 * it, delivers into storage. No such export: 'not-found'; none of its runs: 'not-delivered', which the next day may be.
 */
export async function readExportedCosts(
  caller: Caller,
  { scope, period }: { scope: CostScope; period: Period },
  folder: string,
): Promise<CostFiles> {
  const refusals: AzureFailure[] = [];
  let isOpen = false;
  for (const { path, billingProfileName } of sourcesOf(scope)) {
    const exported = await unlessRefused(refusals, () => listDeliveries(caller, path));
    for (const one of exported ?? []) {
      const delivery = { ...one, billingProfileName };
      const found = await unlessRefused(refusals, async () => ({
        files: await fetchDelivery(caller, delivery, { period, folder }),
      }));
      if (found?.files) return found.files;
      isOpen ||= found !== null;
    }
  }
  if (isOpen) throw lackOf('not-delivered', tellStepReason('no-export', { period }));
  throw refusals[0] ?? lackOf('not-found', tellStepReason('no-exports', {}));
}
