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
import { isolateText } from '#lib/texts/isolate-text.ts';
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

type Plain = (key: string, values?: Values) => string;

/** Names are the customers' own: whatever their direction, the sentence keeps its own. */
const isolated = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? isolateText(value) : value,
    ]),
  );

export function makeTexts<OfArea extends Area>(
  language: Language,
  area: OfArea,
  texts: AreaTexts,
): AreaTranslator<OfArea> {
  const rich = (key: string, values: Values): ReactNode => {
    const given = Object.entries(isolated(values)).map(([name, value]) => [
      name,
      isValidElement(value) ? tagOf(value) : value,
    ]);
    return together(
      formatMessage<ReactNode>(messageOf(texts, area, key), LOCALES[language], Object.fromEntries(given)),
    );
  };
  const translate = makeTranslator(language, area, texts) as Plain;
  const plain: Plain = (key, values) =>
    values === undefined ? translate(key) : translate(key, isolated(values));
  // The types above let only this area's keys and values come here.
  return Object.assign(plain, { rich }) as AreaTranslator<OfArea>;
}
