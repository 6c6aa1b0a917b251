import 'server-only';
import { compileTexts, flattenTexts } from './compile-texts.ts';
import { en, type Area, type Texts } from './en/all-areas.ts';
import type { AreaTexts } from './format-message.ts';
import { PSEUDO, type Language } from './languages.ts';
import { nl } from './nl/all-areas.ts';
import { pseudoMessage } from './pseudo.ts';
import { sv } from './sv/all-areas.ts';
import { zhHans } from './zh-Hans/all-areas.ts';
import { zhHant } from './zh-Hant/all-areas.ts';

/** Every text of every language: they stay on the server, the browser is sent the few that its script needs. */
export const TEXTS: Readonly<Record<Language, Texts>> = {
  en,
  nl,
  sv,
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  [PSEUDO]: en,
};

/** The texts of an area by their dotted keys. */
export const keyedTexts = (language: Language, area: Area): [string, string][] => [
  ...flattenTexts(TEXTS[language][area]),
];

const compiled = new Map<string, AreaTexts>();

const compileArea = (language: Language, area: Area): AreaTexts =>
  compileTexts(TEXTS[language][area], language === PSEUDO ? pseudoMessage : undefined);

/** An area in a language, read once. */
export function areaTexts(language: Language, area: Area): AreaTexts {
  const key = `${language} ${area}`;
  const known = compiled.get(key) ?? compileArea(language, area);
  compiled.set(key, known);
  return known;
}
