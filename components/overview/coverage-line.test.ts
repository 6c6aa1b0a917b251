import { expect, test } from 'vitest';
import { coverageLine, type Share } from './coverage-line.ts';

const known = (value: number): Share => ({ value, atLeast: false });

test('a month that is not known is a gap: the line ends before it and begins anew after it', () => {
  const { line } = coverageLine([known(0.5), known(0.25), null, known(1), null], 50);
  expect(line).toBe('M5 50L15 75M35 0');
});

test('a month alone between gaps is a point, and one that may be higher another kind of point', () => {
  const { known: dots, atLeast } = coverageLine([known(0), null, { value: 0.4, atLeast: true }], 30);
  expect([dots, atLeast]).toEqual(['M5 100h0', 'M25 60h0']);
});
