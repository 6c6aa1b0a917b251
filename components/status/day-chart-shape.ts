import { daysBetween, firstDay, lastDay, parseDay, periodOf, type Day } from '#lib/core/periods.ts';

export type ChartDay = {
  day: string;
  currency: string;
  creditedGross: string;
  notEarnedGross: string;
  unclassifiedGross: string;
  ineligibleGross: string;
  settled: boolean;
};

export type PartName = 'credited' | 'notEarned' | 'unclassified' | 'ineligible';

/** From the axis up: what earned, what was missed, what is open, what can never earn. */
export const PART_NAMES: readonly PartName[] = ['credited', 'notEarned', 'unclassified', 'ineligible'];

/** Parts of the plot's height, 0 to 100, and of its width in slots of SLOT. */
export type Bar = { day: string; settled: boolean; x: number; parts: Record<PartName, number> };
export type ChartShape = { bars: Bar[]; top: number; month: Day[] };

/** All days of the month that the rows are of, so that days without cost stay empty places. */
function monthOf(days: ChartDay[]): Day[] {
  const day = parseDay(days[0]?.day ?? '');
  if (day === null) return [];
  const period = periodOf(day);
  return daysBetween(firstDay(period), lastDay(period));
}

export const SLOT = 10;
export const PLOT = 100;

const positive = (text: string) => Math.max(0, Number(text));

const amountsOf = (day: ChartDay): Record<PartName, number> => ({
  credited: positive(day.creditedGross),
  notEarned: positive(day.notEarnedGross),
  unclassified: positive(day.unclassifiedGross),
  ineligible: positive(day.ineligibleGross),
});

const sumOf = (amounts: Record<PartName, number>): number =>
  PART_NAMES.reduce((total, name) => total + amounts[name], 0);

/** A round number at or above the value, whose half reads well too. */
function roundUp(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((factor) => factor * power >= value) ?? 10;
  return step * power;
}

/** Geometry of stacked bars. Refunds below zero are left to the table twin. */
export function shapeChart(days: ChartDay[]): ChartShape {
  const rows = days.map((day) => ({ ...day, amounts: amountsOf(day) }));
  const top = roundUp(Math.max(0, ...rows.map(({ amounts }) => sumOf(amounts))));
  const height = (amount: number): number => (amount / top) * PLOT;
  const bars = rows.map(({ day, settled, amounts }) => ({
    day,
    settled,
    x: (Number(day.slice(8)) - 1) * SLOT,
    parts: {
      credited: height(amounts.credited),
      notEarned: height(amounts.notEarned),
      unclassified: height(amounts.unclassified),
      ineligible: height(amounts.ineligible),
    },
  }));
  return { bars, top, month: monthOf(days) };
}

export type Shape = { name: PartName; settled: boolean; path: string };

const short = (value: number): number => Number(value.toFixed(2));

const boxOf = (bar: Bar, y: number, height: number): string =>
  `M${short(bar.x + 1.5)} ${short(y)}h${SLOT - 3}v${short(height)}h${3 - SLOT}z`;

/** All boxes of a part that look alike are one shape: a browser draws few large ones faster than many small ones. */
export function shapesOf(bars: readonly Bar[]): Shape[] {
  return PART_NAMES.flatMap((name, place) =>
    [true, false].flatMap((settled): Shape[] => {
      const path = bars
        .filter((bar) => bar.settled === settled && bar.parts[name] > 0)
        .map((bar) => {
          const below = PART_NAMES.slice(0, place).reduce((sum, under) => sum + bar.parts[under], 0);
          return boxOf(bar, PLOT - below - bar.parts[name], bar.parts[name]);
        })
        .join('');
      return path === '' ? [] : [{ name, settled, path }];
    }),
  );
}
