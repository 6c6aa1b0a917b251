import type { FastClock } from '../simulator/virtual-clock.ts';

/**
 * A clock that tells when so many hours of it are over, whenever anything has slept. A sleep of its own would be one
 * that the clock jumps to: hours would be over at once where a run that computes sleeps nowhere else.
 */
export function openStretch(clock: Pick<FastClock, 'now' | 'sleep'>, hours: number | null) {
  let end = Number.POSITIVE_INFINITY;
  let onEnd = (): void => undefined;
  return {
    begin(tell: () => void): void {
      if (hours !== null) end = clock.now() + hours * 3_600_000;
      onEnd = tell;
    },
    async sleep(ms: number, signal: AbortSignal): Promise<void> {
      await clock.sleep(ms, signal);
      if (clock.now() >= end) onEnd();
    },
  };
}
