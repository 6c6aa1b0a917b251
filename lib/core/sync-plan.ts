import { addMonths, dayOf, periodOf, type Instant, type Period } from './periods.ts';

/** Amounts of a month may move until the fifth day of the next (costdata.md section 8, 2026-11-21). */
const CLOSING_DAY = 5;

const closesAt = (period: Period): Instant => `${addMonths(period, 1)}-0${CLOSING_DAY + 1}T00:00:00Z`;

export const isOpen = (period: Period, now: Instant): boolean =>
  Date.parse(now) < Date.parse(closesAt(period));

/**
 * Months whose cost is to be read: the current one always, the one before it until it has been read after it
 * closed. `heldAsOf`: date of the read held for a month, null when none.
 */
export function planPeriods(now: Instant, heldAsOf: (period: Period) => Instant | null): Period[] {
  const current = periodOf(dayOf(now));
  const before = addMonths(current, -1);
  const held = heldAsOf(before);
  const settled = held !== null && Date.parse(held) >= Date.parse(closesAt(before));
  return settled ? [current] : [current, before];
}
