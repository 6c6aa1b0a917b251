import { openFastClock, type FastClock } from '../simulator/virtual-clock.ts';

export type LabClock = FastClock & {
  /** Begins anew at an instant: the next sync is another day's, or the same again. */
  startAt(ms: number): void;
};

/** No sync of a lab lasts until the next night, in which it would read what no other has. */
const MOST_JUMPED_MS = 5 * 3_600_000;

/** One clock for a simulator that lives through many syncs, each of which begins when we say. */
export function openLabClock(): LabClock {
  let current = openFastClock();
  let jumpedMs = 0;
  return {
    now: () => current.now(),
    skipped: () => current.skipped(),
    jump(ms) {
      const allowed = Math.min(ms, MOST_JUMPED_MS - jumpedMs);
      jumpedMs += allowed;
      current.jump(allowed);
    },
    working: (change) => current.working(change),
    sleep: (ms, signal) => current.sleep(ms, signal),
    startAt(ms) {
      current = openFastClock({ startMs: ms });
      jumpedMs = 0;
    },
  };
}
