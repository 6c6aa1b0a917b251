import { formatPercent, plural } from '#components/ui/format-numbers.ts';
import { formatDay } from '#components/ui/format-dates.ts';
import type { ChartDay } from './day-chart-shape.ts';

function shareOf(days: ChartDay[]): number | null {
  const credited = days.reduce((total, day) => total + Number(day.creditedGross), 0);
  const open = days.reduce((total, day) => total + Number(day.unclassifiedGross), 0);
  return credited + open > 0 ? credited / (credited + open) : null;
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
  if (last === undefined || share === null) return `No settled cost yet${tail}`;
  return `${shareWords(share)} of the cost up to ${formatDay(last.day)} received credit${tail}`;
}
