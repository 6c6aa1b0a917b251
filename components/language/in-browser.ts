import { useContext, useMemo } from 'react';
import type { Area } from '#lib/texts/en/all-areas.ts';
import { makeFormats, type Formats } from '#lib/texts/formats.ts';
import type { Language } from '#lib/texts/languages.ts';
import type { Wording } from '#lib/texts/wording.ts';
import { LanguageContext, type LanguageState } from './language-provider.tsx';
import { makeTexts, type AreaTranslator } from './make-texts.ts';

export const useLanguage = (): Language => useContext(LanguageContext).language;

/** The texts of an area that a ClientTexts around this component was given. */
export function useTexts<OfArea extends Area>(area: OfArea): AreaTranslator<OfArea> {
  const { language, texts } = useContext(LanguageContext);
  return useMemo(() => textsOf(language, texts, area), [language, texts, area]);
}

/** By what they are made of, which stays the same: every component asks, on the server for every page again. */
const made = new WeakMap<object, unknown>();

function keep<Made>(from: object, make: () => Made): Made {
  // The same things are always made into the same.
  const known = made.get(from) as Made | undefined;
  if (known !== undefined) return known;
  const fresh = make();
  made.set(from, fresh);
  return fresh;
}

function textsOf<OfArea extends Area>(
  language: Language,
  texts: LanguageState['texts'],
  area: OfArea,
): AreaTranslator<OfArea> {
  const own = texts[area];
  if (own === undefined) throw new Error(`The texts of ${area} were not given to this page's script`);
  return keep(own, () => makeTexts(language, area, own));
}

export function useFormats(): Formats {
  const language = useLanguage();
  const words = useTexts('formats');
  return useMemo(() => keep(words, () => makeFormats(language, words)), [language, words]);
}

/** Texts of the areas that this page's script was given. */
export function useWording(): Wording {
  const { language, texts } = useContext(LanguageContext);
  const formats = useFormats();
  return useMemo(
    () => ({ language, formats, texts: (area) => textsOf(language, texts, area) }),
    [language, formats, texts],
  );
}
