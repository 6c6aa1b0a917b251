import {
  cloneElement,
  createElement,
  Fragment,
  isValidElement,
  type ReactElement,
  type ReactNode,
} from 'react';
import type { Area, English } from '#lib/texts/en/all-areas.ts';
import { formatMessage, type AreaTexts } from '#lib/texts/format-message.ts';
import { LOCALES, type Language } from '#lib/texts/languages.ts';
import type { KeyOf, MessageAt, RichValuesOf } from '#lib/texts/message-types.ts';
import { makeTranslator, messageOf, type Translator } from '#lib/texts/translator.ts';

/** `t('key', values)` is a string; `t.rich` takes an element for each tag, which then holds what the tag holds. */
export type AreaTranslator<OfArea extends Area> = Translator<OfArea> & {
  rich: <Key extends KeyOf<English[OfArea]>>(
    key: Key,
    values: RichValuesOf<MessageAt<English[OfArea], Key>, ReactElement>,
  ) => ReactNode;
};

type Made = ReactNode | ReactNode[];

/** Spread, so that React asks for no keys: the order of a text's parts never changes. */
const together = (made: Made): ReactNode =>
  Array.isArray(made) ? createElement(Fragment, null, ...made) : made;

/** A tag without words, such as <money></money>, is the element as it was given. */
const tagOf = (element: ReactElement) => (inside: ReactNode[]) =>
  inside.join('') === '' ? element : cloneElement(element, undefined, together(inside));

type Values = Record<string, string | number | Date | ReactElement>;

export function makeTexts<OfArea extends Area>(
  language: Language,
  area: OfArea,
  texts: AreaTexts,
): AreaTranslator<OfArea> {
  const rich = (key: string, values: Values): ReactNode => {
    const given = Object.entries(values).map(([name, value]) => [
      name,
      isValidElement(value) ? tagOf(value) : value,
    ]);
    return together(
      formatMessage<ReactNode>(messageOf(texts, area, key), LOCALES[language], Object.fromEntries(given)),
    );
  };
  // The types above let only this area's keys and values come here.
  return Object.assign(makeTranslator(language, area, texts), { rich }) as AreaTranslator<OfArea>;
}
