import { expect, it } from 'vitest';
import { NIGHT_MS, OLDER, useRuns } from './night-runs.ts';

const runs = useRuns({ ways: ['query-profile'] }, [0, NIGHT_MS, NIGHT_MS]);

it('reads older months at night by queries where nothing else is permitted, and never again', () => {
  const [first, night, next] = runs;
  expect(first?.planned).toEqual([]);
  expect(night?.planned).toEqual(['2026-11', ...OLDER]);
  expect(night?.queries).toBeGreaterThan(3 * OLDER.length);
  expect(next?.planned).toEqual(['2026-11']);
  expect(new Set(runs.map(({ status }) => status))).toEqual(new Set(['complete']));
});
