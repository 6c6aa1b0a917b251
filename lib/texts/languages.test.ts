import { expect, test } from 'vitest';
import { chooseLanguage, parseLanguage } from './languages.ts';

test.each([
  ['nl-BE,nl;q=0.9,en;q=0.8', 'nl'],
  ['sv', 'sv'],
  ['en-US', 'en'],
  ['zh', 'zh-Hans'],
  ['zh-CN', 'zh-Hans'],
  ['zh-TW', 'zh-Hant'],
  ['zh-HK;q=0.5, fr', 'zh-Hant'],
  ['zh-Hans-HK', 'zh-Hans'],
  ['de-DE, fr;q=0.9', 'en'],
  ['en;q=0.1, sv;q=0.9', 'sv'],
  ['nl;q=0, sv;q=0.1', 'sv'],
  ['*', 'en'],
  [';;q=,,!', 'en'],
])('a browser that asks for %s is answered in %s', (header, language) => {
  expect(chooseLanguage(undefined, header)).toBe(language);
});

test('what somebody chose counts before what their browser asks for', () => {
  expect(chooseLanguage('zh-Hant', 'nl')).toBe('zh-Hant');
});

test('a choice that is no language of ours counts for nothing', () => {
  expect(chooseLanguage('<script>', 'sv')).toBe('sv');
  expect(chooseLanguage('', null)).toBe('en');
  expect(parseLanguage('EN')).toBeNull();
});
