import { isCounted } from './aggregate.ts';
import type { Facts } from './evidence.ts';
import {
  addMonths,
  boundsOf,
  dayOf,
  daysBetween,
  firstDay,
  lastDay,
  settlesAt,
  type Day,
  type DayBounds,
  type Instant,
  type Period,
} from './periods.ts';
import type { Verdict } from './statuses.ts';

export type PeriodDay = DayBounds & { day: Day };

const held = new Map<string, readonly PeriodDay[]>();

/** Days of a period up to now. */
export function judgedDays(period: Period, now: Instant): readonly PeriodDay[] {
  const today = dayOf(now);
  const last = lastDay(period);
  const end = last < today ? last : today;
  const key = `${period} ${end}`;
  const known = held.get(key);
  if (known !== undefined) return known;
  const days = daysBetween(firstDay(period), end).map((day) => ({ day, ...boundsOf(day) }));
  // Thousands of subscriptions are judged over the same days.
  if (held.size > 100) held.clear();
  held.set(key, days);
  return days;
}

const COST_IS_OLD_AFTER_MS = 48 * 3_600_000;

/**
 * Cost that missed no more than one daily sync is judged as of its own date. Later the days after it count as
 * unread: without a line they would look like days without usage (inferred).
 */
export function judgedAsOf(costs: Facts['subscription']['costs'], now: Instant): Instant {
  if (costs.state === 'unread') return now;
  const ageMs = Date.parse(now) - Date.parse(costs.at);
  return ageMs < 0 || ageMs > COST_IS_OLD_AFTER_MS ? now : costs.at;
}

/** All cost switched on one day: access came or went (diagnosis.md section 7, 2026-11-21). */
export function switchedOnce(days: readonly { verdict: Verdict }[]): boolean {
  const verdicts = days.map(({ verdict }) => verdict).filter(isCounted);
  const switches = verdicts.filter((verdict, index) => index > 0 && verdict !== verdicts[index - 1]);
  return switches.length === 1 && verdicts.every((verdict) => ENDS_OF_A_SWITCH.includes(verdict));
}

const ENDS_OF_A_SWITCH: readonly Verdict[] = ['earning', 'not-earning'];

const BILLED_BY_DAY = '08';

type Waiting = { period: Period; verdict: Verdict; hasSettledDay: boolean };

/**
 * When the first day can be judged, while none can: after 72 hours, or where data is late with last month's bill, by
 * the eighth (facts.md section 8, 2026-11-21).
 */
export function judgeableFrom({ period, verdict, hasSettledDay }: Waiting): Instant | null {
  if (!hasSettledDay) return settlesAt(firstDay(period));
  return verdict === 'pending' ? `${addMonths(period, 1)}-${BILLED_BY_DAY}T00:00:00Z` : null;
}
