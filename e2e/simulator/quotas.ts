import type { Clock } from './clock.ts';
import { BOUNDLESS, FACTOR, type Allowed, type Limits } from './throttle.ts';

/** azure/limits.md: 15 queries in five seconds for each user. */
const RESOURCE_GRAPH = { most: 15, seconds: 5 };
/** Of one application in one tenant; Microsoft's own limits differ by service and size. */
const GRAPH = { most: 3500, seconds: 10 };

export type Quotas = {
  resourceGraph(identity: string): Allowed;
  graph(identity: string): Allowed;
};

type Window = { from: number; used: number };

/** Windows that begin with the first call and end after their time, as quotas of Resource Graph and Graph do. */
export function makeQuotas(limits: Limits, clock: Clock): Quotas {
  const windows = new Map<string, Window>();
  const factor = FACTOR[limits];
  const count = (key: string, { most, seconds }: typeof GRAPH) => {
    const now = clock.now();
    const held = windows.get(key);
    const window = held === undefined || now >= held.from + seconds * 1000 ? { from: now, used: 0 } : held;
    windows.set(key, window);
    const allowed = window.used < most * factor;
    if (allowed) window.used += 1;
    const left = Number.isFinite(factor) ? Math.floor(most * factor - window.used) : most * BOUNDLESS;
    return {
      allowed,
      left,
      resetSeconds: Math.max(1, Math.ceil((window.from + seconds * 1000 - now) / 1000)),
    };
  };
  return {
    resourceGraph(identity) {
      const { allowed, left, resetSeconds } = count(`resource-graph ${identity}`, RESOURCE_GRAPH);
      return {
        allowed,
        headers: {
          'x-ms-user-quota-remaining': String(left),
          'x-ms-user-quota-resets-after': `00:00:${String(resetSeconds).padStart(2, '0')}`,
          'x-ms-ratelimit-remaining-tenant-resource-requests': String(left),
        },
      };
    },
    graph(identity) {
      const { allowed, resetSeconds } = count(`graph ${identity}`, GRAPH);
      return { allowed, headers: allowed ? {} : { 'retry-after': String(resetSeconds) } };
    },
  };
}
