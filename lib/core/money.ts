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

const RATIO_PLACES = 20;
const ZERO_MARK = '0'.charCodeAt(0);

/** All digits as a whole number, and how many of them are decimals; less than none for a number that ends in zeros. */
function digitsOf({ s, c, e }: Decimal): { digits: bigint; places: number } {
  return { digits: BigInt(s) * BigInt(c.join('')), places: c.length - 1 - e };
}

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

/** By whole numbers of the machine, which is several times as quick as by decimal digits. */
type Fraction = { above: bigint; below: bigint };

/** What a whole number is multiplied by so that the last of its RATIO_PLACES decimals is its last digit. */
function fractionOf(part: Decimal, whole: Decimal, places: number): Fraction {
  const [left, right] = [digitsOf(part), digitsOf(whole)];
  const shift = RATIO_PLACES - left.places + right.places - places;
  const sign = right.digits < 0n ? -1n : 1n;
  return {
    above: sign * left.digits * 10n ** BigInt(Math.max(0, shift)),
    below: sign * right.digits * 10n ** BigInt(Math.max(0, -shift)),
  };
}

/** Half away from zero. */
function multiply(digits: bigint, { above, below }: Fraction): bigint {
  const product = 2n * digits * above;
  return (product < 0n ? product - below : product + below) / (2n * below);
}

/** Quotient with 20 decimals, half away from zero; null when there is nothing to divide by. */
export const ratio = (part: Decimal, whole: Decimal): Decimal | null =>
  whole.eq(0) ? null : new Big(`${multiply(1n, fractionOf(part, whole, 0))}e-${RATIO_PLACES}`);

function textOf(digits: bigint): string {
  const text = magnitude(digits)
    .toString()
    .padStart(RATIO_PLACES + 1, '0');
  let end = text.length;
  const point = end - RATIO_PLACES;
  while (end > point && text.charCodeAt(end - 1) === ZERO_MARK) end -= 1;
  const fraction = end === point ? '' : `.${text.slice(point, end)}`;
  return `${digits < 0n ? '-' : ''}${text.slice(0, point)}${fraction}`;
}

/** Multiplies plain decimal texts by a ratio, and rounds as ratio does; null when there is nothing to divide by. */
export function timesRatio(part: Decimal, whole: Decimal): ((text: string) => string) | null {
  if (whole.eq(0)) return null;
  const fractions: Fraction[] = [];
  return (text) => {
    const point = text.indexOf('.');
    const places = point === -1 ? 0 : text.length - point - 1;
    const digits = BigInt(point === -1 ? text : text.slice(0, point) + text.slice(point + 1));
    return textOf(multiply(digits, (fractions[places] ??= fractionOf(part, whole, places))));
  };
}
