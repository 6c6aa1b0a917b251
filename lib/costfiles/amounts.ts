import type { CostColumn } from './columns.ts';
import { quoteName } from './scanner.ts';

export const IS_AMOUNT = String.raw`'^-?\d+(\.\d+)?([eE][+-]?\d+)?$'`;

const FITS = String.raw`'^-?\d{1,12}(\.\d{1,20})?$'`;

const TENTHS = Array.from({ length: 21 }, (_one, places) =>
  places === 0 ? '1' : `0.${'0'.repeat(places - 1)}1`,
).map((tenth) => `${tenth}::decimal(21, 20)`);

/**
 * 38 digits, 20 of them decimals. The database is ten times as quick at numbers of one word: up to 17 digits are read
 * as one and shifted. Of an amount that does not fit the text is all that is kept.
 */
function exactOf(column: CostColumn): string {
  const text = quoteName(column);
  const places = `case when contains(${text}, '.') then length(${text}) - strpos(${text}, '.') else 0 end`;
  const shifted = `try_cast(replace(${text}, '.', '') as decimal(17, 0)) * [${TENTHS.join(', ')}][1 + ${places}]`;
  const exact = `coalesce(${shifted}, try_cast(${text} as decimal(38, 20)))`;
  return `case when regexp_matches(${text}, ${FITS}) then ${exact} end as ${quoteName(`${column}Exact`)}`;
}

/** Selected lines with their amounts as numbers beside the texts. */
export const withAmounts = (select: string): string =>
  `select *, ${exactOf('net')}, ${exactOf('netUsd')} from (${select})`;
