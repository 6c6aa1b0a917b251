import 'server-only';
import type { Language } from '#lib/texts/languages.ts';

/** Spreadsheets run a cell that starts with one of these: it is made text (OWASP, CSV injection). */
const RUNS = /^[=+\-@\t\r]/;
const NUMBER = /^-?\d+([.,]\d+)?$/;

/** Whether a spreadsheet would run the text; a number it would only read. */
export const startsFormula = (text: string): boolean => RUNS.test(text) && !NUMBER.test(text);

export type CsvDialect = { separator: ',' | ';'; decimalPoint: '.' | ',' };

/** For programs (RFC 4180), and for spreadsheets of languages whose numbers have a point. */
export const PLAIN_CSV: CsvDialect = { separator: ',', decimalPoint: '.' };

/** A comma cannot part the cells where it parts the digits of a number. */
const SEMICOLONS: CsvDialect = { separator: ';', decimalPoint: ',' };

/** How spreadsheets of a language read a file. */
export const csvDialectOf = (language: Language): CsvDialect =>
  language === 'nl' || language === 'sv' ? SEMICOLONS : PLAIN_CSV;

const cellOf = (value: CsvValue, separator: CsvDialect['separator']): string => {
  if (value === null) return '';
  const text = String(value);
  const safe = startsFormula(text) ? `'${text}` : text;
  return safe.includes(separator) || /["\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

type CsvValue = string | number | boolean | null;

/** One line of CSV as spreadsheets read it. */
export const csvLine = (values: readonly CsvValue[], { separator }: CsvDialect = PLAIN_CSV): string =>
  `${values.map((value) => cellOf(value, separator)).join(separator)}\r\n`;
