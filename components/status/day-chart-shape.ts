export type ChartDay = {
  day: string;
  currency: string;
  creditedGross: string;
  unclassifiedGross: string;
  settled: boolean;
};

export type Bar = ChartDay & {
  x: number;
  width: number;
  creditedY: number;
  openY: number;
  creditedHeight: number;
  openHeight: number;
};
export type Mark = { y: number; value: number };
export type ChartShape = { bars: Bar[]; marks: Mark[]; baseline: number };

export const CHART = { width: 720, height: 168, left: 52, right: 4, top: 8, bottom: 22 } as const;

const positive = (text: string) => Math.max(0, Number(text));

/** A round number at or above the value: 1, 2, 2.5 or 5 times a power of ten. */
function roundUp(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 2.5, 5, 10].find((factor) => factor * power >= value) ?? 10;
  return step * power;
}

/** Geometry of stacked bars. Refunds below zero are left to the table twin. */
export function shapeChart(days: ChartDay[]): ChartShape {
  const largest = Math.max(
    0,
    ...days.map((day) => positive(day.creditedGross) + positive(day.unclassifiedGross)),
  );
  const top = roundUp(largest);
  const plot = CHART.height - CHART.top - CHART.bottom;
  const baseline = CHART.height - CHART.bottom;
  const slot = (CHART.width - CHART.left - CHART.right) / Math.max(1, days.length);
  const heightOf = (amount: number) => (amount / top) * plot;
  const bars = days.map((day, index) => {
    const creditedHeight = heightOf(positive(day.creditedGross));
    const openHeight = heightOf(positive(day.unclassifiedGross));
    const creditedY = baseline - creditedHeight;
    return {
      ...day,
      x: CHART.left + index * slot + slot * 0.14,
      width: slot * 0.72,
      creditedHeight,
      creditedY,
      openHeight,
      openY: creditedY - openHeight,
    };
  });
  return {
    bars,
    baseline,
    marks: [0, 0.5, 1].map((part) => ({ y: baseline - part * plot, value: part * top })),
  };
}
