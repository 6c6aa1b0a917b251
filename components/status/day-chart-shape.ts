import { daysBetween, firstDay, lastDay, parseDay, periodOf, type Day } from '#lib/core/periods.ts';
import type { Stack } from './stacked-bars.ts';

export type ChartDay = {
  day: string;
  currency: string;
  creditedGross: string;
  notEarnedGross: string;
  unclassifiedGross: string;
  ineligibleGross: string;
  settled: boolean;
};

/** All days of the month that the rows are of, so that days without cost stay empty places. */
export function monthOf(days: readonly ChartDay[]): Day[] {
  const day = parseDay(days[0]?.day ?? '');
  if (day === null) return [];
  const period = periodOf(day);
  return daysBetween(firstDay(period), lastDay(period));
}

export const stackOf = (day: ChartDay): Stack => ({
  place: Number(day.day.slice(8)) - 1,
  pale: !day.settled,
  amounts: {
    credited: Number(day.creditedGross),
    notEarned: Number(day.notEarnedGross),
    unclassified: Number(day.unclassifiedGross),
    ineligible: Number(day.ineligibleGross),
  },
});
