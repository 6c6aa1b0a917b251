import { COST_WAYS, type CostWay } from './facts.ts';
import { addDays, dayOf, daysBetween, firstDay, lastDay, type Instant, type Period } from './periods.ts';

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

/** A refusal is remembered for a week, so that a right granted since is noticed. */
export function isRefused(
  { tried, now }: Pick<CostPlanInput, 'tried' | 'now'>,
  way: CostWay,
  scope: CostScope,
): boolean {
  const key = scopeKey(scope);
  return tried.some(
    (one) => one.way === way && !one.permitted && scopeKey(one.scope) === key && isRecent(now, one),
  );
}

/** What one customer was refused and none was granted is not tried with each of a thousand others. */
function areReportsRefused(input: CostPlanInput, { billingAccountName, customers }: PlannedProfile): boolean {
  const keys = new Set(
    customers.map(({ customerId }) => scopeKey({ kind: 'customer', billingAccountName, customerId })),
  );
  const tried = input.tried.filter(
    (one) => one.way === 'report-customer' && keys.has(scopeKey(one.scope)) && isRecent(input.now, one),
  );
  return tried.length > 0 && tried.every(({ permitted }) => !permitted);
}

const plannedCalls = ({ period, now }: CostPlanInput, way: CostWay, subscriptions: number): number =>
  callsOf(way, { subscriptions, days: daysWithCost(period, now) });

function planCustomer(
  input: CostPlanInput,
  profile: PlannedProfile,
  { customerId, subscriptions }: PlannedCustomer,
): CostRead[] {
  const scope: CostScope = { kind: 'customer', billingAccountName: profile.billingAccountName, customerId };
  const ways = COST_WAYS.filter((way) => !isProfileWay(way)).filter(
    (way) => way !== 'report-customer' || !areReportsRefused(input, profile),
  );
  const way = ways.find((one) => !isRefused(input, one, scope));
  const { period } = input;
  return way === undefined ? [] : [{ way, scope, period, calls: plannedCalls(input, way, subscriptions) }];
}

function planProfile(input: CostPlanInput, profile: PlannedProfile): CostRead[] {
  const { billingAccountName, billingProfileName, customers } = profile;
  const subscriptions = customers.reduce((count, customer) => count + customer.subscriptions, 0);
  const perCustomer = (): CostRead[] =>
    customers.flatMap((customer) => planCustomer(input, profile, customer));
  if (billingProfileName === null) return perCustomer();
  const scope: CostScope = { kind: 'profile', billingAccountName, billingProfileName };
  // In the order of COST_WAYS: what is asked per customer comes before a query of the whole profile.
  for (const way of COST_WAYS) {
    if (way === 'query-customer') return perCustomer();
    if (way === 'report-customer') {
      const reads = perCustomer();
      if (reads.length === customers.length && reads.every((read) => read.way === way)) return reads;
    } else if (!isRefused(input, way, scope)) {
      return [{ way, scope, period: input.period, calls: plannedCalls(input, way, subscriptions) }];
    }
  }
  return [];
}

/** The cheapest way that is not known to be refused, for every billing profile (limits.md, 2026-11-21). */
export const planCostReads = (input: CostPlanInput): CostRead[] =>
  input.profiles.flatMap((profile) => planProfile(input, profile));
