import { daysBetween, firstDay, lastDay, parseDay, periodOf, type Day } from '#lib/core/periods.ts';

export type ChartDay = {
  day: string;
  currency: string;
  creditedGross: string;
  unclassifiedGross: string;
  settled: boolean;
};

/** Parts of the plot's height, 0 to 100, and of its width in slots of SLOT. */
export type Bar = ChartDay & { x: number; credited: number; open: number };
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

/** A round number at or above the value, whose half reads well too. */
function roundUp(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((factor) => factor * power >= value) ?? 10;
  return step * power;
}

/** Geometry of stacked bars. Refunds below zero are left to the table twin. */
export function shapeChart(days: ChartDay[]): ChartShape {
  const sums = days.map((day) => positive(day.creditedGross) + positive(day.unclassifiedGross));
  const top = roundUp(Math.max(0, ...sums));
  const bars = days.map((day) => ({
    ...day,
    x: (Number(day.day.slice(8)) - 1) * SLOT,
    credited: (positive(day.creditedGross) / top) * PLOT,
    open: (positive(day.unclassifiedGross) / top) * PLOT,
  }));
  return { bars, top, month: monthOf(days) };
}
