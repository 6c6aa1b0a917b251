import { describe, expect, it } from 'vitest';
import { addPage, judgeCount, NOTHING_READ, type RowCount } from './row-count.ts';

const read = (...pages: [rows: number, announced: number | null | 'unchanged'][]): RowCount =>
  pages.reduce((count, [rows, announced]) => addPage(count, { rows, announced }), NOTHING_READ);

describe('rows that Azure announced, and rows that came', () => {
  it.each<[string, RowCount, ReturnType<typeof judgeCount>]>([
    ['whole where all pages of a list came', read([100, 120], [20, 'unchanged']), 'whole'],
    ['whole where several lists came, each with its own number', read([3, 3], [5, 5]), 'whole'],
    ['whole where Azure tells no number of one list', read([3, 3], [5, null]), 'whole'],
    ['wrong where a page was left out', read([100, 220], [20, 'unchanged']), 'wrong'],
    ['wrong where a page came twice', read([100, 120], [100, 'unchanged'], [20, 'unchanged']), 'wrong'],
    ['wrong where nothing came of what was announced', read([0, 4]), 'wrong'],
    ['changed where a list of a thousand grew by one meanwhile', read([1_000, 1_001]), 'changed'],
    ['whole where nothing was read at all', NOTHING_READ, 'whole'],
  ])('are %s', (_name, count, verdict) => {
    expect(judgeCount(count)).toBe(verdict);
  });
});
