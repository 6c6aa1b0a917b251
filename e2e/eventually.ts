import { setTimeout as delay } from 'node:timers/promises';

const INTERVAL_MS = 50;
const PATIENCE_MS = 110_000;

/** Asks until there is an answer; running out of patience is a failure that says what was waited for. */
export async function eventually<Value>(
  what: string,
  ask: () => Promise<Value | null>,
  patienceMs = PATIENCE_MS,
): Promise<Value> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const value = await ask();
    if (value !== null) return value;
    if (performance.now() > until) throw new Error(`waited ${patienceMs / 1000} s in vain for ${what}`);
    await delay(INTERVAL_MS);
  }
}
