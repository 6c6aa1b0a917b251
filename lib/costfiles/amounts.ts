import type { CostColumn } from './columns.ts';
import { quoteName } from './scanner.ts';

export const IS_AMOUNT = String.raw`'^-?\d+(\.\d+)?([eE][+-]?\d+)?$'`;

const FITS = String.raw`'^-?\d{1,12}(\.\d{1,20})?$'`;

const TENTHS = Array.from({ length: 21 }, (_one, places) =>
  places === 0 ? '1' : `0.${'0'.repeat(places - 1)}1`,
).map((tenth) => `${tenth}::decimal(21, 20)`);

/**
 * 38 digits, 20 of them decimals. Up to 17 digits are read as one word and shifted. Of an amount that does not fit the
 * text is all that is kept.
 */
function wideOf(text: string): string {
  const places = `case when contains(${text}, '.') then length(${text}) - strpos(${text}, '.') else 0 end`;
  const shifted = `try_cast(replace(${text}, '.', '') as decimal(17, 0)) * [${TENTHS.join(', ')}][1 + ${places}]`;
  const exact = `coalesce(${shifted}, try_cast(${text} as decimal(38, 20)))`;
  return `case when regexp_matches(${text}, ${FITS}) then ${exact} end`;
}

export const AMOUNTS = ['net', 'netUsd'] as const satisfies readonly CostColumn[];
type Amount = (typeof AMOUNTS)[number];

const cast = (column: Amount): string => quoteName(`${column}Cast`);
const isPlain = (column: Amount): string => quoteName(`${column}IsPlain`);
export const narrow = (column: Amount): string => quoteName(`${column}Narrow`);
export const wide = (column: Amount): string => quoteName(`${column}Wide`);

const of = (sqlOf: (column: Amount) => string): string => AMOUNTS.map(sqlOf).join(', ');

/** The columns of an amount that comes as text. */
const OF_TEXT = {
  cast: (column: Amount) => `try_cast(${quoteName(column)} as decimal(18, 15))`,
  isPlain: (column: Amount) => {
    const text = quoteName(column);
    return `coalesce(starts_with(${cast(column)}::varchar, ${text}) and not suffix(${text}, '.'), false)`;
  },
  narrow: (column: Amount) => `case when ${isPlain(column)} then ${cast(column)} end`,
  wide: (column: Amount) => `case when ${narrow(column)} is null then ${wideOf(quoteName(column))} end`,
  text: (column: Amount) =>
    `case when ${isPlain(column)} then ${quoteName(column)} else coalesce(trim(${quoteName(column)}), '') end`,
  isZero: (column: Amount) =>
    `coalesce(${narrow(column)} = 0, ${wide(column)} = 0, try_cast(${quoteName(column)} as double) = 0, false)`,
  isBlank: (column: Amount) => `${isOdd(column)} and ${quoteName(column)} = ''`,
};

/**
 * Those of one that comes as a decimal, which is exact as it stands. To cast it to another takes the database fifty times
 * as long as to add it, so it stays what it is; and its text, which nobody asks for, is that of an amount that is not there.
 */
const OF_DECIMAL: typeof OF_TEXT = {
  cast: (column) => quoteName(column),
  isPlain: () => 'false',
  narrow: () => 'null::decimal(18, 15)',
  wide: (column) => cast(column),
  text: () => `''`,
  isZero: (column) => `coalesce(${wide(column)} = 0, false)`,
  isBlank: (column) => `${wide(column)} is null`,
};

type Decimals = ReadonlySet<CostColumn>;
const formsOf = (column: Amount, decimals: Decimals) => (decimals.has(column) ? OF_DECIMAL : OF_TEXT);

/**
 * Selected lines with their amounts as numbers beside the texts: each in one of two columns, or in none. Nearly all texts
 * fit one word of the database; those whose number begins with the very text need no other look, and no trimming.
 * `decimals`: the columns that are no texts.
 */
export function withAmounts(select: string, decimals: Decimals = new Set()): string {
  const made = (what: keyof typeof OF_TEXT, as: (column: Amount) => string): string =>
    of((column) => `${formsOf(column, decimals)[what](column)} as ${as(column)}`);
  const held = `select *, ${made('isPlain', isPlain)} from (select *, ${made('cast', cast)} from (${select}))`;
  const numbers = `select * replace (${made('text', quoteName)}), ${made('narrow', narrow)} from (${held})`;
  return `select *, ${made('wide', wide)} from (${numbers})`;
}

export const isZero = (column: Amount, decimals: Decimals): string =>
  formsOf(column, decimals).isZero(column);
export const isBlank = (column: Amount, decimals: Decimals): string =>
  formsOf(column, decimals).isBlank(column);

/** The sum of all amounts that are numbers, to the last digit. */
export const sumOf = (column: Amount): string =>
  `coalesce(sum(${narrow(column)}), 0)::decimal(38, 20) + coalesce(sum(${wide(column)}), 0)`;

/** The amounts of lines, or of sums of lines, added up: each under the names that they have. */
export const ADDED_UP = of(
  (column) => `sum(${narrow(column)}) as ${narrow(column)}, sum(${wide(column)}) as ${wide(column)}`,
);

/** What was added up, as text. To write one word out takes the database a tenth of what two take. */
export function textOf(column: Amount): string {
  const short = `case when ${wide(column)} is null then try_cast(${narrow(column)} as decimal(18, 15)) end`;
  // With a decimal at least, so that no zero of a whole number is taken for one behind it.
  const long = `case when ${narrow(column)} is null then (${wide(column)} + 0.0)::varchar
    else (${narrow(column)}::decimal(38, 20) + coalesce(${wide(column)}, 0))::varchar end`;
  return `rtrim(rtrim(coalesce((${short})::varchar, ${long}, '0.0'), '0'), '.')`;
}

/** An amount that fits no decimal of the database is summed one by one, so that no digit is lost. */
export const isOdd = (column: Amount): string => `(${narrow(column)} is null and ${wide(column)} is null)`;
