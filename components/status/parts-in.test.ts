import { expect, test } from 'vitest';
import { wordingIn } from '#components/language/testing/wording-in.ts';
import { partsIn } from './parts-in.ts';

const byVerdict = {
  ...{ earning: 1, partial: 0, 'not-earning': 2, 'not-applicable': 1, pending: 0 },
  ...{ unverified: 0, unknown: 0 },
};

const wordsIn = (language: 'en' | 'nl' | 'zh-Hans'): string => {
  const [words] = partsIn(wordingIn(language)).counts({ byVerdict });
  return words !== undefined && 'text' in words ? words.text : '';
};

test('a count and its words stay on one line', () => {
  expect(wordsIn('en')).toBe('1\u00a0earning, 2\u00a0not\u00a0earning, 1\u00a0not\u00a0applicable');
  expect(wordsIn('zh-Hans')).not.toMatch(/\d /u);
});

test('words too long for a line may be parted between them, never within one', () => {
  expect(wordsIn('nl')).toContain('1\u00a0niet van toepassing');
});
