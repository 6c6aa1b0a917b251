import { expect, it } from 'vitest';
import { RateLimiter } from './rate-limit.ts';

const NOW = 1_000_000;

it('lets a burst pass, then says how long to wait, and fills again with time', () => {
  const limiter = new RateLimiter({ burst: 2, perSecond: 0.5 });
  expect([limiter.take('a', NOW), limiter.take('a', NOW), limiter.take('a', NOW)]).toEqual([0, 0, 2]);
  expect(limiter.take('a', NOW + 1000)).toBe(1);
  expect(limiter.take('a', NOW + 2000)).toBe(0);
  expect(limiter.take('a', NOW + 2000)).toBe(2);
});

it('counts each one apart, and is not emptied by a clock that goes back', () => {
  const limiter = new RateLimiter({ burst: 1, perSecond: 1 });
  expect([limiter.take('a', NOW), limiter.take('b', NOW)]).toEqual([0, 0]);
  expect(limiter.take('a', NOW - 60_000)).toBe(1);
});
