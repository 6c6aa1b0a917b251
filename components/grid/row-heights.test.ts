import { expect, test } from 'vitest';
import { RowHeights } from './row-heights.ts';

const TOTAL = 50_000;

test('rows that nobody has seen stand at their usual heights', () => {
  const heights = new RowHeights(76);
  expect(heights.topOf(0)).toBe(0);
  expect(heights.topOf(40_001)).toBe(40_001 * 76);
  expect(heights.rowAt(40_001 * 76 + 75, TOTAL)).toBe(40_001);
});

test('a row that is higher than usual moves those after it, and no others', () => {
  const heights = new RowHeights(76);
  heights.see(1000, 100);
  heights.see(1000, 116);
  heights.see(1001, 60);
  expect([heights.topOf(1000), heights.topOf(1001), heights.topOf(1002)]).toEqual([76_000, 76_116, 76_176]);
  expect(heights.topOf(TOTAL)).toBe(TOTAL * 76 + 24);
});

test('the row at a place is the one whose top and bottom are around it', () => {
  const heights = new RowHeights(76);
  for (let row = 0; row < 300; row += 3) heights.see(row, 50 + row);
  for (let row = 0; row < 400; row += 1) {
    expect(heights.rowAt(heights.topOf(row), TOTAL)).toBe(row);
    expect(heights.rowAt(heights.topOf(row + 1) - 0.5, TOTAL)).toBe(row);
  }
});

test('what lies before the first row or after the last belongs to these', () => {
  const heights = new RowHeights(76);
  expect(heights.rowAt(-20, 128)).toBe(0);
  expect([heights.rowAt(1e9, 128), heights.rowAt(1e9, 129), heights.rowAt(1e9, 1)]).toEqual([127, 128, 0]);
  expect(heights.rowAt(10, 0)).toBe(0);
});
