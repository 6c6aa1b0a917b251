import { describe, expect, it } from 'vitest';
import { parseAmount, parseCredited, parseCurrency, parseSubscriptionCell, parseUsageDate } from './cells.ts';

describe('whether credit was applied', () => {
  it.each(['1', 'True', 'true', 'TRUE', true, 1, ' true '])('yes: %s', (cell) =>
    expect(parseCredited(cell)).toBe(true),
  );
  it.each(['0', 'False', 'false', false, 0])('no: %s', (cell) => expect(parseCredited(cell)).toBe(false));
  it.each([null, '', '  ', 'n/a'])('is unknown, not no, when it says %s', (cell) =>
    expect(parseCredited(cell)).toBeNull(),
  );
});

it.each([
  ['20260401', '2026-04-01'],
  [20260228, '2026-02-28'],
  ['2026-04-01T00:00:00', '2026-04-01'],
  ['20260230', null],
  ['April', null],
  [null, null],
])('takes the day of %s', (cell, day) => expect(parseUsageDate(cell)).toBe(day));

it.each([
  ['6e-05', '0.00006'],
  ['-12.30', '-12.3'],
  ['19.545363672276512', '19.545363672276512'],
])('keeps the amount %s exact', (cell, text) => expect(parseAmount(cell)?.toFixed()).toBe(text));

it('takes no amount, currency or subscription from text that is none', () => {
  expect([parseAmount('NaN'), parseAmount(null), parseCurrency('Euro'), parseSubscriptionCell('x')]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

it('takes a subscription written as a resource id', () => {
  const id = '55555555-0000-4000-8000-000000000001';
  expect(parseSubscriptionCell(`/subscriptions/${id.toUpperCase()}`)).toBe(id);
});
