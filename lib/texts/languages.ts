/** The languages in which partners read Microsoft's pages about partner earned credit. */
export const LANGUAGES = ['en', 'nl', 'sv', 'zh-Hans', 'zh-Hant'] as const;

/** Made from English for tests and for looking at: whatever stays outside its brackets was never translated. */
export const PSEUDO = 'en-XA';

export type Language = (typeof LANGUAGES)[number] | typeof PSEUDO;

/** Each in its own words, as somebody looks for it who reads no other. */
export const LANGUAGE_NAMES: Readonly<Record<(typeof LANGUAGES)[number], string>> = {
  en: 'English',
  nl: 'Nederlands',
  sv: 'Svenska',
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
};

/** How dates, numbers and currencies are written. */
export const LOCALES: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  nl: 'nl-NL',
  sv: 'sv-SE',
  'zh-Hans': 'zh-Hans-CN',
  'zh-Hant': 'zh-Hant-TW',
  [PSEUDO]: 'en-GB',
};

/** A cookie, so that the first answer is already in the language that was chosen. */
export const LANGUAGE_COOKIE = 'pecboard-language';

/** The language that a text names, null for any other text. */

const ALL: readonly Language[] = [...LANGUAGES, PSEUDO];

export const parseLanguage = (text: string | null | undefined): Language | null =>
  ALL.find((language) => language === text) ?? null;

/** The language of a tag such as zh-TW, whose script is that of its region. */
function languageOfTag(tag: string): Language | null {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return parseLanguage(language) ?? parseLanguage(`${language}-${script ?? ''}`);
  } catch {
    return null;
  }
}

/** Tags of an Accept-Language header, the most wanted first; what is refused (q=0) is left out. */
function tagsOf(header: string): string[] {
  const wanted = header.split(',').map((part) => {
    const [tag = '', ...parameters] = part.split(';').map((text) => text.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    return { tag, weight: weight === undefined ? 1 : Number(weight.slice(2)) };
  });
  return wanted
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}

/** What somebody chose, else the first language of their browser that is ours, else English. */
export function chooseLanguage(chosen: string | undefined, acceptLanguage: string | null): Language {
  const kept = parseLanguage(chosen);
  if (kept !== null) return kept;
  for (const tag of tagsOf(acceptLanguage ?? '')) {
    const language = languageOfTag(tag);
    if (language !== null) return language;
  }
  return 'en';
}
