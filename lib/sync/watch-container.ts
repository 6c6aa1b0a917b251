import { rm } from 'node:fs/promises';
import { listContainerRuns, type ContainerRun, type Watched } from '#lib/azure/costs/container.ts';
import { isEnded } from '#lib/core/import-job.ts';
import { listContainerJobs, type ImportJob } from '#lib/db/import-jobs.ts';
import type { SyncDeps } from './deps.ts';
import { digestOf } from './read-given.ts';
import { uploadPath } from './kept-uploads.ts';
import { recordOwnWork } from './own-audit.ts';
import { launchImport, takeBackImport } from './run-import.ts';
import { SyncCounts } from './sync-counts.ts';

/**
 * Imports of each month of each export the newest whole run, once. The run before goes when the new one counts, so that
 * a month is replaced as a whole.
 */
export async function lookIntoContainer(
  deps: SyncDeps,
  watched: Watched,
  signal: AbortSignal,
): Promise<void> {
  const counts = new SyncCounts();
  const caller = deps.room.caller({ signal, onOutcome: (call) => counts.addCall(call) });
  try {
    for (const run of await listContainerRuns(caller, watched)) {
      signal.throwIfAborted();
      const jobs = await listContainerJobs(deps.db, `${run.folder}/`);
      if (!jobs.some((job) => job.name === run.name && wasTaken(job))) await take(deps, run, jobs);
    }
  } finally {
    await counts.save(deps.db);
  }
}

const WATCHED = 'watched container';

/** One that was interrupted or failed for want of something is tried again. */
const wasTaken = ({ state }: ImportJob): boolean =>
  !isEnded(state) || ['done', 'refused', 'cancelled', 'undone'].includes(state);

async function take(deps: SyncDeps, run: ContainerRun, before: readonly ImportJob[]): Promise<void> {
  const path = uploadPath(deps.dataDir, deps.newId());
  const dispose = () => rm(path, { recursive: true, force: true });
  try {
    await run.fetch(path);
  } catch (error) {
    await dispose();
    throw error;
  }
  const { name, bytes, writtenAt } = run;
  const order = {
    ...{ path, name, bytes, writtenAt, by: WATCHED, way: 'container' as const, dispose },
    id: await digestOf(path),
  };
  const launched = await launchImport(deps, order);
  const end = await launched?.ended;
  if (end === undefined || end === 'interrupted') return;
  const outcome = end === 'done' ? 'done' : 'failed';
  const detail = { import: order.id, bytes };
  await recordOwnWork(deps, { by: WATCHED, action: 'import', outcome, target: name, detail });
  if (end !== 'done') return;
  for (const { id, state } of before) if (id !== order.id && state === 'done') await takeBackImport(deps, id);
}
