import 'server-only';
import { cookies, headers } from 'next/headers';
import { cache, use } from 'react';
import type { Area } from '#lib/texts/en/all-areas.ts';
import { areaTexts } from '#lib/texts/area-texts.ts';
import { makeFormats, type Formats } from '#lib/texts/formats.ts';
import { chooseLanguage, LANGUAGE_COOKIE, type Language } from '#lib/texts/languages.ts';
import type { Wording } from '#lib/texts/wording.ts';
import { makeTexts, type AreaTranslator } from './make-texts.ts';

/** The language of whoever asks, found once per request. */
export const requestLanguage = cache(async (): Promise<Language> => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  return chooseLanguage(jar.get(LANGUAGE_COOKIE)?.value, head.get('accept-language'));
});

const made = new Map<string, unknown>();

function keep<Made>(key: string, make: () => Made): Made {
  // A key is always made by the same maker.
  const known = made.get(key) as Made | undefined;
  if (known !== undefined) return known;
  const fresh = make();
  made.set(key, fresh);
  return fresh;
}

const textsIn = <OfArea extends Area>(language: Language, area: OfArea): AreaTranslator<OfArea> =>
  keep(`${language} ${area}`, () => makeTexts(language, area, areaTexts(language, area)));

const formatsIn = (language: Language): Formats =>
  keep(language, () => makeFormats(language, textsIn(language, 'formats')));

export const useLanguage = (): Language => use(requestLanguage());

/** The texts of an area in the language of whoever asks. */
export const useTexts = <OfArea extends Area>(area: OfArea): AreaTranslator<OfArea> =>
  textsIn(useLanguage(), area);

/** How dates, numbers and money are written for whoever asks. */
export const useFormats = (): Formats => formatsIn(useLanguage());

/** The same for code that is no component, such as a page's title. */
export const getTexts = async <OfArea extends Area>(area: OfArea): Promise<AreaTranslator<OfArea>> =>
  textsIn(await requestLanguage(), area);

const wordingIn = (language: Language): Wording =>
  keep(`wording ${language}`, () => ({
    language,
    texts: (area) => textsIn(language, area),
    formats: formatsIn(language),
  }));

/** Everything that can be said in the language of whoever asks, for functions that make words. */
export const useWording = (): Wording => wordingIn(useLanguage());

const CHOSEN = new RegExp(`(?:^|;\\s*)${LANGUAGE_COOKIE}=([^;]*)`);

/** The same for a route, from its own request. */
export function wordingFor({ headers: asked }: Request): Wording {
  const chosen = CHOSEN.exec(asked.get('cookie') ?? '')?.[1];
  return wordingIn(chooseLanguage(chosen, asked.get('accept-language')));
}
