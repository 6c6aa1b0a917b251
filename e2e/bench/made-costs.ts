import type { CostWay } from '#lib/core/facts.ts';
import { allPayers, type Payer } from '../simulator/cost-scopes.ts';
import { billingProfileOf, isClosedProfile } from '../simulator/worlds/billing.ts';
import { daysBetween } from '../simulator/worlds/costs.ts';
import type { World } from '../simulator/worlds/types.ts';

/** Days of subscriptions, and amounts in millionths, by month and currency. */
export type CostTruth = Record<string, { days: number; micros: number }>;

const DAY_MS = 86_400_000;

/** First and last day of the months that a run reads: this one up to yesterday, and the one before it. */
export function daysInPlay(nowMs: number): { from: string; to: string } {
  const now = new Date(nowMs);
  const from = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1));
  return {
    from: from.toISOString().slice(0, 10),
    to: new Date(nowMs - DAY_MS).toISOString().slice(0, 10),
  };
}

/** What the simulator has of cost that may be read by one of these ways at all. */
export function makeCostTruth(world: World, ways: ReadonlySet<CostWay>, nowMs: number): CostTruth {
  const { from, to } = daysInPlay(nowMs);
  const truth: CostTruth = {};
  for (const payer of allPayers({ world }).filter((one) => isReadable(one, ways))) {
    for (const day of daysBetween(from, to)) addDay(truth, payer, day);
  }
  return truth;
}

function addDay(truth: CostTruth, payer: Payer, day: string): void {
  for (const [currency, lines] of Map.groupBy(payer.linesOf(day), (line) => line.currency)) {
    const sum = (truth[`${day.slice(0, 7)} ${currency}`] ??= { days: 0, micros: 0 });
    sum.days += 1;
    for (const { micros } of lines) sum.micros += micros;
  }
}

/** Closed profiles are refused, and customers of the legacy offer do not exist where customers are queried. */
function isReadable({ customer, subscription }: Payer, ways: ReadonlySet<CostWay>): boolean {
  if (isClosedProfile(billingProfileOf(customer).name)) return false;
  const isByCustomer = [...ways].every((way) => way === 'query-customer' || way === 'report-customer');
  return !(isByCustomer && subscription?.billing?.plan === 'legacy');
}
