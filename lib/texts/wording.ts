import type { Area } from './en/all-areas.ts';
import type { Formats } from './formats.ts';
import type { Language } from './languages.ts';
import type { Translator } from './translator.ts';

/** A language with its texts and formats, for code that makes words and is no component. */
export type Wording = {
  language: Language;
  texts: <OfArea extends Area>(area: OfArea) => Translator<OfArea>;
  formats: Formats;
};
