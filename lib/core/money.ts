import Big from 'big.js';

/** An exact decimal. Amounts never pass through binary floats. */
export type Decimal = Big;

const DECIMAL = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

export const ZERO: Decimal = new Big(0);

export function parseDecimal(text: string): Decimal | null {
  const trimmed = text.trim();
  return DECIMAL.test(trimmed) ? new Big(trimmed) : null;
}

/** For constants and database text that is known to be a decimal; throws on anything else. */
export function requireDecimal(text: string): Decimal {
  const value = parseDecimal(text);
  if (value === null) throw new Error(`not a decimal: ${text}`);
  return value;
}

export const sum = (values: Iterable<Decimal>): Decimal => {
  let total = ZERO;
  for (const value of values) total = total.plus(value);
  return total;
};

/** null if any of them is: a sum that lacks a part is not known. */
export const sumOrNull = (values: readonly (Decimal | null)[]): Decimal | null => {
  const known = values.filter((value) => value !== null);
  return known.length === values.length ? sum(known) : null;
};

/** Plain decimal text without an exponent, as the JSON API and the database carry it. */
export const decimalText = (value: Decimal): string => value.toFixed();

const Precise = Big();
Precise.DP = 20;

/** Quotient with 20 decimals, or null when there is nothing to divide by. */
export function ratio(part: Decimal, whole: Decimal): Decimal | null {
  if (whole.eq(0)) return null;
  return new Precise(part).div(whole);
}
