import { describe, expect, it } from 'vitest';
import { wordsOf } from '#components/language/testing/words-of.tsx';
import { LANGUAGES, type Language } from '#lib/texts/languages.ts';
import { WrongAddress, type AddressProblem } from './wrong-address.tsx';

const wordsFor = (problem: AddressProblem, language: Language): string =>
  wordsOf(<WrongAddress page="costs" home="/costs" problems={[problem]} />, language);

const name = 'limit';
const PROBLEMS: readonly [problem: AddressProblem, said: readonly string[]][] = [
  ...(['unknown', 'twice', 'number', 'form', 'characters', 'cursor'] as const).map(
    (fault): [AddressProblem, string[]] => [{ name, fault }, []],
  ),
  ...(['month', 'day', 'instant', 'id', 'person'] as const).map((form): [AddressProblem, string[]] => [
    { name, fault: 'choice', values: ['none'], forms: [form] },
    ['none'],
  ]),
  [{ name, fault: 'several', values: ['day', 'class'] }, ['day, class']],
  [{ name, fault: 'together', values: ['day', 'service'] }, ['day, service']],
  [{ name, fault: 'least', limit: 1 }, ['1']],
  [{ name, fault: 'most', limit: 500 }, ['500']],
  [{ name, fault: 'longest', limit: 200 }, ['200']],
];

describe.each(LANGUAGES)('in %s', (language) => {
  it.each(PROBLEMS)('%j names the parameter and what it may be', (problem, said) => {
    const words = wordsFor(problem, language);
    for (const part of [`${name}: `, ...said]) expect(words).toContain(part);
    if (language === 'en') return;
    const english = wordsFor(problem, 'en').split(said[0] ?? `${name}: `)[1] ?? '?';
    expect(words).not.toContain(english.slice(0, 16));
  });
});
