import { rm } from 'node:fs/promises';
import { importFolder } from '#lib/costfiles/imported.ts';
import { tellFileReason } from '#lib/core/file-reasons.ts';
import { isAbandoned, type EndedState, type ImportWay } from '#lib/core/import-job.ts';
import {
  cancelImportJob,
  deleteImportJob,
  endImportJob,
  findImportJob,
  listOpenImportJobs,
  moveImportJob,
  openImportJob,
  type ImportJob,
} from '#lib/db/import-jobs.ts';
import { findImport } from '#lib/db/imports.ts';
import { instant, type JudgeDeps } from './deps.ts';
import { importCostFile, judgeImport, undoImport } from './import-costs.ts';
import { dropParts, keepUpload, listUploads, type KeptUpload } from './kept-uploads.ts';
import type { GivenFile, ImportStage } from './read-given.ts';

/** A file on disk that is to be imported; `dispose` is called when it is needed no more, whatever came of it. */
export type ImportOrder = GivenFile & {
  id: string;
  bytes: number;
  way: ImportWay;
  dispose: () => Promise<void>;
};

type Active = { controller: AbortController; ended: Promise<EndedState> };

declare global {
  /** Imports that this process works at, by their id. */
  var pecboardImports: Map<string, Active> | undefined;
}

const activeImports = (): Map<string, Active> => (globalThis.pecboardImports ??= new Map());

/** Why an import was given up, where nobody asked for it. */
const STOPPING = 'the server stops';
const RETRIED = tellFileReason('stopped', {});
/** A file that ends its server each time must not keep it from starting. */
const BEGUN_AT_MOST = 3;
const BEAT_EVERY_MS = 1000;

/** Starts an import in this process, and tells where its end can be awaited; null where it is under way already. */
export async function launchImport(
  deps: JudgeDeps,
  order: ImportOrder,
): Promise<{ ended: Promise<EndedState> } | null> {
  const { id, name, way, bytes, by: requestedBy } = order;
  if (!(await openImportJob(deps.db, { id, name, way, bytes, requestedBy }, instant(deps)))) return null;
  if (way === 'upload') await keepOrder(deps, order);
  const controller = new AbortController();
  const ended = runImport(deps, order, controller).finally(() => activeImports().delete(id));
  activeImports().set(id, { controller, ended });
  return { ended };
}

/** Without its note the import goes on all the same, and only does not begin again. */
const keepOrder = ({ log }: JudgeDeps, order: ImportOrder): Promise<void> =>
  keepUpload(order).catch((err: unknown) => log.warn({ err }, 'the order of an upload could not be kept'));

async function runImport(
  deps: JudgeDeps,
  order: ImportOrder,
  controller: AbortController,
): Promise<EndedState> {
  const beat = startBeat(deps, order, controller);
  const { signal } = controller;
  let end: { state: EndedState; reason: string | null };
  try {
    const imported = await importCostFile(deps, order, { signal, moved: beat.moved, began: beat.began });
    end =
      imported.kind === 'refused'
        ? { state: 'refused', reason: imported.reason }
        : { state: 'done', reason: null };
  } catch (error) {
    end = await endOfThrown(deps, { id: order.id, signal, error });
  }
  await beat.stop();
  await endImportJob(deps.db, order.id, { ...end, at: instant(deps) });
  // Whoever put a file elsewhere has it still; an upload exists here alone.
  if (end.state !== 'interrupted' || order.way !== 'upload') await order.dispose();
  return end.state;
}

const NO_SPACE = 'ENOSPC';

type Thrown = { id: string; signal: AbortSignal; error: unknown };

async function endOfThrown(
  { db, log }: JudgeDeps,
  { id, signal, error }: Thrown,
): Promise<{ state: EndedState; reason: string | null }> {
  if (signal.aborted) {
    return signal.reason === STOPPING
      ? { state: 'interrupted', reason: RETRIED }
      : { state: 'cancelled', reason: null };
  }
  log.error({ err: error }, 'a file could not be imported');
  if ((await findImport(db, id)) !== null)
    return { state: 'done', reason: tellFileReason('not-all-judged', {}) };
  const isFull = error instanceof Error && 'code' in error && error.code === NO_SPACE;
  return { state: 'failed', reason: tellFileReason(isFull ? 'disk-full' : 'server-failed', {}) };
}

/** Tells the store now and then how far the import is, and hears from it when somebody gave it up elsewhere. */
function startBeat(deps: JudgeDeps, { id, bytes }: ImportOrder, controller: AbortController) {
  let stage: 'waiting' | ImportStage = 'waiting';
  let bytesRead = 0;
  let writing = Promise.resolve();
  let isWriting = false;
  const write = async (): Promise<void> => {
    if (isWriting) return;
    isWriting = true;
    try {
      const goesOn = await moveImportJob(deps.db, id, { state: stage, bytesRead, at: instant(deps) });
      if (!goesOn) controller.abort();
    } catch (err) {
      deps.log.warn({ err }, 'could not store the progress of an import');
    }
    isWriting = false;
  };
  const timer = setInterval(() => (writing = write()), BEAT_EVERY_MS);
  return {
    moved: (share: number) => (bytesRead = Math.max(bytesRead, Math.round(share * bytes))),
    began(next: ImportStage) {
      stage = next;
      if (next !== 'reading') bytesRead = bytes;
    },
    async stop() {
      clearInterval(timer);
      await writing;
    },
  };
}

/** Gives an import up; null where there is none of this id, else whether it was still to be given up. */
export async function cancelImport(deps: JudgeDeps, id: string): Promise<{ wasOpen: boolean } | null> {
  const job = await findImportJob(deps.db, id);
  if (job === null) return null;
  if (job.endedAt !== null) return { wasOpen: false };
  const active = activeImports().get(id);
  active?.controller.abort();
  if (active === undefined) await cancelImportJob(deps.db, id);
  return { wasOpen: active === undefined || (await active.ended) === 'cancelled' };
}

/**
 * What a process that died left: nothing half. An import whose sums were stored is judged and so finished; an upload
 * that lies here is imported from its beginning.
 */
export async function settleImports(deps: JudgeDeps, { isAlone }: { isAlone: boolean }): Promise<void> {
  if (isAlone) await dropParts(deps.dataDir);
  for (const job of await listOpenImportJobs(deps.db)) {
    if (activeImports().has(job.id)) continue;
    if (isAlone || isAbandoned(job.heartbeatAt, instant(deps))) await settle(deps, job);
  }
  for (const upload of await listUploads(deps.dataDir)) await takeUpAgain(deps, upload);
}

/** An upload whose import is under way is left to whoever is at work, here or in another process of this machine. */
async function takeUpAgain(deps: JudgeDeps, { order, begun }: KeptUpload): Promise<void> {
  const job = await findImportJob(deps.db, order.id);
  if (job !== null && job.endedAt === null) return;
  if (job?.state !== 'interrupted') return order.dispose();
  if (begun >= BEGUN_AT_MOST) {
    await endImportJob(deps.db, order.id, {
      state: 'interrupted',
      reason: tellFileReason('given-up', {}),
      at: instant(deps),
    });
    return order.dispose();
  }
  deps.log.info({ name: order.name, id: order.id }, 'an import that was interrupted begins again');
  await launchImport(deps, order);
}

async function settle(deps: JudgeDeps, { id, state }: ImportJob): Promise<void> {
  const at = instant(deps);
  if (state === 'cancelling') {
    await undoImport(deps, id);
    return endImportJob(deps.db, id, { state: 'cancelled', reason: null, at });
  }
  const held = await findImport(deps.db, id);
  if (held === null) {
    await rm(importFolder(deps.dataDir, id), { recursive: true, force: true });
    return endImportJob(deps.db, id, { state: 'interrupted', reason: RETRIED, at });
  }
  await judgeImport(deps, held);
  return endImportJob(deps.db, id, { state: 'done', reason: null, at });
}

/** Gives up the imports of this process, which is about to end; each says so afterwards. */
export async function stopImports(): Promise<void> {
  const active = [...activeImports().values()];
  for (const { controller } of active) controller.abort(STOPPING);
  await Promise.all(active.map(({ ended }) => ended));
}

/** Takes a file back, whether it counts or is still being read; false where none of this id was given. */
export async function takeBackImport(deps: JudgeDeps, id: string): Promise<boolean> {
  await cancelImport(deps, id);
  const undone = await undoImport(deps, id);
  const job = await findImportJob(deps.db, id);
  // A container still holds it: it is to stay taken back.
  if (job?.way === 'container') {
    await endImportJob(deps.db, id, { state: 'undone', reason: null, at: instant(deps) });
  } else await deleteImportJob(deps.db, id);
  return undone !== null || (job !== null && job.state !== 'undone');
}
