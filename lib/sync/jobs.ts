import { PgBoss } from 'pg-boss';
import type { Database } from '#lib/db/client.ts';
import { takeRun, listUnendedRuns, type UnendedRun } from '#lib/db/run-owner.ts';
import type { RunScope } from '#lib/db/runs.ts';
import { dropWorker, hasWorkers, saveWorker } from '#lib/db/sync-workers.ts';
import type { TenantId } from '#lib/core/ids.ts';
import type { RunKind } from '#lib/core/sync-run.ts';
import { startActive, stopActive } from './active-runs.ts';
import { FULL_RUN, requestRun } from './claim-run.ts';
import type { SyncDeps } from './deps.ts';

/** A run is a row with an owner and a lease; a job only wakes a process that may take it. A lost job costs seconds. */
const QUEUES: Record<RunKind, string> = { full: 'sync-full', refresh: 'sync-refresh' };
const SCHEDULED = 'sync-scheduled';
const REFRESHES_AT_ONCE = 4;

const TEND_EVERY_MS = 10_000;
/** The embedded database has one connection, and its own process wakes itself. */
const POLL_SECONDS = { embedded: 10, postgres: 1 } as const;
const LONGEST_RUN_SECONDS = 23 * 3600;
const STOP_WITHIN_MS = 5_000;

export type JobsOptions = {
  deps: SyncDeps;
  database: Database;
  /** A server of a shared database leaves the work to workers while one of them lives. */
  role: 'server' | 'worker';
  /** A cron expression in UTC; null: nothing is scheduled. */
  schedule: string | null;
};

type WaitingRun = RunScope & { runId: string };

type Jobs = {
  wake: (run: WaitingRun) => Promise<void>;
  /** It works the queue, and leaves it to no other. */
  isAtWork: () => boolean;
  stop: () => Promise<void>;
};

declare global {
  /** Next loads modules once for each of its bundles: one set of jobs for all of them. */
  var pecboardJobs: Jobs | undefined;
}

export async function startJobs(options: JobsOptions): Promise<void> {
  const { deps, database, role, schedule } = options;
  const boss = openBoss(options);
  await boss.start();
  for (const name of [...Object.values(QUEUES), SCHEDULED]) {
    await boss.createQueue(name, {
      ...{ name, policy: 'short', retryLimit: 0 },
      ...{ expireInSeconds: LONGEST_RUN_SECONDS, deleteAfterSeconds: 3600 },
    });
  }
  if (schedule === null) await boss.unschedule(SCHEDULED);
  else await boss.schedule(SCHEDULED, schedule);
  const worker = new Worker(options, boss);
  await worker.tend();
  const timer = setInterval(() => void worker.tend(), TEND_EVERY_MS);
  const stop = async () => {
    clearInterval(timer);
    globalThis.pecboardJobs = undefined;
    await stopActive();
    await boss.stop({ close: false, timeout: STOP_WITHIN_MS });
    if (role === 'worker') await dropWorker(deps.db, worker.id);
  };
  globalThis.pecboardJobs = { wake: (run) => worker.wake(run), isAtWork: () => worker.isAtWork, stop };
  deps.log.info({ role, kind: database.kind, schedule }, 'sync jobs started');
}

/** Stops runs between two pages, to go on where they stand at the next start or in another process. */
export async function stopJobs(): Promise<void> {
  const jobs = globalThis.pecboardJobs;
  await (jobs === undefined ? stopActive() : jobs.stop());
}

/** Lets a process know of a run that waits. Without jobs here, some other process finds it. */
export async function wakeJobs(run: WaitingRun): Promise<void> {
  await globalThis.pecboardJobs?.wake(run);
}

function openBoss({ deps, database }: JobsOptions): PgBoss {
  const boss = new PgBoss({
    db: { executeSql: database.execute },
    backend: database.kind === 'embedded' ? 'pglite' : 'postgres',
    schema: 'jobs',
    // No job here waits for another one.
    flowIntervalSeconds: 600,
  });
  boss.on('error', (error) => deps.log.warn({ err: error }, 'the queue of sync jobs had a fault'));
  return boss;
}

class Worker {
  readonly id: string;
  /** Those of each queue: notice of a job wakes one of them only. */
  readonly #workIds = new Map<string, string[]>();
  readonly #options: JobsOptions;
  readonly #boss: PgBoss;

  constructor(options: JobsOptions, boss: PgBoss) {
    this.id = options.deps.newId();
    this.#options = options;
    this.#boss = boss;
  }

  /** Says that it lives, works the queue or leaves it to others, and wakes somebody for runs that nobody has. */
  async tend(): Promise<void> {
    const { deps, database, role } = this.#options;
    try {
      if (role === 'worker') await saveWorker(deps.db, this.id);
      const isLeftToOthers = role === 'server' && database.kind === 'postgres' && (await hasWorkers(deps.db));
      if (isLeftToOthers) await this.#rest();
      else await this.#work();
      for (const run of await listUnendedRuns(deps.db)) {
        if (run.isFree) await this.wake(waiting(run));
      }
    } catch (err) {
      deps.log.warn({ err }, 'the sync jobs could not be tended; they are again in a moment');
    }
  }

  get isAtWork(): boolean {
    return this.#workIds.size > 0;
  }

  /** Tells the queue, and this process at once. */
  async wake({ kind, runId }: WaitingRun): Promise<void> {
    const queue = QUEUES[kind];
    await this.#boss.send(queue, { runId }, { singletonKey: runId });
    for (const workId of this.#workIds.get(queue) ?? []) this.#boss.notifyWorker(workId);
  }

  async #work(): Promise<void> {
    if (this.isAtWork) return;
    const { database } = this.#options;
    const polling = { pollingIntervalSeconds: POLL_SECONDS[database.kind], batchSize: 1 };
    const take = async ([job]: { data: { runId: string } }[]): Promise<void> =>
      job === undefined ? undefined : this.#take(job.data.runId);
    const atOnce = { full: 1, refresh: REFRESHES_AT_ONCE } as const;
    for (const kind of ['full', 'refresh'] as const) {
      const workers = Array.from({ length: atOnce[kind] }, () =>
        this.#boss.work(QUEUES[kind], polling, take),
      );
      this.#workIds.set(QUEUES[kind], await Promise.all(workers));
    }
    this.#workIds.set(SCHEDULED, [await this.#boss.work(SCHEDULED, polling, () => this.#begin())]);
  }

  async #rest(): Promise<void> {
    for (const name of this.#workIds.keys()) await this.#boss.offWork(name, { wait: false });
    this.#workIds.clear();
  }

  /** Does the run to its end, unless somebody else has it by now. */
  async #take(runId: string): Promise<void> {
    const { deps, database } = this.#options;
    const run = (await listUnendedRuns(deps.db)).find(({ id }) => id === runId);
    if (run?.isFree !== true) return;
    const owner = deps.newId();
    if (!(await takeRun(deps.db, run, owner))) return;
    deps.log.info({ runId, tenantId: run.tenantId, worker: this.id }, 'sync run taken');
    await startActive(deps, { ...waiting(run), owner }, database).ended;
  }

  /** The run of the schedule; left out while the one before has not ended. */
  async #begin(): Promise<void> {
    const { deps } = this.#options;
    const requested = await requestRun(deps, 'schedule', FULL_RUN);
    if (requested.kind === 'queued') return wakeJobs({ ...FULL_RUN, runId: requested.runId });
    const { runId, status } = requested;
    deps.log.warn({ runId, status }, 'the scheduled sync is left out: a run has not ended');
  }
}

// Stored from a parsed tenant id.
const waiting = ({ id, kind, tenantId }: UnendedRun): WaitingRun => ({
  ...{ kind, runId: id },
  tenantId: tenantId as TenantId | '',
});
