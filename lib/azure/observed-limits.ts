import type { Observation } from '#lib/core/throttle-budget.ts';
import type { Family, FamilyCharge } from './charges.ts';
import { retryAfterMs } from './retry-after.ts';

export type ObservedAnswer = { status: number; headers: Iterable<[string, string]> };

const COUNTERS: readonly (readonly [RegExp, Family])[] = [
  [/^x-ms-ratelimit-remaining-(subscription|tenant)-reads$/, 'resource-manager'],
  [/^x-ms-user-quota-remaining$/, 'resource-graph'],
  [/^x-ms-ratelimit-remaining-microsoft\.costmanagement-entity-requests$/, 'cost-scope'],
  [/^x-ms-ratelimit-remaining-microsoft\.costmanagement-tenant-requests$/, 'cost-identity'],
];
const QUOTA_RESET = 'x-ms-user-quota-resets-after';
const UNITS_LEFT = 'x-ms-ratelimit-microsoft.costmanagement-qpu-remaining';
const UNITS_TAKEN = 'x-ms-ratelimit-microsoft.costmanagement-qpu-consumed';

const WINDOWS: Readonly<Record<string, number>> = {
  QueriesPer10Sec: 10_000,
  QueriesPerMin: 60_000,
  QueriesPerHour: 3_600_000,
};

/** A number by itself, or one that its quota names: 'DefaultQuota:3'. */
function countIn(value: string): number | null {
  const digits = /^(?:\w+:)?(\d+)$/.exec(value.trim())?.[1];
  return digits === undefined ? null : Number(digits);
}

type Told = Exclude<Observation, { kind: 'pause' }>;

/** What one header tells of the budgets it may be about. */
function toldBy(name: string, value: string, keyOf: (family: Family) => string | null): Told[] {
  const units = keyOf('cost-units');
  if (name === UNITS_TAKEN) {
    const count = countIn(value);
    return units === null || count === null || count < 1 ? [] : [{ kind: 'units', key: units, units: count }];
  }
  if (name === UNITS_LEFT) {
    const told = value.split(',').flatMap((part): Extract<Told, { kind: 'remaining' }>[] => {
      const [window = '', left = ''] = part.trim().split(':');
      const windowMs = WINDOWS[window];
      const remaining = countIn(left);
      if (units === null || windowMs === undefined || remaining === null) return [];
      return [{ kind: 'remaining', key: units, remaining, windowMs, resetsAtMs: null }];
    });
    return told.sort((left, right) => (left.windowMs ?? 0) - (right.windowMs ?? 0));
  }
  const family = COUNTERS.find(([pattern]) => pattern.test(name))?.[1];
  const key = family === undefined ? null : keyOf(family);
  const remaining = countIn(value);
  return key === null || remaining === null
    ? []
    : [{ kind: 'remaining', key, remaining, windowMs: null, resetsAtMs: null }];
}

const NAMED_WAITS: readonly (readonly [RegExp, Family])[] = [
  [/costmanagement-entity-retry-after$/i, 'cost-scope'],
  [/costmanagement-(tenant|client|clienttype)-retry-after$/i, 'cost-identity'],
  [/costmanagement-qpu-retry-after$/i, 'cost-units'],
];

/** The families that have to wait: those that the headers name, else all of the service that was asked. */
function pausedFamilies(headers: readonly (readonly [string, string])[], charges: readonly FamilyCharge[]) {
  const named = NAMED_WAITS.filter(([pattern]) => headers.some(([name]) => pattern.test(name)));
  const own = charges.filter(({ family }) => family !== 'resource-manager');
  if (named.length > 0 && own.length > 0) return new Set(named.map(([, family]) => family));
  return new Set((own.length > 0 ? own : charges).map(({ family }) => family));
}

/**
 * What an answer tells about the budgets that its call counted against. A wait is the largest that any header asks
 * for, and is believed on 429 and 503 only.
 */
export function observationsOf(
  { status, headers: all }: ObservedAnswer,
  charges: readonly FamilyCharge[],
  nowMs: number,
): Observation[] {
  const headers = [...all].map(([name, value]) => [name.toLowerCase(), value] as const);
  const keyOf = (family: Family): string | null => charges.find((one) => one.family === family)?.key ?? null;
  const reset = headers.find(([name]) => name === QUOTA_RESET);
  const resetsAtMs = reset === undefined ? null : nowMs + (retryAfterMs([[...reset]], nowMs) ?? 0);
  const told = headers
    .flatMap(([name, value]) => toldBy(name, value, keyOf))
    .map((one): Observation =>
      one.kind === 'remaining' && one.key === keyOf('resource-graph') ? { ...one, resetsAtMs } : one,
    );
  const waitMs = status === 429 || status === 503 ? retryAfterMs(all, nowMs) : null;
  if (waitMs === null) return told;
  const paused = pausedFamilies(headers, charges);
  const pauses = charges
    .filter(({ family }) => paused.has(family))
    .map(({ key }): Observation => ({ kind: 'pause', key, untilMs: nowMs + waitMs }));
  return [...told, ...pauses];
}
