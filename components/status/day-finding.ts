import { formatPercent, plural } from '#components/ui/format-numbers.ts';
import { formatDay } from '#components/ui/format-dates.ts';
import type { ChartDay } from './day-chart-shape.ts';

const share = (days: ChartDay[]): number | null => {
  const credited = days.reduce((total, day) => total + Number(day.creditedGross), 0);
  const open = days.reduce((total, day) => total + Number(day.unclassifiedGross), 0);
  return credited + open > 0 ? credited / (credited + open) : null;
};

/** The chart's title says what it shows: the settled share, and the days too new to judge. */
export function dayFinding(days: ChartDay[], currency: string): string {
  const settled = days.filter((day) => day.settled);
  const last = settled.at(-1);
  const part = share(settled);
  const newDays = days.length - settled.length;
  const tail = newDays > 0 ? `; ${plural(newDays, 'day')} too new to judge` : '';
  if (last === undefined || part === null) return `${currency}: no settled cost yet${tail}`;
  return `${currency}: ${shareWords(part)} of cost up to ${formatDay(last.day)} received credit${tail}`;
}

function shareWords(part: number): string {
  if (part >= 1) return 'all';
  return part <= 0 ? 'none' : formatPercent(String(part));
}
