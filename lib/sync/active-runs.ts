import type { RunStatus } from '#lib/core/sync-run.ts';
import { releaseRun } from '#lib/db/run-owner.ts';
import { tidyStore, type TidiedDatabase } from '#lib/db/tidy.ts';
import type { SyncDeps } from './deps.ts';
import { runSync, type ClaimedRun } from './run-sync.ts';

export type ActiveRun = { controller: AbortController; ended: Promise<RunStatus> };

declare global {
  /** Runs of this process, by their id; Next loads modules once for each of its bundles. */
  var pecboardSyncRuns: Map<string, ActiveRun> | undefined;
}

const activeRuns = (): Map<string, ActiveRun> => (globalThis.pecboardSyncRuns ??= new Map());

/** Starts a run that is this process's and returns at once. One that is interrupted is given back. */
export function startActive(deps: SyncDeps, run: ClaimedRun, database: TidiedDatabase): ActiveRun {
  const controller = new AbortController();
  const ended = runSync(deps, run, controller.signal)
    .then(async (status) => {
      await (status === 'interrupted' ? release(deps, run) : tidy(deps, run, database));
      return status;
    })
    .finally(() => activeRuns().delete(run.runId));
  const active = { controller, ended };
  activeRuns().set(run.runId, active);
  return active;
}

/** One that cannot be given back is taken by whoever sees that its lease is over. */
async function release({ db, log }: SyncDeps, run: ClaimedRun): Promise<void> {
  try {
    await releaseRun(db, run);
  } catch (err) {
    log.warn({ runId: run.runId, err }, 'a sync run could not be given back yet');
  }
}

async function tidy({ log }: SyncDeps, { runId }: ClaimedRun, database: TidiedDatabase): Promise<void> {
  try {
    await tidyStore(database);
  } catch (err) {
    log.warn({ runId, err }, 'the store could not be tidied after a sync run');
  }
}

/** Ends the work on a run that was paused or cancelled, if it is done here, sooner than it would find out. */
export const leaveRun = (runId: string): void => activeRuns().get(runId)?.controller.abort();

/** Stops the runs of this process between two pages; they go on where they stand, here or elsewhere. */
export async function stopActive(): Promise<void> {
  const active = [...activeRuns().values()];
  for (const { controller } of active) controller.abort();
  await Promise.allSettled(active.map(({ ended }) => ended));
}
