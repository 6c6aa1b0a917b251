import { expect, test } from 'vitest';
import { openFastClock } from './virtual-clock.ts';

const START = Date.parse('2026-11-21T10:00:00Z');

test('an hour of sleep passes at once, and the clock has moved by that hour', async () => {
  const clock = openFastClock({ startMs: START });
  await clock.sleep(3_600_000);
  expect(clock.now() - START).toBeGreaterThanOrEqual(3_600_000);
  expect(clock.skipped()).toBeGreaterThan(3_500_000);
});

test('who sleeps shorter wakes first, whatever the order of falling asleep', async () => {
  const clock = openFastClock();
  const woken: string[] = [];
  await Promise.all([
    clock.sleep(60_000).then(() => woken.push('a minute')),
    clock.sleep(10_000).then(() => woken.push('ten seconds')),
    clock.sleep(30_000).then(() => woken.push('half a minute')),
  ]);
  expect(woken).toEqual(['ten seconds', 'half a minute', 'a minute']);
});

test('sleeping side by side takes the longest sleep, not the sum of all', async () => {
  const clock = openFastClock({ startMs: START });
  await Promise.all(Array.from({ length: 20 }, () => clock.sleep(60_000)));
  expect(clock.now() - START).toBeLessThan(70_000);
});

test('time does not jump while a call is being answered', async () => {
  const clock = openFastClock({ startMs: START });
  clock.working(1);
  const slept = clock.sleep(600_000);
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(clock.now() - START).toBeLessThan(60_000);
  clock.working(-1);
  await slept;
  expect(clock.now() - START).toBeGreaterThanOrEqual(600_000);
});

test('an aborted sleep ends with the reason, and nothing is left to wake', async () => {
  const clock = openFastClock();
  const controller = new AbortController();
  clock.working(1);
  const slept = clock.sleep(600_000, controller.signal);
  controller.abort(new Error('stopped'));
  await expect(slept).rejects.toThrow('stopped');
  await expect(clock.sleep(1, controller.signal)).rejects.toThrow('stopped');
});
