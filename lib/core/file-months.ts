import { daysBetween, firstDay, lastDay, type Day, type Period } from './periods.ts';

/** What a file holds of a month. */
export type FileMonth = { period: Period; lines: number; days: number };

export type MonthChoice =
  | { kind: 'chosen'; whole: readonly Period[]; fragments: readonly FileMonth[] }
  /** Several months, and none of them whole enough to stand for itself. */
  | { kind: 'mixed' };

/** The least share of a month's days, up to the last of the file, that makes it more than late lines. */
const HALF = 0.5;

/**
 * A file of one month is of that month. Of several those count that the file has on most days: a few late lines of
 * another month, as a bill brings them, must never stand for all of that month.
 */
export function chooseMonths(months: readonly FileMonth[], lastDayOfFile: Day): MonthChoice {
  const isWhole = ({ period, days }: FileMonth): boolean => {
    const end = lastDay(period) < lastDayOfFile ? lastDay(period) : lastDayOfFile;
    return days >= daysBetween(firstDay(period), end).length * HALF;
  };
  const whole = months.length === 1 ? months : months.filter(isWhole);
  if (whole.length === 0) return { kind: 'mixed' };
  return {
    kind: 'chosen',
    whole: whole.map(({ period }) => period),
    fragments: months.filter((month) => !whole.includes(month)),
  };
}

/** So many lines of a file may be rejected: one in a hundred, ten of a small one, and never as many as are left. */
export const areTooMany = (rejected: number, lines: number): boolean =>
  rejected > Math.max(10, lines / 100) || rejected >= lines - rejected;
