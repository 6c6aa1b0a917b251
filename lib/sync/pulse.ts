import { saveHeartbeat, updateStep } from '#lib/db/runs.ts';
import type { ReadKey } from '#lib/db/reads.ts';
import { instant, type SyncDeps } from './deps.ts';

/** Counts calls and waits of a run, shows waits while they last, and tells the store that the run is alive. */
export class Pulse {
  #calls = 0;
  #waitedMs = 0;
  #writes: Promise<unknown> = Promise.resolve();
  readonly #deps: SyncDeps;
  readonly #runId: string;

  constructor(deps: SyncDeps, runId: string) {
    this.#deps = deps;
    this.#runId = runId;
  }

  called(): void {
    this.#calls += 1;
  }

  /** Azure asked to wait until then; null: the wait is over. */
  waiting(key: ReadKey, untilMs: number | null): void {
    if (untilMs !== null) this.#waitedMs += Math.max(0, untilMs - this.#deps.now());
    const change =
      untilMs === null
        ? { status: 'running' as const, waitUntil: null }
        : { status: 'waiting' as const, waitUntil: new Date(untilMs).toISOString() };
    this.#write(() => updateStep(this.#deps.db, this.#runId, key, change));
  }

  /** Writes heartbeat and counters. */
  async beat(): Promise<void> {
    const [calls, waitedMs] = [this.#calls, this.#waitedMs];
    this.#calls = 0;
    this.#waitedMs = 0;
    this.#write(() =>
      saveHeartbeat(this.#deps.db, this.#runId, { at: instant(this.#deps), calls, waitedMs }),
    );
    await this.settled();
  }

  /** All writes asked for so far have ended. */
  async settled(): Promise<void> {
    await this.#writes;
  }

  /** One after the other, so that "waiting" never lands after "running". */
  #write(write: () => Promise<unknown>): void {
    this.#writes = this.#writes.then(write).catch((err: unknown) => {
      this.#deps.log.warn({ runId: this.#runId, err }, 'could not store the progress of a sync run');
    });
  }
}
