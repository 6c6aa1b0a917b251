import { setTimeout } from 'node:timers/promises';

/** Ends early, by rejecting, when the signal aborts. */
export const sleep = async (ms: number, signal: AbortSignal): Promise<void> => {
  await setTimeout(ms, undefined, { signal });
};
