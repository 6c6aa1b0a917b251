import { expect, test } from 'vitest';
import { monthOf, stackOf } from './day-chart-shape.ts';
import { heightOf, PLOT, scaleOf, shapesOf, WIDTH, type Stack } from './stacked-bars.ts';

const stack = (place: number, amounts: Partial<Stack['amounts']>, pale = false): Stack => ({
  ...{ place, pale },
  amounts: { credited: 0, notEarned: 0, unclassified: 0, ineligible: 0, ...amounts },
});

/** Of each box its left side, and from where to where it reaches. */
const boxesOf = (path: string) =>
  [...path.matchAll(/M([\d.]+) ([\d.]+)h[\d.]+V([\d.]+)h-[\d.]+z/g)].map(([, ...of]) => of.map(Number));

test('days without cost stay empty places, over the whole month', () => {
  const day = { currency: 'EUR', notEarnedGross: '0', ineligibleGross: '0', settled: true } as const;
  const days = [
    { ...day, day: '2026-11-03', creditedGross: '25', unclassifiedGross: '25' },
    { ...day, day: '2026-11-20', creditedGross: '100', unclassifiedGross: '0' },
  ];
  const month = monthOf(days);
  expect(month).toHaveLength(30);
  const [credited] = shapesOf(days.map(stackOf), month.length);
  const lefts = boxesOf(credited?.path ?? '').map(([left = 0]) => Math.floor((left / WIDTH) * 30));
  expect(lefts).toEqual([2, 19]);
});

test('stacks every part away from the axis, so that the bar is as high as the whole', () => {
  const shapes = shapesOf([stack(0, { credited: 10, notEarned: 20, unclassified: 30, ineligible: 40 })], 1);
  expect(scaleOf([stack(0, { credited: 10, ineligible: 90 })])).toEqual({ top: 100, bottom: 0 });
  expect(shapes.map(({ path }) => boxesOf(path)[0]?.slice(1))).toEqual([
    [100, 90],
    [90, 70],
    [70, 40],
    [40, 0],
  ]);
});

test('draws what refunds outweigh below the axis, and the rest of the same bar above it', () => {
  const bars = [stack(0, { credited: -50, unclassified: 100, ineligible: -50 }), stack(1, { credited: 80 })];
  const scale = scaleOf(bars);
  expect(scale).toEqual({ top: 100, bottom: -100 });
  const axis = heightOf(scale, 0);
  const [credited, unclassified, ineligible] = shapesOf(bars, 2).map(({ path }) => boxesOf(path));
  expect(axis).toBe(PLOT / 2);
  expect(credited?.map((box) => box.slice(1))).toEqual([
    [axis, 75],
    [axis, 10],
  ]);
  expect(unclassified?.[0]?.slice(1)).toEqual([axis, 0]);
  expect(ineligible?.[0]?.slice(1)).toEqual([75, 100]);
});

test('leaves room below the axis for small refunds, and draws a month of refunds alone', () => {
  const small = scaleOf([stack(0, { credited: 1000 }), stack(1, { credited: -1 })]);
  expect(small).toEqual({ top: 1000, bottom: -100 });
  const alone = [stack(0, { credited: -30 })];
  expect(scaleOf(alone)).toEqual({ top: 0, bottom: -30 });
  expect(boxesOf(shapesOf(alone, 1)[0]?.path ?? '')[0]?.slice(1)).toEqual([0, 100]);
});

test('is flat where there is nothing, and one shape for all boxes that look alike', () => {
  expect(scaleOf([])).toEqual({ top: 1, bottom: 0 });
  expect(shapesOf([stack(0, {})], 1)).toEqual([]);
  const many = [stack(0, { credited: 1 }), stack(1, { credited: 2 }), stack(2, { credited: 3 }, true)];
  expect(shapesOf(many, 3).map(({ pale }) => pale)).toEqual([false, true]);
});
