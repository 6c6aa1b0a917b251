import { expect, test } from 'vitest';
import { areaTexts } from './area-texts.ts';
import { makeFormats } from './formats.ts';
import type { Language } from './languages.ts';
import { makeTranslator } from './translator.ts';

const formats = (language: Language) =>
  makeFormats(language, makeTranslator(language, 'formats', areaTexts(language, 'formats')));

const { age, duration, left, isoDuration, percent, money } = formats('en');
const NOW = '2026-11-21T09:00:00Z';

test.each([
  ['2026-11-21T08:59:40Z', 'just now'],
  ['2026-11-21T08:15:00Z', '45 min ago'],
  ['2026-11-20T01:00:00Z', '32 h ago'],
  ['2026-11-18T09:00:00Z', '3 days ago'],
])('says the age of %s as %s', (at, words) => {
  expect(age(at, NOW)).toBe(words);
});

test.each([
  ['en', '11.1098', '11.1098'],
  ['nl', '0.08999999', '0,09'],
  ['sv', '15873.1', '15 873,1'],
] as const)(
  'writes an exchange rate in %s with the digits anybody compares: %s is %s',
  (language, rate, written) => {
    expect(formats(language).rate(rate).replaceAll('\u00a0', ' ')).toBe(written);
  },
);

test.each([
  [27_000, '27 s'],
  [125_000, '2 min 5 s'],
  [3_900_000, '1 h 5 min'],
])('says %i ms as %s', (ms, words) => {
  expect(duration(ms)).toBe(words);
});

test.each([
  [40_000, 'less than a minute left'],
  [12 * 60_000, 'about 12 min left'],
  [3 * 3_600_000, 'about 3 h left'],
])('says %i ms that are left as %s', (ms, words) => {
  expect(left(ms)).toBe(words);
});

test.each([
  ['PT8H', '8 h'],
  ['PT1H30M', '1 h 30 min'],
  ['PT45M', '45 min'],
  ['P1D', 'P1D'],
  ['PT', 'PT'],
])('says the ISO duration %s as %s', (text, words) => {
  expect(isoDuration(text)).toBe(words);
});

test.each([
  ['0', '0 %'],
  ['0.004', 'under 1 %'],
  ['0.62', '62 %'],
  ['0.996', '99.6 %'],
  ['0.99996', '99.9 %'],
  ['1', '100 %'],
])('says %s as %s: all and none are never rounded to', (fraction, words) => {
  expect(percent(fraction)).toBe(words);
});

test('keeps the sign of a refund and the currency of a foreign amount', () => {
  expect(money('-12.5', 'USD')).toBe('-US$12.50');
});

test('prints an amount it cannot read as it is', () => {
  expect(money('n/a', 'EUR')).toBe('n/a EUR');
});

const plainSpaces = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

test.each([
  ['en', '€90,071,992,547,409,931.25', '21 Nov 2026', '99.6 %', '1,234'],
  ['nl', '€ 90.071.992.547.409.931,25', '21 nov 2026', '99,6%', '1.234'],
  ['sv', '90 071 992 547 409 931,25 €', '21 nov. 2026', '99,6 %', '1 234'],
  ['zh-Hans', '€90,071,992,547,409,931.25', '2026年11月21日', '99.6%', '1,234'],
  ['zh-Hant', '€90,071,992,547,409,931.25', '2026年11月21日', '99.6%', '1,234'],
] as const)(
  'writes money to the last digit, dates and numbers as %s does',
  (language, amount, date, part, count) => {
    const written = formats(language);
    expect(plainSpaces(written.money('90071992547409931.25', 'EUR'))).toBe(amount);
    expect(written.date('2026-11-21T09:00:00Z')).toBe(date);
    expect(written.percent('0.996')).toBe(part);
    expect(plainSpaces(written.count(1234))).toBe(count);
  },
);
