import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { expect, test } from 'vitest';
import { keyedTexts } from './area-texts.ts';
import { en, type Area } from './en/all-areas.ts';
import { LANGUAGES } from './languages.ts';

const AREAS = Object.keys(en) as Area[];

/** The arguments and tags that a message names, by their kinds. */
function argumentsOf(nodes: MessageFormatElement[]): string[] {
  return nodes.flatMap((node) => {
    switch (node.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.tag:
        return [`<${node.value}>`, ...argumentsOf(node.children)];
      case TYPE.plural:
      case TYPE.select:
        return [
          `${node.value} ${node.type}`,
          ...Object.values(node.options).flatMap((option) => argumentsOf(option.value)),
        ];
      default:
        return [`${node.value} ${node.type}`];
    }
  });
}

const namesOf = (text: string): string[] => [...new Set(argumentsOf(parse(text)))].toSorted();
/** A number may be written plainly in one language and choose a plural in another. */
const kindless = (names: string[]): string[] => [...new Set(names.map((name) => name.split(' ')[0] ?? ''))];

const OTHERS = LANGUAGES.filter((language) => language !== 'en');

test.each(OTHERS)('%s has the texts of English, none empty, with the same arguments and tags', (language) => {
  for (const area of AREAS) {
    const own = new Map(keyedTexts(language, area));
    const english = keyedTexts('en', area);
    expect([...own.keys()]).toEqual(english.map(([key]) => key));
    for (const [key, text] of english) {
      const translated = own.get(key) ?? '';
      expect(translated.trim(), `${area}.${key}`).not.toBe('');
      expect(kindless(namesOf(translated)), `${area}.${key}`).toEqual(kindless(namesOf(text)));
    }
  }
});

const pluralsOf = (nodes: MessageFormatElement[]): string[][] =>
  nodes.flatMap((node) => {
    if (node.type === TYPE.tag) return pluralsOf(node.children);
    if (node.type !== TYPE.plural && node.type !== TYPE.select) return [];
    const inside = Object.values(node.options).flatMap((option) => pluralsOf(option.value));
    return node.type === TYPE.plural ? [Object.keys(node.options), ...inside] : inside;
  });

test.each(LANGUAGES)('%s has a form for every count its grammar tells apart', (language) => {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  for (const area of AREAS) {
    for (const [key, text] of keyedTexts(language, area)) {
      for (const given of pluralsOf(parse(text))) {
        expect(given, `${area}.${key}`).toEqual(expect.arrayContaining(forms));
      }
    }
  }
});
