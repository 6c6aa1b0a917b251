import type { Api } from './http.ts';

/** Calls answered so far, by API and status; a call without an answer counts under `cut` or `hang`. */
export type CallCounts = Record<string, Record<string, number>>;

export type Calls = {
  count(api: Api, outcome: number | 'cut' | 'hang'): void;
  counts(): CallCounts;
  reset(): void;
};

export function makeCalls(): Calls {
  let counts: CallCounts = {};
  return {
    count(api, outcome) {
      const ofApi = (counts[api] ??= {});
      ofApi[outcome] = (ofApi[outcome] ?? 0) + 1;
    },
    counts: () => structuredClone(counts),
    reset: () => {
      counts = {};
    },
  };
}
