import type { Wait } from '#lib/core/throttle-budget.ts';
import { saveHeartbeat, type OwnRun } from '#lib/db/run-owner.ts';
import { updateOwnStep } from '#lib/db/runs.ts';
import type { ReadKey } from '#lib/db/reads.ts';
import type { CallOutcome } from '#lib/azure/room.ts';
import { instant, type SyncDeps } from './deps.ts';
import { SyncCounts } from './sync-counts.ts';

const SHOWN_WAIT_MS = 1_000;

const keyText = ({ source, tenantId, period, scope }: ReadKey): string =>
  [source, tenantId, period, scope].join('|');

/** Counts calls and waits of a run, shows waits while they last, and tells the store that the run is alive. */
export class Pulse {
  #calls = 0;
  /** Steps that are shown as waiting. */
  readonly #shown = new Set<string>();
  #waitedMs = 0;
  readonly #counts = new SyncCounts();
  #writes: Promise<unknown> = Promise.resolve();
  readonly #taken = new AbortController();
  readonly #deps: SyncDeps;
  readonly #own: OwnRun;

  constructor(deps: SyncDeps, own: OwnRun) {
    this.#deps = deps;
    this.#own = own;
  }

  /** Aborts when the run is found to be another's. */
  get taken(): AbortSignal {
    return this.#taken.signal;
  }

  called(): void {
    this.#calls += 1;
  }

  /** For monitoring: how a call ended. */
  ended(call: CallOutcome): void {
    this.#counts.addCall(call);
  }

  /** null: the wait is over. One that nobody could read is counted and not shown. */
  waiting(key: ReadKey, wait: Wait | null): void {
    const ms = wait === null ? 0 : Math.max(0, wait.untilMs - this.#deps.now());
    this.#waitedMs += ms;
    if (wait !== null) this.#counts.addWait(key.source, { reason: wait.reason, ms });
    if (wait === null ? !this.#shown.delete(keyText(key)) : ms < SHOWN_WAIT_MS) return;
    if (wait !== null) this.#shown.add(keyText(key));
    const change =
      wait === null
        ? { status: 'running' as const, waitUntil: null, waitReason: null }
        : {
            status: 'waiting' as const,
            waitUntil: new Date(wait.untilMs).toISOString(),
            waitReason: wait.reason,
          };
    this.#write(() => updateOwnStep(this.#deps.db, this.#own, key, change));
  }

  /** Writes heartbeat and counters. */
  async beat(): Promise<void> {
    const [calls, waitedMs] = [this.#calls, this.#waitedMs];
    this.#calls = 0;
    this.#waitedMs = 0;
    this.#write(async () => {
      const { db } = this.#deps;
      const kept = await saveHeartbeat(db, this.#own, { at: instant(this.#deps), calls, waitedMs });
      if (!kept) this.#taken.abort();
      await this.#counts.save(db);
    });
    await this.settled();
  }

  /** All writes asked for so far have ended. */
  async settled(): Promise<void> {
    await this.#writes;
  }

  /** One after the other, so that "waiting" never lands after "running". */
  #write(write: () => Promise<unknown>): void {
    this.#writes = this.#writes.then(write).catch((err: unknown) => {
      this.#deps.log.warn({ runId: this.#own.runId, err }, 'could not store the progress of a sync run');
    });
  }
}
