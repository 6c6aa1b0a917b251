import 'server-only';

/** Spreadsheets run a cell that starts with one of these: it is made text (OWASP, CSV injection). */
const RUNS = /^[=+\-@\t\r]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** Whether a spreadsheet would run the text; a number it would only read. */
export const startsFormula = (text: string): boolean => RUNS.test(text) && !NUMBER.test(text);

const cellOf = (value: string | number | boolean | null): string => {
  if (value === null) return '';
  const text = String(value);
  const safe = startsFormula(text) ? `'${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** One line of CSV as spreadsheets read it (RFC 4180). */
export const csvLine = (values: readonly (string | number | boolean | null)[]): string =>
  `${values.map(cellOf).join(',')}\r\n`;
