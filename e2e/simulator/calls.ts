import type { Effect } from './fault-effects.ts';
import type { Api } from './http.ts';
import type { TokenNames } from './token-names.ts';

/** Calls answered so far, by API and status; a call without an answer counts under `cut` or `hang`. */
export type CallCounts = Record<string, Record<string, number>>;

export type Outcome = number | 'cut' | 'hang';

/** One call: what was asked, with whose token, and what came of it. */
export type CallRecord = TokenNames & {
  api: Api;
  method: string;
  path: string;
  outcome: Outcome;
  /** The fault that it met, whether or not there was anything to change; null: none. */
  fault: Effect | null;
  /** The fault changed what the answer says; false: it says what it would have said. */
  isSpoilt: boolean;
};

export type Calls = {
  count(record: CallRecord): void;
  counts(): CallCounts;
  /** The last of them, oldest first. */
  list(): readonly CallRecord[];
  reset(): void;
};

const KEPT = 200_000;

export function makeCalls(): Calls {
  let counts: CallCounts = {};
  let records: CallRecord[] = [];
  return {
    count(record) {
      const ofApi = (counts[record.api] ??= {});
      ofApi[record.outcome] = (ofApi[record.outcome] ?? 0) + 1;
      records.push(record);
      if (records.length > 2 * KEPT) records = records.slice(-KEPT);
    },
    counts: () => structuredClone(counts),
    list: () => records.slice(-KEPT),
    reset: () => {
      counts = {};
      records = [];
    },
  };
}
