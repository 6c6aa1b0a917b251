import { expect, it, test } from 'vitest';
import { MISSING_RIGHTS } from '#lib/core/missing-rights.ts';
import { areaTexts } from './area-texts.ts';
import type { Language } from './languages.ts';
import { rightWords } from './right-words.ts';
import { makeTranslator } from './translator.ts';

const wordsIn = (language: Language, right: string) =>
  rightWords(makeTranslator(language, 'rights', areaTexts(language, 'rights')), right);

it.each(['nl', 'sv', 'zh-Hans', 'zh-Hant'] as const)('every missing right has words in %s', (language) => {
  for (const right of Object.values(MISSING_RIGHTS)) {
    expect(wordsIn(language, right)).not.toBe(right);
    expect(wordsIn('en', right)).toBe(right);
  }
});

test('a right that a later version names stays as it is called there', () => {
  expect(wordsIn('nl', 'Reader on the moon')).toBe('Reader on the moon');
});
