import { openAzureRoom } from '#lib/azure/room.ts';
import { config } from '#lib/config.ts';
import { parseTenantId, type TenantId } from '#lib/core/ids.ts';
import { isAbandoned, type RunStatus } from '#lib/core/sync-run.ts';
import { database } from '#lib/db/client.ts';
import { findRunningRun, insertRun, listRunningRuns, takeOverRun, type RunScope } from '#lib/db/runs.ts';
import { log } from '#lib/log.ts';
import { instant, type JudgeDeps, type SyncDeps } from './deps.ts';
import { runSync } from './run-sync.ts';
import { sleep } from './sleep.ts';
import { lookIntoContainer } from './watch-container.ts';
import { lookIntoFolder, type SeenFiles } from './watch-folder.ts';

export { packFolder, writtenAtOf } from '#lib/costfiles/given-folder.ts';
export { importCostFile, type Imported } from './import-costs.ts';
export {
  cancelImport,
  launchImport,
  settleImports,
  stopImports,
  takeBackImport,
  type ImportOrder,
} from './run-import.ts';

/** How time passes: as it does, unless a benchmark brings its own. */
export type SyncClock = { now: () => number; sleep: typeof sleep };

/** What a run needs, from the process's configuration; null where Azure is not configured. */
export async function syncDeps(clock: SyncClock = { now: Date.now, sleep }): Promise<SyncDeps | null> {
  const { azure } = config();
  if (azure === null) return null;
  return { ...(await judgeDeps(clock.now)), room: openAzureRoom(azure, { ...clock, log }) };
}

/** Nobody's tenant: without Azure no delegation and no identity is ours. */
const NO_TENANT = parseTenantId('00000000-0000-0000-0000-000000000000');

/** What judging needs; files of cost can be judged where Azure is not configured. */
export async function judgeDeps(now: () => number = Date.now): Promise<JudgeDeps> {
  const { azure, partner, billingAccount, dataDir } = config();
  const managingTenantId = azure?.identity.tenantId ?? NO_TENANT;
  if (managingTenantId === null) throw new Error('the empty id is no tenant id');
  const { db } = await database();
  return {
    db,
    log,
    now,
    newId: () => crypto.randomUUID(),
    billingAccount,
    dataDir,
    profile: {
      managingTenantId,
      partnerIds: new Set(partner.partnerIds),
      globalId: partner.globalId,
      type: partner.type,
      creditRateFraction: partner.creditRate,
      resellers: partner.resellers,
    },
  };
}

export type Claim = { kind: 'claimed'; runId: string; resumed: boolean } | { kind: 'running'; runId: string };

const FULL_RUN: RunScope = { kind: 'full', tenantId: '' };

export const refreshOf = (tenantId: TenantId): RunScope => ({ kind: 'refresh', tenantId });

/**
 * Takes the run to do: the one a dead process left, else a new one; or tells which run is under way. A full run and
 * refreshes of customers go on side by side. On an embedded database no other process can be running one.
 */
export async function claimRun(deps: SyncDeps, requestedBy: string, of: RunScope = FULL_RUN): Promise<Claim> {
  const { kind } = await database();
  const running = await findRunningRun(deps.db, of);
  if (running !== null) {
    const isSilent = isAbandoned(running.heartbeatAt, instant(deps));
    const isClaimed = activeRuns().get(running.id) === null;
    const dead = !isStarted(running.id) && (isSilent || (kind === 'embedded' && !isClaimed));
    return dead && (await takeOverRun(deps.db, running, instant(deps)))
      ? { kind: 'claimed', runId: running.id, resumed: true }
      : { kind: 'running', runId: running.id };
  }
  const runId = deps.newId();
  // Ours from its first moment: another request of this process must not take it for one that a dead process left.
  activeRuns().set(runId, null);
  try {
    await insertRun(deps.db, { ...of, id: runId, requestedBy, at: instant(deps) });
    return { kind: 'claimed', runId, resumed: false };
  } catch (error) {
    activeRuns().delete(runId);
    // The store allows one running run of each; another process was faster.
    const other = await findRunningRun(deps.db, of);
    if (other === null) throw error;
    return { kind: 'running', runId: other.id };
  }
}

type Active = { controller: AbortController; ended: Promise<RunStatus> };

declare global {
  /** Runs of this process, by their id; null while one is claimed and not yet started. */
  var pecboardSyncRuns: Map<string, Active | null> | undefined;
}

const activeRuns = (): Map<string, Active | null> => (globalThis.pecboardSyncRuns ??= new Map());

const isStarted = (runId: string): boolean => (activeRuns().get(runId) ?? null) !== null;

/** Starts a claimed run in this process and returns at once. */
export function launchRun(deps: SyncDeps, runId: string, of: RunScope = FULL_RUN): Active {
  const controller = new AbortController();
  const ended = runSync(deps, { ...of, runId }, controller.signal).finally(() => activeRuns().delete(runId));
  const active = { controller, ended };
  activeRuns().set(runId, active);
  return active;
}

/** Takes up what the process before left unfinished. */
export async function resumeRun(): Promise<void> {
  const deps = await syncDeps();
  if (deps === null) return;
  for (const { kind, tenantId } of await listRunningRuns(deps.db)) {
    // Stored from a parsed tenant id.
    const of: RunScope = { kind, tenantId: tenantId as TenantId | '' };
    const claim = await claimRun(deps, 'start', of);
    if (claim.kind === 'claimed') launchRun(deps, claim.runId, of);
  }
}

/** Stops the runs of this process between two pages; they are taken up at the next start. */
export async function stopRun(): Promise<void> {
  const active = [...activeRuns().values()].filter((run) => run !== null);
  for (const { controller } of active) controller.abort();
  await Promise.all(active.map(({ ended }) => ended));
}

const FOLDER_EVERY_MS = 5_000;
/** Exports are written once a day. */
const CONTAINER_EVERY_MS = 15 * 60_000;

/** Watches the folder and the container that are configured, until the signal says stop. */
export async function watchImports(signal: AbortSignal): Promise<void> {
  const { folder, container } = config().imports;
  const deps = await syncDeps();
  const judging = await judgeDeps();
  const seen: SeenFiles = new Map();
  const watches = [
    folder === null ? null : watch(() => lookIntoFolder(judging, folder, seen), FOLDER_EVERY_MS, signal),
    container === null || deps === null
      ? null
      : watch(() => lookIntoContainer(deps, container, signal), CONTAINER_EVERY_MS, signal),
  ];
  await Promise.all(watches);
}

async function watch(look: () => Promise<void>, everyMs: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await look();
      await sleep(everyMs, signal);
    } catch (err) {
      if (signal.aborted) return;
      log.warn({ err }, 'what is watched for files of cost could not be read');
      await sleep(everyMs, signal).catch(() => {});
    }
  }
}
