import { setTimeout as realDelay } from 'node:timers/promises';
import type { Clock } from './clock.ts';

export type FastClock = Required<Omit<Clock, 'set'>> & {
  /** Milliseconds that were slept through without waiting. */
  skipped(): number;
};

type Sleeper = { wakeAt: number; wake: () => void };

/** Milliseconds without any call, after which nothing but sleep is taken to be left. */
const QUIET_MS = 8;

/**
 * One clock for the product and the simulator in one process. Work takes its real time; when everything sleeps, time
 * jumps to the first that wants to wake, so that an hour of throttling passes at once and in the right order.
 */
type FastClockOptions = {
  startMs?: number;
  /** False: only sleep takes time, so that figures are the same on a slow machine. */
  workTakesTime?: boolean;
  /** QUIET_MS unless said: fewer where all work is counted, and ten thousand customers are waited for one by one. */
  quietMs?: number;
  /** Told of all that was skipped before anybody wakes: a clock in another process follows. */
  onJump?: (skippedMs: number) => Promise<void>;
};

export function openFastClock({
  startMs = Date.now(),
  workTakesTime = true,
  quietMs = QUIET_MS,
  onJump,
}: FastClockOptions = {}): FastClock {
  const openedAt = performance.now();
  let skippedMs = 0;
  let inProgress = 0;
  let lastActive = performance.now();
  let watching = false;
  const sleepers = new Set<Sleeper>();
  const workMs = (): number => (workTakesTime ? performance.now() - openedAt : 0);
  const now = (): number => Math.round(startMs + workMs() + skippedMs);

  const wakeDue = (): void => {
    for (const sleeper of [...sleepers].filter(({ wakeAt }) => wakeAt <= now())) {
      sleepers.delete(sleeper);
      lastActive = performance.now();
      sleeper.wake();
    }
  };
  const watch = async (): Promise<void> => {
    watching = true;
    while (sleepers.size > 0) {
      wakeDue();
      const isQuiet = inProgress === 0 && performance.now() - lastActive >= quietMs;
      const next = Math.min(...[...sleepers].map(({ wakeAt }) => wakeAt));
      if (isQuiet && sleepers.size > 0) {
        skippedMs += Math.max(0, next - now());
        await onJump?.(skippedMs);
      } else await realDelay(1);
    }
    watching = false;
  };

  return {
    now,
    skipped: () => Math.round(skippedMs),
    jump(ms) {
      skippedMs += ms;
    },
    working(change) {
      inProgress += change;
      lastActive = performance.now();
    },
    sleep: (ms, signal) =>
      new Promise<void>((resolve, reject) => {
        signal?.throwIfAborted();
        const abort = (): void => {
          sleepers.delete(sleeper);
          reject(signal?.reason);
        };
        const sleeper: Sleeper = {
          wakeAt: now() + ms,
          wake() {
            signal?.removeEventListener('abort', abort);
            resolve();
          },
        };
        signal?.addEventListener('abort', abort, { once: true });
        sleepers.add(sleeper);
        if (!watching) void watch();
      }),
  };
}
