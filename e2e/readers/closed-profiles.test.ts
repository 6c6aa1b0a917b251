import { describe, expect, it } from 'vitest';
import { NIGHT_MS, useRuns } from './night-runs.ts';

/** Of whom their profile has more customers than are tried in one night. */
const CUSTOMERS = 24;

describe('cost of a partner who may read none', () => {
  const runs = useRuns({ ways: [], customers: CUSTOMERS }, [0, NIGHT_MS, NIGHT_MS]);

  it('is not asked of every customer in one night', () => {
    const [first = 0, ...later] = runs.map(({ queried }) => queried.length);
    expect(first).toBeLessThan(CUSTOMERS);
    // Smaller profiles have been tried whole by then: of the largest four more each night.
    expect(later.every((count) => count >= 4 && count < 8 && count < first)).toBe(true);
  });

  it('is asked of others each night, so that a right at one of them is found', () => {
    const all = runs.flatMap(({ queried }) => queried);
    expect(new Set(all).size).toBe(all.length);
  });

  it('is told to be refused of everybody who was asked', () => {
    expect(runs.map(({ refused }) => refused.length)).toEqual(
      runs.map(({ queried }) => new Set(queried).size),
    );
  });

  it('leaves the runs complete', () => {
    expect(runs.map(({ status }) => status)).toEqual(['complete', 'complete', 'complete']);
  });
});
