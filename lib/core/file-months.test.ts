import { describe, expect, it } from 'vitest';
import { areTooMany, chooseMonths, type FileMonth } from './file-months.ts';
import { parseDay, parsePeriod, type Day, type Period } from './periods.ts';

// Texts of days and months.
const day = (text: string): Day => parseDay(text) as Day;
const month = (text: string, days: number): FileMonth => ({
  period: parsePeriod(text) as Period,
  lines: days * 10,
  days,
});

describe('the months of a file', () => {
  it.each<[string, FileMonth[], string, string[] | 'mixed']>([
    ['one, however little there is of it', [month('2026-10', 1)], '2026-10-31', ['2026-10']],
    [
      'each that it has on most days',
      [month('2026-09', 30), month('2026-10', 16)],
      '2026-10-31',
      ['2026-09', '2026-10'],
    ],
    [
      'the open one up to its last day',
      [month('2026-10', 31), month('2026-11', 4)],
      '2026-11-05',
      ['2026-10', '2026-11'],
    ],
    [
      'not those of a few late lines',
      [month('2026-09', 14), month('2026-10', 31)],
      '2026-10-31',
      ['2026-10'],
    ],
    ['none where each has few days', [month('2026-09', 3), month('2026-10', 3)], '2026-10-31', 'mixed'],
  ])('are %s', (_name, months, last, whole) => {
    const choice = chooseMonths(months, day(last));
    expect(choice.kind === 'chosen' ? choice.whole : choice.kind).toEqual(whole);
    if (choice.kind !== 'chosen') return;
    expect([...choice.whole, ...choice.fragments.map(({ period }) => period)].sort()).toEqual(
      months.map(({ period }) => period),
    );
  });
});

describe('lines that cannot be read', () => {
  it.each([
    [10, 30, false],
    [11, 30, true],
    [100, 10_000, false],
    [101, 10_000, true],
    [1, 2, true],
    [1, 3, false],
    [0, 0, true],
  ])('%i of %i are too many: %s', (rejected, lines, tooMany) => {
    expect(areTooMany(rejected, lines)).toBe(tooMany);
  });
});
