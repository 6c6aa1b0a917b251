import { describe, expect, it } from 'vitest';
import { USUAL_WAYS } from '../simulator/cost-ways.ts';
import { NIGHT_MS, OLDER, useRuns } from './night-runs.ts';

describe('older months', () => {
  const runs = useRuns({ ways: USUAL_WAYS }, [0, 0, NIGHT_MS, NIGHT_MS]);

  it('are left alone while somebody waits for the run', () => {
    expect(runs.slice(0, 2).map(({ planned }) => planned)).toEqual([[], ['2026-11']]);
  });

  it('are each read at night, once the open month is read, and never again', () => {
    const [, soon, night, next] = runs;
    expect(night?.planned).toEqual(['2026-11', ...OLDER]);
    expect(night?.reports).toBe((soon?.reports ?? 0) * (night?.planned.length ?? 0));
    expect(next).toEqual(soon);
  });

  it('leave each run whole', () => {
    expect(new Set(runs.map(({ status }) => status))).toEqual(new Set(['complete']));
  });
});
