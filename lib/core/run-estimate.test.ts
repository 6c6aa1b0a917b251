import { describe, expect, it } from 'vitest';
import { estimateLeftMs } from './run-estimate.ts';

const work = { leftCalls: 60, doneCalls: 20, takenAt: '2026-11-21T01:00:00Z', waitUntil: null };
const after = (seconds: number) => new Date(Date.parse(work.takenAt) + seconds * 1000).toISOString();

describe('how long a run still takes', () => {
  it('takes three times as long as it took for a quarter of its calls', () => {
    expect(estimateLeftMs(work, after(240))).toBe(12 * 60_000);
  });

  it('takes no less than the longest wait', () => {
    expect(estimateLeftMs({ ...work, waitUntil: after(3600) }, after(10))).toBe(3_590_000);
    expect(estimateLeftMs({ ...work, waitUntil: after(11) }, after(10))).toBe(30_000);
  });

  it.each([
    ['little was done', { doneCalls: 4 }, 240],
    ['it has only begun', {}, 2],
    ['nothing is planned to be left', { leftCalls: 0 }, 240],
  ])('says nothing while %s', (_name, other, seconds) => {
    expect(estimateLeftMs({ ...work, ...other }, after(seconds))).toBeNull();
  });
});
