import { openFastClock, type FastClock } from '../simulator/virtual-clock.ts';

export type LabClock = FastClock & {
  /** Begins anew at an instant: the next sync is another day's, or the same again. */
  startAt(ms: number): void;
};

/** One clock for a simulator that lives through many syncs, each of which begins when we say. */
export function openLabClock(): LabClock {
  let current = openFastClock();
  return {
    now: () => current.now(),
    skipped: () => current.skipped(),
    jump: (ms) => current.jump(ms),
    working: (change) => current.working(change),
    sleep: (ms, signal) => current.sleep(ms, signal),
    startAt(ms) {
      current = openFastClock({ startMs: ms });
    },
  };
}
