import { EXPORT_PLACE, type Blob } from './blobs.ts';
import type { CostFiles, CsvPart } from './cost-files.ts';
import { allPayers, profilePayers, type Payer } from './cost-scopes.ts';
import type { Simulation } from './simulation.ts';
import { isClosedProfile } from './worlds/billing.ts';
import { costDays } from './worlds/costs.ts';
import { guidOf } from './worlds/seeded.ts';
import type { BillingProfile, World } from './worlds/types.ts';
import { writeCosts } from './write-costs.ts';

/** A daily export of the month so far, as a partner sets it up for each billing profile or once for the account. */
export type CostExport = {
  name: string;
  scopePath: string;
  /** null: directly in the container. */
  rootFolder: string | null;
};

export type ExportRun = {
  id: string;
  /** First and last day of the month. */
  from: string;
  to: string;
  startedMs: number;
  /** null: it is still being written, and has no manifest. */
  endedMs: number | null;
  folder: string;
};

const DAY_MS = 86_400_000;
/** Runs begin at midnight and take five minutes. */
const RUN_MS = 5 * 60_000;
/** A closed month is written for the last time on the fifth day of the next. */
const LAST_RUN_DAY = 5;

/** `of` null: the account, all of whose profiles are in it. */
function exportOf(scopePath: string, of: Pick<BillingProfile, 'currency'> | null): CostExport {
  const name = `costs-${of?.currency.toLowerCase() ?? 'all'}-daily`;
  // Azure tells a root folder of nothing as null.
  return { name, scopePath, rootFolder: of?.currency === 'EUR' ? null : 'partner' };
}

type ExportSource = { held: CostExport; payers: readonly Payer[] };

/** Every export that the partner has set up: those of profiles, and that of the account where it is asked for. */
export function exportsOf(simulation: Simulation): ExportSource[] {
  const { world, costs } = simulation;
  const { billingAccountName, billingProfiles } = world.partner;
  const account = `providers/Microsoft.Billing/billingAccounts/${billingAccountName}`;
  const ofProfiles = billingProfiles
    .filter(({ name }) => !isClosedProfile(name) && costs.ways.permits('export', name))
    .map((profile) => ({
      held: exportOf(`${account}/billingProfiles/${profile.name}`, profile),
      payers: profilePayers(profile, simulation),
    }));
  if (!costs.ways.names('export', billingAccountName)) return ofProfiles;
  return [...ofProfiles, { held: exportOf(account, null), payers: allPayers(simulation) }];
}

/** Of each month the newest run, and of the open one the run before it too; newest first. */
export function runsOf(held: CostExport, nowMs: number): ExportRun[] {
  const { first } = costDays(nowMs);
  const runs: ExportRun[] = [];
  for (let month = monthOf(nowMs, 0), back = 0; month.from >= first; month = monthOf(nowMs, ++back)) {
    runs.push(...runsOfMonth(held, month, nowMs));
  }
  return runs;
}

type Month = { from: string; to: string; startMs: number; endMs: number };

function monthOf(nowMs: number, back: number): Month {
  const now = new Date(nowMs);
  const startMs = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1);
  const endMs = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back + 1, 1);
  const text = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
  return { from: text(startMs), to: text(endMs - DAY_MS), startMs, endMs };
}

function runsOfMonth(held: CostExport, month: Month, nowMs: number): ExportRun[] {
  const lastStart = month.endMs + (LAST_RUN_DAY - 1) * DAY_MS;
  const today = Math.floor(nowMs / DAY_MS) * DAY_MS;
  const newest = Math.min(lastStart, today);
  const starts = nowMs < month.endMs ? [newest, newest - DAY_MS] : [newest];
  // A month's first run is on its second day: before, there is nothing of it.
  return starts
    .filter((startedMs) => startedMs >= month.startMs + DAY_MS)
    .map((startedMs) => runAt(held, month, startedMs, nowMs));
}

function runAt(held: CostExport, { from, to }: Month, startedMs: number, nowMs: number): ExportRun {
  const id = guidOf('export run', held.scopePath, held.name, startedMs, from);
  const period = `${from.replaceAll('-', '')}-${to.replaceAll('-', '')}`;
  const root = held.rootFolder === null ? '' : `${held.rootFolder}/`;
  const endedMs = startedMs + RUN_MS <= nowMs ? startedMs + RUN_MS : null;
  return { id, from, to, startedMs, endedMs, folder: `${root}${held.name}/${period}/${id}` };
}

type ExportDeps = { files: CostFiles; world: World };

/** What a run has written: parts, and last of all the manifest that names them. */
export async function blobsOfRun(
  { held, payers }: ExportSource,
  run: ExportRun,
  { files, world }: ExportDeps,
): Promise<Blob[]> {
  const written = await writeCosts(files, {
    scopePath: held.scopePath,
    payers,
    request: run,
    world,
    now: run.startedMs,
    mostRows: Number.POSITIVE_INFINITY,
    spelling: 'export',
  });
  if (written.kind === 'too-large') throw new Error('exports have no limit');
  const lastModifiedMs = run.endedMs ?? run.startedMs;
  const parts = written.parts.map(({ file, bytes }, index): Blob => {
    const path = `${run.folder}/part_${index}_0001.csv`;
    return { path, contentType: 'text/csv', lastModifiedMs, file, bytes };
  });
  if (run.endedMs === null) return parts;
  const text = JSON.stringify(manifestOf(held, run, written), null, 2);
  const path = `${run.folder}/manifest.json`;
  return [...parts, { path, contentType: 'application/json', lastModifiedMs, text }];
}

type Parts = { rows: number; parts: readonly CsvPart[] };

const manifestOf = (held: CostExport, run: ExportRun, { rows, parts }: Parts) => ({
  manifestVersion: '2024-04-01',
  byteCount: parts.reduce((sum, { bytes }) => sum + bytes, 0),
  blobCount: parts.length,
  dataRowCount: rows,
  exportConfig: {
    exportName: held.name,
    resourceId: `/${held.scopePath}/providers/Microsoft.CostManagement/exports/${held.name}`,
    dataVersion: '2023-12-01-preview',
    apiVersion: '2023-11-01',
    type: 'ActualCost',
    timeFrame: 'MonthToDate',
    granularity: 'Daily',
  },
  deliveryConfig: {
    partitionData: true,
    dataOverwriteBehavior: 'CreateNewReport',
    fileFormat: 'Csv',
    compressionMode: 'None',
    containerUri: storageAccountId,
    rootFolderPath: held.rootFolder,
  },
  runInfo: {
    executionType: 'Scheduled',
    submittedTime: new Date(run.startedMs).toISOString(),
    runId: run.id,
    startDate: `${run.from}T00:00:00`,
    endDate: `${run.to}T00:00:00`,
  },
  blobs: parts.map(({ bytes, rows: dataRowCount }, index) => ({
    blobName: `${run.folder}/part_${index}_0001.csv`,
    byteCount: bytes,
    dataRowCount,
  })),
});

/** In a subscription of the partner's own: neither a customer's nor a shared one. */
export const storageAccountId = `/subscriptions/${guidOf('storage subscription')}/resourceGroups/rg-cost-exports/providers/Microsoft.Storage/storageAccounts/${EXPORT_PLACE.account}`;
