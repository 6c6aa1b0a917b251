import 'server-only';
import compile from 'icu-minify/compile';
import { en, type Area, type Texts } from './en/all-areas.ts';
import type { AreaTexts, CompiledMessage } from './format-message.ts';
import { PSEUDO, type Language } from './languages.ts';
import type { Messages } from './message-types.ts';
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

function* flatten(messages: Messages, path: string): Generator<[string, string]> {
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value === 'string') yield [`${path}${key}`, value];
    else yield* flatten(value, `${path}${key}.`);
  }
}

/** The texts of an area by their dotted keys. */
export const keyedTexts = (language: Language, area: Area): [string, string][] => [
  ...flatten(TEXTS[language][area], ''),
];

const compiled = new Map<string, AreaTexts>();

function compileArea(language: Language, area: Area): AreaTexts {
  const made = keyedTexts(language, area).map(([key, text]): [string, CompiledMessage] => {
    const message = compile(text);
    return [key, language === PSEUDO ? pseudoMessage(message) : message];
  });
  // The library's objects have no prototype, which React does not send to browsers.
  return JSON.parse(JSON.stringify(Object.fromEntries(made))) as AreaTexts;
}

/** An area in a language, read once. */
export function areaTexts(language: Language, area: Area): AreaTexts {
  const key = `${language} ${area}`;
  const known = compiled.get(key) ?? compileArea(language, area);
  compiled.set(key, known);
  return known;
}
