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
  /** Steps whose lists wait: how many of them do, and until when it is shown (0: it is not). */
  readonly #waits = new Map<string, { open: number; shownUntilMs: number }>();
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

  /**
   * null: one wait is over, of all that the lists of a step have at once. One that nobody could read is counted and not
   * shown.
   */
  waiting(key: ReadKey, wait: Wait | null): void {
    const name = keyText(key);
    const { open, shownUntilMs } = this.#waits.get(name) ?? { open: 0, shownUntilMs: 0 };
    if (wait === null) {
      if (open > 1) this.#waits.set(name, { open: open - 1, shownUntilMs });
      else if (this.#waits.delete(name) && shownUntilMs > 0) this.#show(key, null);
      return;
    }
    const ms = Math.max(0, wait.untilMs - this.#deps.now());
    this.#waitedMs += ms;
    this.#counts.addWait(key.source, { reason: wait.reason, ms });
    const isShown = ms >= SHOWN_WAIT_MS && wait.untilMs > shownUntilMs;
    this.#waits.set(name, { open: open + 1, shownUntilMs: isShown ? wait.untilMs : shownUntilMs });
    if (isShown) this.#show(key, wait);
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

  #show(key: ReadKey, wait: Wait | null): void {
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

  /** One after the other, so that "waiting" never lands after "running". */
  #write(write: () => Promise<unknown>): void {
    this.#writes = this.#writes.then(write).catch((err: unknown) => {
      this.#deps.log.warn({ err }, 'could not store the progress of a sync run');
    });
  }
}
