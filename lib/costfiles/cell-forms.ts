import type { CostColumn } from './columns.ts';

/** Which mark parts the decimals from the whole. */
export type DecimalMark = '.' | ',';
/** Which number of a date parted by slashes comes first. */
export type DateOrder = 'month-first' | 'day-first';

export const NUMBERS: readonly CostColumn[] = [
  'net',
  'netUsd',
  'creditRate',
  'unitPrice',
  'marketPrice',
  'effectivePrice',
  'quantity',
  'pricingNet',
  'exchangeRate',
];

/** Names that reach the store and pages. */
export const NAMES: readonly CostColumn[] = ['customerName', 'resourceGroup', 'service'];

const CONTROL_MARKS = String.raw`[\p{Cc}\x{200B}\x{202A}-\x{202E}\x{2066}-\x{2069}\x{FEFF}]`;

/** A name without marks that nobody sees: no database takes a zero, and some turn the text around them. */
export const nameForm = (cell: string): string => `regexp_replace(${cell}, '${CONTROL_MARKS}', '', 'g')`;

/** Whether there is any such mark. */
export const hasControlMarks = (text: string): boolean =>
  /[\p{Cc}\u{200B}\u{202A}-\u{202E}\u{2066}-\u{2069}\u{FEFF}]/u.test(text);

const GROUPED_BY_POINT = /^-?\d{1,3}(\.\d{3})+,\d+%?$/;
const COMMA = /^-?\d+,\d+%?$/;
/** One and a bit, or a thousand and more: nobody can tell. */
const COMMA_OR_THOUSANDS = /^-?[1-9]\d{0,2}(,\d{3})+$/;
const POINT_OR_THOUSANDS = /^-?[1-9]\d{0,2}(\.\d{3})+$/;
const GROUPED_BY_COMMA = /^-?\d{1,3}(,\d{3})+\.\d+%?$/;

/** The mark of a file, by numbers of it that can be read in one way only. */
export const markOf = (numbers: readonly string[]): DecimalMark =>
  numbers.some((text) => GROUPED_BY_POINT.test(text) || (COMMA.test(text) && !COMMA_OR_THOUSANDS.test(text)))
    ? ','
    : '.';

const is = (cell: string, form: RegExp): string => `regexp_matches(${cell}, '${form.source}')`;

/** A number as the core writes it; one that could be two numbers stays as it is written, and is then not understood. */
export const numberForm = (cell: string, mark: DecimalMark): string => {
  const ambiguous = mark === ',' ? POINT_OR_THOUSANDS : COMMA_OR_THOUSANDS;
  return `case when not regexp_matches(${cell}, '[.,]') then ${cell}
    when ${is(cell, ambiguous)} then ${cell} || '?'
    when ${is(cell, GROUPED_BY_POINT)} then replace(replace(${cell}, '.', ''), ',', '.')
    when ${is(cell, COMMA)} then replace(${cell}, ',', '.')
    when ${is(cell, GROUPED_BY_COMMA)} then replace(${cell}, ',', '')
    else ${cell} end`;
};

/** The text of a date without a time behind it. */
const dateOf = (cell: string): string => `regexp_extract(${cell}, '^([0-9./-]+)([T ].*)?$', 1)`;

const SLASHES: Readonly<Record<DateOrder, string>> = {
  'month-first': '%m/%d/%Y',
  'day-first': '%d/%m/%Y',
};

/**
 * Dates in every form that Microsoft's files or a spreadsheet write them in. By functions alone, which the database asks
 * once for each date of a dictionary.
 */
export const dayForm = (cell: string, order: DateOrder): string =>
  `try_strptime(${dateOf(cell)}, [${['%Y-%m-%d', '%Y%m%d', SLASHES[order], '%Y/%m/%d', '%d.%m.%Y'].map((form) => `'${form}'`).join(', ')}])`;

/** Whether the first, and whether the second number of a date parted by slashes is too large for a month. */
export const dateOrderTests = (cell: string): readonly [dayFirst: string, monthFirst: string] => {
  const part = (at: number): string =>
    `try_cast(regexp_extract(${cell}, '^(\\d{1,2})/(\\d{1,2})/\\d{4}', ${at}) as integer) > 12`;
  return [part(1), part(2)];
};
