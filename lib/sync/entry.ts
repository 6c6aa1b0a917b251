import { openAzureRoom } from '#lib/azure/room.ts';
import { config } from '#lib/config.ts';
import { isAbandoned, type RunStatus } from '#lib/core/sync-run.ts';
import { database } from '#lib/db/client.ts';
import { findRunningRun, insertRun, takeOverRun } from '#lib/db/runs.ts';
import { log } from '#lib/log.ts';
import { instant, type SyncDeps } from './deps.ts';
import { runSync } from './run-sync.ts';
import { sleep } from './sleep.ts';

/** What a run needs, from the process's configuration; null where Azure is not configured. */
export async function syncDeps(): Promise<SyncDeps | null> {
  const { azure, partner, billingAccount } = config();
  if (azure === null) return null;
  const { db } = await database();
  return {
    db,
    log,
    now: Date.now,
    newId: () => crypto.randomUUID(),
    room: openAzureRoom(azure, { now: Date.now, sleep, log }),
    billingAccount,
    profile: {
      managingTenantId: azure.identity.tenantId,
      partnerIds: new Set(partner.partnerIds),
      globalId: partner.globalId,
      type: partner.type,
      creditRateFraction: partner.creditRate,
      resellers: partner.resellers,
    },
  };
}

export type Claim = { kind: 'claimed'; runId: string; resumed: boolean } | { kind: 'running'; runId: string };

/**
 * Takes the run to do: the one a dead process left, else a new one; or tells which run is under way. On an
 * embedded database no other process can be running one.
 */
export async function claimRun(deps: SyncDeps, requestedBy: string): Promise<Claim> {
  const { kind } = await database();
  const running = await findRunningRun(deps.db);
  if (running !== null) {
    const dead =
      isOurs(running.id) === false &&
      (kind === 'embedded' || isAbandoned(running.heartbeatAt, instant(deps)));
    return dead && (await takeOverRun(deps.db, running, instant(deps)))
      ? { kind: 'claimed', runId: running.id, resumed: true }
      : { kind: 'running', runId: running.id };
  }
  const runId = deps.newId();
  try {
    await insertRun(deps.db, runId, requestedBy, instant(deps));
    return { kind: 'claimed', runId, resumed: false };
  } catch (error) {
    // The store allows one running run; another process was faster.
    const other = await findRunningRun(deps.db);
    if (other === null) throw error;
    return { kind: 'running', runId: other.id };
  }
}

type Active = { runId: string; controller: AbortController; ended: Promise<RunStatus> };

declare global {
  var pecboardSyncRun: Active | undefined;
}

const isOurs = (runId: string): boolean => globalThis.pecboardSyncRun?.runId === runId;

/** Starts a claimed run in this process and returns at once. */
export function launchRun(deps: SyncDeps, runId: string): Active {
  const controller = new AbortController();
  const ended = runSync(deps, runId, controller.signal).finally(() => {
    if (isOurs(runId)) globalThis.pecboardSyncRun = undefined;
  });
  globalThis.pecboardSyncRun = { runId, controller, ended };
  return globalThis.pecboardSyncRun;
}

/** Takes up a run that the process before left unfinished, if there is one. */
export async function resumeRun(): Promise<void> {
  const deps = await syncDeps();
  if (deps === null || (await findRunningRun(deps.db)) === null) return;
  const claim = await claimRun(deps, 'start');
  if (claim.kind === 'claimed') launchRun(deps, claim.runId);
}

/** Stops the run of this process between two pages; it is taken up at the next start. */
export async function stopRun(): Promise<void> {
  const active = globalThis.pecboardSyncRun;
  active?.controller.abort();
  await active?.ended;
}
