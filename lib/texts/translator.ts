import type { Area, English } from './en/all-areas.ts';
import { formatMessage, type AreaTexts } from './format-message.ts';
import { LOCALES, type Language } from './languages.ts';
import type { MessageAt, PlainKeyOf, ValuesOf } from './message-types.ts';

/** The texts of one area in one language. Keys and values are checked by the compiler against the English ones. */
export type Translator<OfArea extends Area> = <Key extends PlainKeyOf<English[OfArea]>>(
  key: Key,
  ...values: ValuesOf<MessageAt<English[OfArea], Key>>
) => string;

type Values = Record<string, string | number | Date>;

export function messageOf(texts: AreaTexts, area: string, key: string) {
  const message = texts[key];
  if (message === undefined) throw new Error(`There is no text ${area}.${key}`);
  return message;
}

/** Texts without tags, for code that is no component. */
export function makeTranslator<OfArea extends Area>(
  language: Language,
  area: OfArea,
  texts: AreaTexts,
): Translator<OfArea> {
  return (key, ...values) => {
    // The types above let only the values of this message come here.
    const [given = {}] = values as [Values?];
    const text = formatMessage(messageOf(texts, area, key), LOCALES[language], given);
    if (typeof text !== 'string') throw new Error(`The text ${area}.${key} has tags`);
    return text;
  };
}
