import { openBudget } from '#lib/azure/budget.ts';
import { openAzureRoom, type RoomDeps } from '#lib/azure/room.ts';
import { config } from '#lib/config.ts';
import { parseTenantId } from '#lib/core/ids.ts';
import { tenantsOfOurs } from '#lib/core/ours.ts';
import { startOf } from '#lib/core/periods.ts';
import { planRun, summarisePlan, type PlanSummary } from '#lib/core/run-plan.ts';
import type { ThrottleBudget } from '#lib/core/throttle-budget.ts';
import { database, type Database } from '#lib/db/client.ts';
import type { Db } from '#lib/db/db.ts';
import { gatherRunFacts } from '#lib/db/plan-facts.ts';
import { freeRuns } from '#lib/db/run-owner.ts';
import { openSharedBudget } from '#lib/db/throttle-budgets.ts';
import { log } from '#lib/log.ts';
import { startActive, type ActiveRun } from './active-runs.ts';
import { FULL_RUN, takeOrBegin, type Claim } from './claim-run.ts';
import { instant, type JudgeDeps, type SyncDeps } from './deps.ts';
import { startJobs } from './jobs.ts';
import { settleImports } from './run-import.ts';
import { sleep } from './sleep.ts';
import { lookIntoContainer } from './watch-container.ts';
import { lookIntoFolder, type SeenFiles } from './watch-folder.ts';

export { packFolder, writtenAtOf } from '#lib/costfiles/given-folder.ts';
export { importCostFile, type Imported } from './import-costs.ts';
export { orderByAssumedRate } from './order-anew.ts';
export { dropUpload, uploadPath } from './kept-uploads.ts';
export { recordOwnWork } from './own-audit.ts';
export {
  cancelImport,
  launchImport,
  settleImports,
  stopImports,
  takeBackImport,
  type ImportOrder,
} from './run-import.ts';

/** How time passes: as it does, unless a benchmark brings its own. */
export type SyncClock = Pick<RoomDeps, 'now' | 'sleep' | 'attemptTimeoutMs'>;

/** What a run needs, from the process's configuration; null where Azure is not configured. */
export async function syncDeps(clock: SyncClock = { now: Date.now, sleep }): Promise<SyncDeps | null> {
  const { azure } = config();
  if (azure === null) return null;
  const deps = await judgeDeps(clock.now);
  return { ...deps, room: openAzureRoom(azure, { ...clock, log, budget: await budgetOf(clock) }) };
}

declare global {
  /** Budgets of this process by the clock that they are kept by: Next loads this module more than once. */
  var pecboardBudgets: WeakMap<SyncClock['now'], ThrottleBudget> | undefined;
}

/** All that asks Azure in this process shares one budget; on PostgreSQL all processes do. */
async function budgetOf({ now }: SyncClock): Promise<ThrottleBudget> {
  const budgets = (globalThis.pecboardBudgets ??= new WeakMap());
  const own = budgets.get(now) ?? openBudget();
  budgets.set(now, own);
  const { db, kind } = await database();
  return kind === 'postgres' ? openSharedBudget(db, own) : own;
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
    enrolmentMovedAt: partner.enrolmentMovedOn === null ? null : startOf(partner.enrolmentMovedOn),
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

export { FULL_RUN, refreshOf, requestRun } from './claim-run.ts';
export { changeRun, type RunChange } from './change-run.ts';
export { stopJobs, wakeJobs } from './jobs.ts';

/** Works the queue of runs as a web server or as a worker; false where Azure is not configured. */
export async function serveJobs(role: 'server' | 'worker'): Promise<boolean> {
  const deps = await syncDeps();
  if (deps === null) return false;
  const opened = await database();
  if (opened.kind === 'embedded') await freeRunsOnce(opened.db);
  await startJobs({ deps, database: opened, role, schedule: config().syncSchedule });
  return true;
}

/** Who took the runs that this process has claimed and not yet started, and where. */
const claims = new Map<string, { owner: string; opened: Database }>();

/** Opened embedded databases whose runs were given back: whoever had them is gone, as only one process has one. */
const freed = new WeakMap<Db, Promise<void>>();

function freeRunsOnce(db: Db): Promise<void> {
  const begun = freed.get(db) ?? freeRuns(db);
  freed.set(db, begun);
  return begun;
}

/**
 * Takes the run to do: the one a dead process left, else a new one; or tells which run is under way. A full run and
 * refreshes of customers go on side by side.
 */
export async function claimRun(deps: SyncDeps, requestedBy: string, of = FULL_RUN): Promise<Claim> {
  const opened = await database();
  if (opened.kind === 'embedded') await freeRunsOnce(opened.db);
  const claim = await takeOrBegin(deps, requestedBy, of);
  if (claim.kind === 'claimed') claims.set(claim.runId, { owner: claim.owner, opened });
  return claim;
}

/** Starts a claimed run in this process and returns at once. */
export function launchRun(deps: SyncDeps, runId: string, of = FULL_RUN): ActiveRun {
  const claim = claims.get(runId);
  if (claim === undefined) throw new Error(`run ${runId} was not claimed`);
  claims.delete(runId);
  return startActive(deps, { ...of, runId, owner: claim.owner }, claim.opened);
}

/** What a full run would do now, without doing it. */
export async function planFullRun({ db, profile, room, ...deps }: SyncDeps): Promise<PlanSummary> {
  const { managingTenantId } = profile;
  const { signal } = new AbortController();
  const facts = await gatherRunFacts(db, {
    now: instant(deps),
    links: 1 + room.linkCallers({ signal }).length,
    managingTenantId,
    ours: tenantsOfOurs(profile),
  });
  return summarisePlan(planRun(facts));
}

const FOLDER_EVERY_MS = 5_000;
/** Imports of a server that died are silent for half a minute before another one says so. */
const SETTLE_EVERY_MS = 15_000;
/** Exports are written once a day. */
const CONTAINER_EVERY_MS = 15 * 60_000;

/**
 * Watches the folder and the container that are configured, and on a shared database what became of other servers'
 * imports, until the signal says stop.
 */
export async function watchImports(signal: AbortSignal): Promise<void> {
  const { folder, container } = config().imports;
  const deps = await syncDeps();
  const judging = await judgeDeps();
  const seen: SeenFiles = new Map();
  const { kind } = await database();
  const watches = [
    kind === 'embedded'
      ? null
      : watch(() => settleImports(judging, { isAlone: false }), SETTLE_EVERY_MS, signal),
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
