import { expect, test } from 'vitest';
import { wordsOf } from '#components/language/testing/words-of.tsx';
import type { Together as Sums } from '#lib/queries/schemas/overview.ts';
import { Together } from './together.tsx';

const ZERO = {
  ...{ net: '0', missed: '0', unclassifiedGross: '0', ineligibleGross: '0', rate: '0.15' },
  ...{ eligibleGross: '100', creditedGross: '57', coverage: '0.57', coverageAtLeast: '0.57' },
};
const money = {
  ...ZERO,
  currency: 'EUR',
  gross: '100',
  credit: '8.55',
  missedAtMost: '6.45',
  rateBasis: 'seen',
} as const;

const words = (together: Sums | null, language: 'en' | 'sv' = 'en'): string =>
  wordsOf(<Together together={together} period="2026-11" />, language);

test('says what all currencies are in one, and at which rates', () => {
  const shown = words({ state: 'converted', money, rates: [{ currency: 'SEK', forOne: '11.1098' }] });
  expect(shown).toContain('All currencies together, in EUR');
  expect(shown).toContain('€8.55');
  expect(shown).toContain('dollar amounts in the cost rows of November');
  expect(shown).toContain('1 EUR = 11.1098 SEK');
});

test('says which currency keeps them from being added', () => {
  expect(words({ state: 'no-rate', currency: 'EUR', missing: ['SEK', 'NOK'] })).toBe(
    'Amounts cannot be shown together in EUR: no cost row of November tells dollars for SEK and NOK.',
  );
});

test('says nothing where no currency is wanted', () => {
  expect(words(null)).toBe('');
});
