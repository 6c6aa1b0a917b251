import { expect, test } from 'vitest';
import { formatMoney, formatPercent } from './format-numbers.ts';

test.each([
  ['0', '0 %'],
  ['0.004', 'under 1 %'],
  ['0.62', '62 %'],
  ['0.996', '99.6 %'],
  ['0.99996', '99.9 %'],
  ['1', '100 %'],
])('says %s as %s: all and none are never rounded to', (fraction, words) => {
  expect(formatPercent(fraction)).toBe(words);
});

test('prints every digit of an amount that a binary float cannot hold', () => {
  expect(formatMoney('90071992547409931.25', 'EUR')).toBe('€90,071,992,547,409,931.25');
});

test('keeps the sign of a refund and the currency of a foreign amount', () => {
  expect(formatMoney('-12.5', 'USD')).toBe('-US$12.50');
});

test('prints an amount it cannot read as it is', () => {
  expect(formatMoney('n/a', 'EUR')).toBe('n/a EUR');
});
