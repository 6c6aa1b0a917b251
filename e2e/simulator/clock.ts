export type Clock = {
  now(): number;
  /** How the clock lets time pass; absent: as it passes in the world outside. */
  sleep?(ms: number, signal?: AbortSignal): Promise<void>;
  set?(to: { now?: number; speed?: number }): void;
  /** Goes on from a later or an earlier instant. */
  jump?(ms: number): void;
  /** Told when a call begins and when it has been answered: time does not jump over work. */
  working?(change: 1 | -1): void;
};

/** Starts at an instant of our choice and runs on from there at its own pace. */
export const clockFrom = (startMs: number): SettableClock => {
  const clock = settableClock();
  clock.set({ now: startMs });
  return clock;
};

export type SettableClock = Clock & Required<Pick<Clock, 'jump' | 'set'>>;

/** Runs with the world's clock until it is set, to another instant or to another speed. */
export function settableClock(): SettableClock {
  let from = { simulated: Date.now(), real: Date.now(), speed: 1 };
  const now = (): number => Math.round(from.simulated + (Date.now() - from.real) * from.speed);
  return {
    now,
    jump(ms) {
      from = { ...from, simulated: from.simulated + ms };
    },
    set({ now: instant = now(), speed = from.speed }) {
      from = { simulated: instant, real: Date.now(), speed };
    },
  };
}
