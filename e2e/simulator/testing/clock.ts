import type { Clock } from '../clock.ts';

/** A clock that stands still until it is told to move. */
export function steppedClock(start: string): Clock & { advance(seconds: number): void } {
  let now = Date.parse(start);
  return {
    now: () => now,
    advance: (seconds) => {
      now += seconds * 1000;
    },
  };
}

export const MIDDLE_OF_MONTH = '2026-11-21T10:00:00Z';
