import type { CostColumn } from './columns.ts';
import { quoteText } from './scanner.ts';

/** They are compared, and never added. */
export const PRICES: readonly CostColumn[] = ['unitPrice', 'marketPrice', 'effectivePrice'];

const ZERO = /^[-+]?(0+[.]?0*|[.]0+)(e[-+]?[0-9]+)?$/;

/** By functions that the database asks once for each value of a dictionary, as it does not ask `regexp_matches`. */
export const matches = (column: CostColumn, { source }: RegExp): string =>
  `contains(regexp_replace(lower("${column}"), ${quoteText(source)}, chr(30)), chr(30))`;

/** As thousandths of whole numbers: decimals turn into other numbers several times slower than they are multiplied. */
const BELOW_BY_NUMBERS = '"effectivePrice" * 1000 < "marketPrice" * 999';
const BELOW_BY_TEXTS = `try_cast("effectivePrice" as double) < 0.999 * try_cast("marketPrice" as double)`;

/** Of our columns of a file: those whose cells are numbers, not texts, and those that it does not have. */
export type ColumnsOfFile = { numbers: ReadonlySet<CostColumn>; missing: ReadonlySet<CostColumn> };

function belowMarketOf({ numbers, missing }: ColumnsOfFile): string {
  if (missing.has('effectivePrice') || missing.has('marketPrice')) return 'false';
  return numbers.has('effectivePrice') && numbers.has('marketPrice') ? BELOW_BY_NUMBERS : BELOW_BY_TEXTS;
}

/**
 * Selected lines with what is told of their prices: whether the unit has none, and whether it is below the market's;
 * rounding of prices is far below a thousandth.
 */
export function withPriceSigns(select: string, columns: ColumnsOfFile): string {
  const isPriceZero = columns.numbers.has('unitPrice') ? '"unitPrice" = 0' : matches('unitPrice', ZERO);
  const texts = PRICES.map((column) => `"${column}"::varchar as "${column}"`).join(', ');
  return `select * replace (${texts}), coalesce(${isPriceZero}, false) as "isPriceZero",
    coalesce(${belowMarketOf(columns)}, false) as "isBelowMarket" from (${select})`;
}
