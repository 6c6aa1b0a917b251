import { fractionOf } from './seeded.ts';
import type { CostLine, Subscription, VariedCost } from './types.ts';

/** Months of history before the open one. */
export const HISTORY_MONTHS = 13;

const DAY_MS = 86_400_000;
const GROWTH_FROM = Date.UTC(2026, 0, 1);
/** Sunday first: offices rest at the week's end, and so do their machines. */
const WEEKDAY_PERCENT = [71, 104, 107, 108, 106, 101, 75] as const;

/** The days that Azure has costs for at this time: 13 months of history up to yesterday, in UTC. */
export function costDays(nowMs: number): { first: string; last: string } {
  const now = new Date(nowMs);
  const first = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - HISTORY_MONTHS, 1);
  return { first: dayText(first), last: dayText(nowMs - DAY_MS) };
}

const dayText = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The days from `from` to `to`, both included. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let ms = Date.parse(from); ms <= Date.parse(to); ms += DAY_MS) days.push(dayText(ms));
  return days;
}

/** What Azure bills for one day of a subscription: at most a credited and an uncredited line. */
export function costLines(
  subscription: Pick<Subscription, 'subscriptionId' | 'cost'>,
  day: string,
): CostLine[] {
  const { subscriptionId, cost } = subscription;
  if (cost.kind === 'none') return [];
  const { credited, uncredited } = cost.kind === 'constant' ? cost : variedAmounts(cost, subscriptionId, day);
  const line = (amount: string | null, isCredited: boolean): CostLine[] =>
    amount === null ? [] : [{ subscriptionId, day, currency: cost.currency, credited: isCredited, amount }];
  return [...line(credited, true), ...line(uncredited, false)];
}

function variedAmounts(cost: VariedCost, subscriptionId: string, day: string) {
  const ms = Date.parse(day);
  const months = (ms - GROWTH_FROM) / (30.4 * DAY_MS);
  const weekday = (WEEKDAY_PERCENT[new Date(ms).getUTCDay()] ?? 100) / 100;
  const noise = 0.94 + 0.12 * fractionOf('cost', subscriptionId, day);
  const growth = (1 + cost.monthlyGrowthPercent / 100) ** months;
  const cents = Math.max(1, Math.round(cost.baseCents * weekday * noise * growth));
  const creditedCents = Math.round((cents * cost.creditedPercent) / 100);
  return { credited: amountOf(creditedCents), uncredited: amountOf(cents - creditedCents) };
}

const amountOf = (cents: number): string | null => (cents === 0 ? null : (cents / 100).toFixed(2));
