import { expect, test } from 'vitest';
import { isStale } from './is-stale.ts';

const NOW = '2026-11-21T09:00:00Z';

test('calls data stale once a daily reading is half a day late', () => {
  expect(isStale('2026-11-19T21:00:01Z', NOW)).toBe(false);
  expect(isStale('2026-11-19T20:59:59Z', NOW)).toBe(true);
});
