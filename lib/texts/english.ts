import { compileTexts } from './compile-texts.ts';
import { en, type Area } from './en/all-areas.ts';
import { makeTranslator, type Translator } from './translator.ts';

/** An area in English, for the command line. */
export const englishTexts = <OfArea extends Area>(area: OfArea): Translator<OfArea> =>
  makeTranslator('en', area, compileTexts(en[area]));
