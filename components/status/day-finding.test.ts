import { expect, test } from 'vitest';
import { dayFinding } from './day-finding.ts';
import { PLOT, SLOT, shapeChart, type ChartDay } from './day-chart-shape.ts';

const day = (date: string, credited: string, open: string, settled = true): ChartDay => ({
  day: date,
  currency: 'EUR',
  creditedGross: credited,
  unclassifiedGross: open,
  settled,
});

test('counts only settled days in the share and names the days too new to judge', () => {
  const days = [day('2026-11-01', '60', '40'), day('2026-11-02', '0', '900', false)];
  expect(dayFinding(days)).toBe('60 % of the cost up to 1 Nov received credit; 1 day too new to judge');
});

test('says all and none in words', () => {
  expect(dayFinding([day('2026-11-01', '10', '0')])).toBe('All of the cost up to 1 Nov received credit');
  expect(dayFinding([day('2026-11-01', '0', '10')])).toBe('None of the cost up to 1 Nov received credit');
});

test('claims nothing while no day is settled', () => {
  expect(dayFinding([day('2026-11-20', '5', '5', false)])).toBe(
    'No settled cost yet; 1 day too new to judge',
  );
});

test('leaves the places of days without cost empty, over the whole month', () => {
  const { bars, month } = shapeChart([day('2026-11-03', '25', '25'), day('2026-11-20', '100', '0')]);
  expect(month).toHaveLength(30);
  expect(bars.map(({ x }) => x)).toEqual([2 * SLOT, 19 * SLOT]);
  expect(bars[1]?.credited).toBe(PLOT);
});

test('draws no bar below the line for a day of refunds', () => {
  const { bars } = shapeChart([day('2026-11-03', '-5', '10')]);
  expect(bars[0]).toMatchObject({ credited: 0, open: PLOT });
});
