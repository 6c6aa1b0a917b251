import { formatPercent, plural } from '#components/ui/format-numbers.ts';
import { formatDay } from '#components/ui/format-dates.ts';
import type { ChartDay } from './day-chart-shape.ts';

type Share = {
  fraction: number;
  /** Some of the rest may never earn. */
  open: boolean;
};

const sumOf = (days: ChartDay[], amount: (day: ChartDay) => string): number =>
  days.reduce((total, day) => total + Number(amount(day)), 0);

/** Cost that cannot earn has no part in the share. */
function shareOf(days: ChartDay[]): Share | null {
  const credited = sumOf(days, (day) => day.creditedGross);
  const open = sumOf(days, (day) => day.unclassifiedGross);
  const whole = credited + open + sumOf(days, (day) => day.notEarnedGross);
  return whole > 0 ? { fraction: credited / whole, open: open > 0 } : null;
}

function shareWords(share: number): string {
  if (share >= 1) return 'All';
  return share <= 0 ? 'None' : formatPercent(String(share));
}

/** The chart's title says what it shows: the settled share, and the days too new to judge. */
export function dayFinding(days: ChartDay[]): string {
  const settled = days.filter((day) => day.settled);
  const last = settled.at(-1);
  const share = shareOf(settled);
  const newDays = days.length - settled.length;
  const tail = newDays > 0 ? `; ${plural(newDays, 'day')} too new to judge` : '';
  if (last === undefined) return `No settled cost yet${tail}`;
  if (share === null) return `No cost up to ${formatDay(last.day)} can earn credit${tail}`;
  const cost = share.open ? 'cost' : 'eligible cost';
  return `${shareWords(share.fraction)} of the ${cost} up to ${formatDay(last.day)} received credit${tail}`;
}
