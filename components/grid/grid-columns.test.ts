import { describe, expect, test } from 'vitest';
import { roomForTotals } from './grid-columns.ts';
import { footRoom } from './grid-foot.tsx';
import type { GridHead, Part } from './grid-shape.ts';

const head = (id: string, widthRem: number): GridHead => ({
  ...{ id, title: id, numeric: true, label: id, wide: false, widthRem, sort: null, help: null },
});

const amount = (text: string, before = ''): Part => ({ kind: 'amount', text, before, zero: false });

const widthsOf = (foot: Part[][][]): number[] =>
  roomForTotals([head('name', 11), head('missed', 8), head('cost', 8)], foot).map(({ widthRem }) => widthRem);

/** As Inter draws them at 13 pixels, and the sides of a cell. */
const MEASURED = [
  { text: '€13,399,815.47', before: '', px: 103 + 24 },
  { text: 'SEK 1,903,309.63', before: '', px: 115 + 24 },
  { text: 'SEK 807,993.23', before: 'up to', px: 138 + 24 },
  { text: '5 696 309,70 €', before: 'upp till', px: 143 + 24 },
  { text: 'SEK 807,993.23', before: '最多', px: 133 + 24 },
];

describe('columns of amounts', () => {
  test('keep their width where totals fit', () => {
    expect(widthsOf([[[], [amount('€4,985.35')], [amount('€74,019.82')]]])).toEqual([11, 8, 8]);
  });

  test.each(MEASURED)('have room for a total of $before $text', ({ text, before, px }) => {
    const [, missed = 0] = widthsOf([[[], [amount('€1.00'), amount(text, before)], []]]);
    expect(missed * 16).toBeGreaterThanOrEqual(px);
    expect(missed * 16).toBeLessThan(px + 20);
  });

  test('are as wide as the longest of several lines, and the last has more at its side', () => {
    const [, missed = 0, cost = 0] = widthsOf([
      [[], [amount('€1.00')], [amount('€1.00')]],
      [[], [amount('SEK 1,903,309.63')], [amount('SEK 1,903,309.63')]],
    ]);
    expect(cost - missed).toBeCloseTo(0.5);
  });

  test('words of a total wrap, and ask for no room', () => {
    const text = { kind: 'text', text: '50,000 with a role that earns', look: 'faint' } as const;
    expect(widthsOf([[[], [text], []]])).toEqual([11, 8, 8]);
  });
});

describe('what totals cover of the rows', () => {
  const line = (parts: number): Part[][] => [[], Array.from({ length: parts }, () => amount('€1.00'))];

  test('grows with their lines, those of one cell or of several rows', () => {
    expect(footRoom([])).toBe('0rem');
    expect(footRoom([line(1)])).toBe('2.375rem');
    expect(footRoom([line(4)])).toBe('6.125rem');
    expect(footRoom([line(1), line(1)])).toBe('4.75rem');
  });

  test('is nothing where they are so many that they stand at the end', () => {
    expect(footRoom(Array.from({ length: 5 }, () => line(1)))).toBe('0rem');
  });
});
