import type { CallOutcome } from '#lib/azure/room.ts';
import type { WaitReason } from '#lib/core/throttle-budget.ts';
import type { Db } from '#lib/db/db.ts';
import { addCounts, type CallCount, type WaitCount } from '#lib/db/sync-counters.ts';

/** What this process has counted since it last told the store, where the counts of all processes come together. */
export class SyncCounts {
  #calls = new Map<string, CallCount>();
  #waits = new Map<string, WaitCount>();

  addCall(call: CallOutcome): void {
    const key = `${call.api}/${call.outcome}`;
    const held = this.#calls.get(key) ?? { ...call, calls: 0 };
    this.#calls.set(key, { ...held, calls: held.calls + 1 });
  }

  addWait(source: string, { reason, ms }: { reason: WaitReason; ms: number }): void {
    const key = `${source}/${reason}`;
    const held = this.#waits.get(key) ?? { source, reason, waits: 0, waitedMs: 0 };
    this.#waits.set(key, { ...held, waits: held.waits + 1, waitedMs: held.waitedMs + Math.round(ms) });
  }

  async save(db: Db): Promise<void> {
    const [calls, waits] = [[...this.#calls.values()], [...this.#waits.values()]];
    this.#calls = new Map();
    this.#waits = new Map();
    if (calls.length + waits.length > 0) await addCounts(db, calls, waits);
  }
}
