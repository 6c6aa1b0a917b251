import { COST_WAYS, type CostWay } from './facts.ts';
import { addDays, dayOf, daysBetween, firstDay, lastDay, type Instant, type Period } from './periods.ts';
import { HALF_A_DAY_MS } from './sync-plan.ts';

/** Where cost is asked for. The profile answers in its billing currency, the account would in USD. */
export type CostScope =
  | { kind: 'profile'; billingAccountName: string; billingProfileName: string }
  | { kind: 'customer'; billingAccountName: string; customerId: string };

/** One reading of a month of cost by one way, and about how many calls it takes. */
export type CostRead = { way: CostWay; scope: CostScope; period: Period; calls: number };

/** What came of a way when it was last tried at a scope. */
export type TriedWay = { way: CostWay; scope: CostScope; permitted: boolean; at: Instant };

export type PlannedCustomer = { customerId: string; subscriptions: number };
export type PlannedProfile = {
  billingAccountName: string;
  /** null: customers whose profile is not known, so that only they themselves can be asked for. */
  billingProfileName: string | null;
  customers: readonly PlannedCustomer[];
};

export type CostPlanInput = {
  profiles: readonly PlannedProfile[];
  tried: readonly TriedWay[];
  period: Period;
  now: Instant;
};

const WEEK_MS = 7 * 86_400_000;

export const scopeKey = (scope: CostScope): string =>
  scope.kind === 'profile'
    ? `${scope.billingAccountName}/profiles/${scope.billingProfileName}`
    : `${scope.billingAccountName}/customers/${scope.customerId}`;

export const isProfileWay = (way: CostWay): boolean => way !== 'report-customer' && way !== 'query-customer';

const ROWS_PER_PAGE = 5_000;
/** One row for each value of the flag and currency: 1 to 2, 1.2 as a rule (limits.md, 2026-11-21). */
const ROWS_PER_DAY = 1.2;
/** By publisher, charge and pricing model. */
const SPLIT_QUERIES = 3;
const POLLS = 3;

const pages = (rows: number): number => Math.max(1, Math.ceil(rows / ROWS_PER_PAGE));

/** A month of so many subscriptions, as many days of it as there is cost of. */
export type CostSize = { subscriptions: number; days: number };

/** Yesterday's cost is the last that there is. */
export function daysWithCost(period: Period, now: Instant): number {
  const yesterday = addDays(dayOf(now), -1);
  const last = lastDay(period);
  return Math.max(1, daysBetween(firstDay(period), yesterday < last ? yesterday : last).length);
}

const dailyPages = ({ subscriptions, days }: CostSize, rowsADay: number): number =>
  pages(subscriptions * days * rowsADay);

/** The least, by the bound of limits.md (2026-11-21). */
export function leastCallsOf(way: CostWay, size: CostSize): number {
  switch (way) {
    case 'export':
      return 3;
    case 'report-profile':
    case 'report-customer':
      return 1 + POLLS + 1;
    case 'query-profile':
    case 'query-customer':
      return dailyPages(size, ROWS_PER_DAY) + SPLIT_QUERIES * pages(size.subscriptions);
  }
}

/** Days of other classes than what may earn, as measured on made partners. */
const PART_ROWS_PER_DAY = 0.2;

/**
 * About how many calls a month takes; blobs are counted as one. A query asks for the month's kinds, its days and the
 * days of other publishers' and of committed cost, and at a profile for the customers of charges of no subscription.
 */
export function callsOf(way: CostWay, size: CostSize): number {
  const days = dailyPages(size, ROWS_PER_DAY);
  const parts = dailyPages(size, PART_ROWS_PER_DAY);
  switch (way) {
    case 'query-profile':
      return 2 + days + 1 + parts + 1;
    case 'query-customer':
      return 2 + days + parts;
    default:
      return leastCallsOf(way, size);
  }
}

const isRecent = (now: Instant, { at }: TriedWay): boolean => Date.parse(now) - Date.parse(at) < WEEK_MS;

/** What came of the ways that were tried within a week. */
type Recent = ReadonlyMap<string, boolean>;

const wayKey = (way: CostWay, scope: CostScope): string => `${way} ${scopeKey(scope)}`;

/** A refusal is remembered for a week, so that a right granted since is noticed; whatever else was said since. */
function recentOf({ tried, now }: Pick<CostPlanInput, 'tried' | 'now'>): Recent {
  const recent = new Map<string, boolean>();
  for (const one of tried) {
    const key = wayKey(one.way, one.scope);
    if (isRecent(now, one)) recent.set(key, one.permitted && recent.get(key) !== false);
  }
  return recent;
}

const lastQueries = (tried: readonly TriedWay[]): ReadonlyMap<string, Instant> =>
  new Map(
    tried.flatMap(({ way, scope, at }) => (way === 'query-customer' ? [[wayKey(way, scope), at]] : [])),
  );

export const isRefused = (
  input: Pick<CostPlanInput, 'tried' | 'now'>,
  way: CostWay,
  scope: CostScope,
): boolean => recentOf(input).get(wayKey(way, scope)) === false;

type Planning = CostPlanInput & {
  recent: Recent;
  /** When a query of a customer was last tried, by its scope. */
  queriedAt: ReadonlyMap<string, Instant>;
};

const isClosed = ({ recent }: Planning, way: CostWay, scope: CostScope): boolean =>
  recent.get(wayKey(way, scope)) === false;

/** What one customer was refused and none was granted is not tried with each of a thousand others. */
function areReportsRefused({ recent }: Planning, { billingAccountName, customers }: PlannedProfile): boolean {
  const tried = customers.flatMap(
    ({ customerId }) =>
      recent.get(wayKey('report-customer', { kind: 'customer', billingAccountName, customerId })) ?? [],
  );
  return tried.length > 0 && tried.every((permitted) => !permitted);
}

/** Each takes one of the identity's twenty calls a minute, and what one customer refuses others seldom grant. */
const QUERIES_TRIED_A_NIGHT = 4;

const asCustomer = ({ billingAccountName }: PlannedProfile, customerId: string): CostScope => ({
  kind: 'customer',
  billingAccountName,
  customerId,
});

/**
 * Customers that may be queried, where the profile may not: all of them as long as none refused or one was granted,
 * else a few each night, whoever was tried longest ago first, so that a right at a single customer is found too.
 */
function openToQueries(planning: Planning, profile: PlannedProfile): ReadonlySet<string> {
  const { recent, queriedAt, now } = planning;
  const keyOf = ({ customerId }: PlannedCustomer): string =>
    wayKey('query-customer', asCustomer(profile, customerId));
  const known = profile.customers.map((customer) => recent.get(keyOf(customer)));
  const mayAsk = profile.customers.filter((_, index) => known[index] !== false);
  const triedAt = (customer: PlannedCustomer): number =>
    Date.parse(queriedAt.get(keyOf(customer)) ?? '') || 0;
  if (known.includes(true) || !known.includes(false)) return new Set(mayAsk.map((one) => one.customerId));
  const triedTonight = profile.customers.filter(
    (customer) => Date.parse(now) - triedAt(customer) < HALF_A_DAY_MS,
  ).length;
  const left = Math.max(0, QUERIES_TRIED_A_NIGHT - triedTonight);
  const inTurn = mayAsk.toSorted((a, b) => triedAt(a) - triedAt(b)).slice(0, left);
  return new Set(inTurn.map((one) => one.customerId));
}

const plannedCalls = ({ period, now }: CostPlanInput, way: CostWay, subscriptions: number): number =>
  callsOf(way, { subscriptions, days: daysWithCost(period, now) });

function planCustomers(planning: Planning, profile: PlannedProfile): CostRead[] {
  const { period } = planning;
  const { customers } = profile;
  const areRefused = areReportsRefused(planning, profile);
  const ways = COST_WAYS.filter((way) => !isProfileWay(way) && (way !== 'report-customer' || !areRefused));
  const queried = openToQueries(planning, profile);
  return customers.flatMap(({ customerId, subscriptions }) => {
    const scope = asCustomer(profile, customerId);
    const way = ways.find((one) => !isClosed(planning, one, scope));
    if (way === undefined || (way === 'query-customer' && !queried.has(customerId))) return [];
    return [{ way, scope, period, calls: plannedCalls(planning, way, subscriptions) }];
  });
}

function planProfile(planning: Planning, profile: PlannedProfile): CostRead[] {
  const { billingAccountName, billingProfileName, customers } = profile;
  const subscriptions = customers.reduce((count, customer) => count + customer.subscriptions, 0);
  if (billingProfileName === null) return planCustomers(planning, profile);
  const scope: CostScope = { kind: 'profile', billingAccountName, billingProfileName };
  // In the order of COST_WAYS: what is asked per customer comes before a query of the whole profile.
  for (const way of COST_WAYS) {
    if (way === 'query-customer') return planCustomers(planning, profile);
    if (way === 'report-customer') {
      const reads = planCustomers(planning, profile);
      if (reads.length === customers.length && reads.every((read) => read.way === way)) return reads;
    } else if (!isClosed(planning, way, scope)) {
      const calls = plannedCalls(planning, way, subscriptions);
      return [{ way, scope, period: planning.period, calls }];
    }
  }
  return [];
}

/** The cheapest way that is not known to be refused, for every billing profile (limits.md, 2026-11-21). */
export function planCostReads(input: CostPlanInput): CostRead[] {
  const planning = { ...input, recent: recentOf(input), queriedAt: lastQueries(input.tried) };
  return input.profiles.flatMap((profile) => planProfile(planning, profile));
}
