import { useFormats, useTexts } from '#language';
import type { ChartDay } from './day-chart-shape.ts';

type Share = {
  fraction: number;
  /** Some of the rest may never earn. */
  open: boolean;
};

const sumOf = (days: ChartDay[], amount: (day: ChartDay) => string): number =>
  days.reduce((total, day) => total + Number(amount(day)), 0);

/** Cost that cannot earn has no part in the share; where refunds outweigh a part of it, a share says nothing. */
function shareOf(days: ChartDay[]): Share | 'refunded' | null {
  const credited = sumOf(days, (day) => day.creditedGross);
  const open = sumOf(days, (day) => day.unclassifiedGross);
  const notEarned = sumOf(days, (day) => day.notEarnedGross);
  if (Math.min(credited, open, notEarned) < 0) return 'refunded';
  const whole = credited + open + notEarned;
  return whole > 0 ? { fraction: credited / whole, open: open > 0 } : null;
}

type Words = { t: ReturnType<typeof useTexts<'figures'>>; percent: (fraction: string) => string };

function shareText({ fraction, open }: Share, day: string, { t, percent }: Words): string {
  const cost = open ? 'Cost' : 'Eligible';
  if (fraction >= 1) return t(`chart.all${cost}`, { day });
  if (fraction <= 0) return t(`chart.none${cost}`, { day });
  return t(`chart.part${cost}`, { day, percent: percent(String(fraction)) });
}

/** The chart's title says what it shows: the settled share, and the days too new to judge. */
export function useDayFinding(days: ChartDay[]): string {
  const t = useTexts('figures');
  const formats = useFormats();
  const settled = days.filter((day) => day.settled);
  const newDays = days.length - settled.length;
  const text = settledText(settled, { t, percent: formats.percent }, formats.day);
  return newDays > 0 ? t('chart.andTooNew', { text, days: newDays }) : text;
}

function settledText(settled: ChartDay[], words: Words, formatDay: (day: string) => string): string {
  const last = settled.at(-1);
  const share = shareOf(settled);
  if (last === undefined) return words.t('chart.noSettled');
  const day = formatDay(last.day);
  if (share === 'refunded') return words.t('chart.refunded', { day });
  return share === null ? words.t('chart.noneCanEarn', { day }) : shareText(share, day, words);
}
