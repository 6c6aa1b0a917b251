import { areaTexts } from '#lib/texts/area-texts.ts';
import type { Area } from '#lib/texts/en/all-areas.ts';
import { makeFormats } from '#lib/texts/formats.ts';
import type { Language } from '#lib/texts/languages.ts';
import { makeTranslator } from '#lib/texts/translator.ts';
import type { Wording } from '#lib/texts/wording.ts';

/** Every word of a language, outside of any request. */
export function wordingIn(language: Language): Wording {
  const texts = <OfArea extends Area>(area: OfArea) =>
    makeTranslator(language, area, areaTexts(language, area));
  return { language, texts, formats: makeFormats(language, texts('formats')) };
}
