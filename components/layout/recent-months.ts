import { addMonths, periodOf } from '#lib/core/periods.ts';

const MONTHS_BACK = 13;

/** The months a list may be asked for, newest first. */
export function recentMonths(now: string): string[] {
  const latest = periodOf(now);
  return Array.from({ length: MONTHS_BACK + 1 }, (_, back) => addMonths(latest, -back));
}
