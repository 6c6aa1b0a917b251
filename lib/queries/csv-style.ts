import 'server-only';
import { areaTexts } from '#lib/texts/area-texts.ts';
import type { fileHeads } from '#lib/texts/en/file-heads.ts';
import type { Language } from '#lib/texts/languages.ts';
import { makeTranslator } from '#lib/texts/translator.ts';
import { csvDialectOf, PLAIN_CSV, type CsvDialect } from './csv.ts';

export type CsvStyle = { heads: readonly string[]; dialect: CsvDialect };

/** Of a file for whoever reads it; without a language for programs, under our own names. */
export function csvStyleOf(
  names: readonly (keyof typeof fileHeads)[],
  language: Language | undefined,
): CsvStyle {
  if (language === undefined) return { heads: names, dialect: PLAIN_CSV };
  const t = makeTranslator(language, 'fileHeads', areaTexts(language, 'fileHeads'));
  return { heads: names.map((name) => t(name)), dialect: csvDialectOf(language) };
}
