import type { Instant } from './periods.ts';

/** What a run has done since `takenAt` and has left to do, in calls as they were planned. */
export type RunWork = {
  leftCalls: number;
  doneCalls: number;
  takenAt: Instant;
  /** The longest wait that some step is in. */
  waitUntil: Instant | null;
};

/** Less says nothing about how fast it goes. */
const ENOUGH_CALLS = 5;
const ENOUGH_MS = 3_000;

/** How long a run still takes, if it goes on as fast as it did since it was taken; null while nothing tells. */
export function estimateLeftMs(
  { leftCalls, doneCalls, takenAt, waitUntil }: RunWork,
  now: Instant,
): number | null {
  const elapsedMs = Date.parse(now) - Date.parse(takenAt);
  if (leftCalls === 0 || doneCalls < ENOUGH_CALLS || elapsedMs < ENOUGH_MS) return null;
  const waitMs = waitUntil === null ? 0 : Date.parse(waitUntil) - Date.parse(now);
  return Math.max(Math.round((leftCalls * elapsedMs) / doneCalls), waitMs);
}
