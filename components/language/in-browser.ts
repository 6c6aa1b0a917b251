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

function textsOf<OfArea extends Area>(
  language: Language,
  texts: LanguageState['texts'],
  area: OfArea,
): AreaTranslator<OfArea> {
  const own = texts[area];
  if (own === undefined) throw new Error(`The texts of ${area} were not given to this page's script`);
  return makeTexts(language, area, own);
}

export function useFormats(): Formats {
  const language = useLanguage();
  const words = useTexts('formats');
  return useMemo(() => makeFormats(language, words), [language, words]);
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
