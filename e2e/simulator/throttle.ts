import type { Clock } from './clock.ts';

export type Limits = 'azure' | 'relaxed' | 'off';
export const LIMITS: readonly Limits[] = ['azure', 'relaxed', 'off'];

/** How much more than Azure is let through. */
export const FACTOR: Readonly<Record<Limits, number>> = {
  azure: 1,
  relaxed: 100,
  off: Number.POSITIVE_INFINITY,
};

/** What counters show of where nothing is counted: as much more than Azure's. */
export const BOUNDLESS = 1_000_000;

type Window = { name: string; seconds: number; most: number };

/** azure/limits.md: request processing units of a tenant's cost queries. */
const QPU_WINDOWS: readonly Window[] = [
  { name: 'QueriesPerHour', seconds: 3600, most: 600 },
  { name: 'QueriesPerMin', seconds: 60, most: 60 },
  { name: 'QueriesPer10Sec', seconds: 10, most: 12 },
];
const ENTITY: Window = { name: 'entity', seconds: 60, most: 4 };
const TENANT: Window = { name: 'tenant', seconds: 60, most: 20 };
const NAMED_CLIENT: Window = { name: 'clienttype', seconds: 60, most: 2000 };
/** Callers without a ClientType header share one bucket with everybody else's. */
const DEFAULT_CLIENT: Window = { name: 'clienttype', seconds: 60, most: 10 };

const ARM_BUCKET = 250;
const ARM_REFILL_PER_SECOND = 25;

export type Allowed = { allowed: boolean; headers: Record<string, string> };

export type CostCall = {
  kind: 'query' | 'dimensions' | 'report';
  /** Request processing units: one for each month of data that is asked for. */
  units: number;
  scope: string;
  tenantId: string;
  identity: string;
  clientType: string | undefined;
};

export type Throttle = {
  armRead(level: 'subscription' | 'tenant', key: string): Allowed;
  cost(call: CostCall): Allowed;
};

export function makeThrottle(limits: Limits, clock: Clock): Throttle {
  const factor = FACTOR[limits];
  const counts = makeCounts(clock);
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    armRead: (level, key) => takeFromBucket(level, key, { factor, clock, buckets }),
    cost: (call) => countCost(call, factor, counts),
  };
}

type Buckets = { factor: number; clock: Clock; buckets: Map<string, { left: number; at: number }> };

function takeFromBucket(
  level: 'subscription' | 'tenant',
  key: string,
  { factor, clock, buckets }: Buckets,
): Allowed {
  const most = ARM_BUCKET * (Number.isFinite(factor) ? factor : BOUNDLESS);
  const now = clock.now();
  const bucket = buckets.get(`${level} ${key}`) ?? { left: most, at: now };
  const refilled = ((now - bucket.at) / 1000) * ARM_REFILL_PER_SECOND * factor;
  const left = Number.isFinite(factor) ? Math.min(most, bucket.left + refilled) : most;
  const allowed = left >= 1;
  buckets.set(`${level} ${key}`, { left: allowed ? left - 1 : left, at: now });
  const headers = { [`x-ms-ratelimit-remaining-${level}-reads`]: String(Math.floor(Math.max(0, left - 1))) };
  if (allowed) return { allowed, headers };
  const wait = Math.max(1, Math.ceil((1 - left) / (ARM_REFILL_PER_SECOND * factor)));
  return { allowed, headers: { ...headers, 'retry-after': String(wait) } };
}

type Counts = ReturnType<typeof makeCounts>;

/** How often a key was used in the seconds before now. */
function makeCounts(clock: Clock) {
  const times = new Map<string, number[]>();
  const recent = (key: string, seconds: number): number[] =>
    (times.get(key) ?? []).filter((at) => at > clock.now() - seconds * 1000);
  return {
    used: (key: string, { seconds }: Window): number => recent(key, seconds).length,
    add(key: string, count: number): void {
      times.set(key, [...recent(key, 3600), ...Array.from({ length: count }, () => clock.now())]);
    },
    secondsUntilFree(key: string, { seconds, most }: Window, factor: number): number {
      const used = recent(key, seconds);
      const blocking = used[used.length - most * factor] ?? clock.now();
      return Math.max(1, Math.ceil((blocking + seconds * 1000 - clock.now()) / 1000));
    },
  };
}

type Rule = { family: 'entity' | 'tenant' | 'clienttype' | 'qpu'; key: string; window: Window };

function rulesOf(call: CostCall): Rule[] {
  const client = call.clientType === undefined ? DEFAULT_CLIENT : NAMED_CLIENT;
  const rules: Rule[] = [
    { family: 'entity', key: `entity ${call.scope.toLowerCase()}`, window: ENTITY },
    { family: 'tenant', key: `tenant ${call.identity}`, window: TENANT },
    { family: 'clienttype', key: `clienttype ${call.clientType ?? 'Default'}`, window: client },
  ];
  const qpu = QPU_WINDOWS.map((window): Rule => ({ family: 'qpu', key: `qpu ${call.tenantId}`, window }));
  return call.kind === 'query' ? [...rules, ...qpu] : rules;
}

function countCost(call: CostCall, factor: number, counts: Counts): Allowed {
  const rules = rulesOf(call);
  const full = rules.filter(
    ({ family, key, window }) =>
      counts.used(key, window) + weightOf(family, call) >
      Math.max(weightOf(family, call), window.most * factor),
  );
  const allowed = full.length === 0;
  if (allowed) {
    const weights = new Map(rules.map(({ key, family }) => [key, weightOf(family, call)]));
    for (const [key, weight] of weights) counts.add(key, weight);
  }
  const headers: Record<string, string> = {
    ...remainingHeaders(rules, factor, counts),
    ...(call.kind === 'query' ? { [`${FAMILY}-qpu-consumed`]: String(call.units) } : {}),
    ...(allowed ? TRAP_ON_SUCCESS : {}),
  };
  for (const { family, key, window } of full) {
    const wait = counts.secondsUntilFree(key, window, factor);
    for (const name of waitNames(family, call)) {
      headers[name] = String(Math.max(wait, Number(headers[name] ?? 0)));
    }
  }
  return { allowed, headers };
}

const FAMILY = 'x-ms-ratelimit-microsoft.costmanagement';

/** Each operation, and each limit, tells its wait in headers of its own. */
function waitNames(family: Rule['family'], { kind }: CostCall): string[] {
  if (kind === 'report') return ['retry-after'];
  const names = [`${FAMILY}-${family}-retry-after`];
  if (family === 'clienttype') names.push(`${FAMILY}-client-retry-after`);
  if (kind === 'dimensions') names.push('x-ms-ratelimit-microsoft.consumption-retry-after');
  return names;
}

/** A query over many months is heavy for the tenant's units, and one call for all other counts. */
const weightOf = (family: Rule['family'], { units }: CostCall): number => (family === 'qpu' ? units : 1);

/** Azure sends these on answers of status 200 too, where they mean nothing. */
const TRAP_ON_SUCCESS = {
  'x-ms-ratelimit-microsoft.costmanagement-entity-retry-after': '60',
  'x-ms-ratelimit-microsoft.costmanagement-tenant-retry-after': '60',
};

function remainingHeaders(rules: readonly Rule[], factor: number, counts: Counts): Record<string, string> {
  const left = ({ key, window }: Rule): number =>
    Number.isFinite(factor)
      ? Math.max(0, window.most * factor - counts.used(key, window))
      : window.most * BOUNDLESS;
  const headers: Record<string, string> = {};
  for (const rule of rules.filter(({ family }) => family !== 'qpu')) {
    headers[`x-ms-ratelimit-remaining-microsoft.costmanagement-${rule.family}-requests`] =
      `DefaultQuota:${left(rule)}`;
  }
  const qpu = rules.filter(({ family }) => family === 'qpu');
  if (qpu.length === 0) return headers;
  headers['x-ms-ratelimit-microsoft.costmanagement-qpu-remaining'] = qpu
    .map((rule) => `${rule.window.name}:${left(rule)}`)
    .join(',');
  return headers;
}
