import { expect, test } from 'vitest';
import { formatAge, formatDuration, formatIsoDuration, formatLeft, isStale } from './format-dates.ts';

const NOW = '2026-11-21T09:00:00Z';

test.each([
  ['2026-11-21T08:59:40Z', 'just now'],
  ['2026-11-21T08:15:00Z', '45 min ago'],
  ['2026-11-20T01:00:00Z', '32 h ago'],
  ['2026-11-18T09:00:00Z', '3 days ago'],
])('says the age of %s as %s', (at, words) => {
  expect(formatAge(at, NOW)).toBe(words);
});

test('calls data stale once a daily reading is half a day late', () => {
  expect(isStale('2026-11-19T21:00:01Z', NOW)).toBe(false);
  expect(isStale('2026-11-19T20:59:59Z', NOW)).toBe(true);
});

test.each([
  [27_000, '27 s'],
  [125_000, '2 min 5 s'],
  [3_900_000, '1 h 5 min'],
])('says %i ms as %s', (ms, words) => {
  expect(formatDuration(ms)).toBe(words);
});

test.each([
  [40_000, 'less than a minute left'],
  [12 * 60_000, 'about 12 min left'],
  [3 * 3_600_000, 'about 3 h left'],
])('says %i ms that are left as %s', (ms, words) => {
  expect(formatLeft(ms)).toBe(words);
});

test.each([
  ['PT8H', '8 h'],
  ['PT1H30M', '1 h 30 min'],
  ['PT45M', '45 min'],
  ['P1D', 'P1D'],
])('says the ISO duration %s as %s', (text, words) => {
  expect(formatIsoDuration(text)).toBe(words);
});
