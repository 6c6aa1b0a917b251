export type Clock = { now(): number };

export const realClock: Clock = { now: () => Date.now() };

/** Starts at an instant of our choice and runs on from there at its own pace. */
export function clockFrom(startMs: number): Clock {
  const offset = startMs - Date.now();
  return { now: () => Date.now() + offset };
}
