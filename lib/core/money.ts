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

/** All digits as a whole number, and how many of them are decimals; less than none for a number that ends in zeros. */
function digitsOf({ s, c, e }: Decimal): { digits: bigint; places: number } {
  return { digits: BigInt(s) * BigInt(c.join('')), places: c.length - 1 - e };
}

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

/** Half away from zero, by whole numbers of the machine, which is several times as quick as by decimal digits. */
function divide(part: bigint, whole: bigint, shift: number): bigint {
  const above = magnitude(part) * 10n ** BigInt(Math.max(0, shift));
  const below = magnitude(whole) * 10n ** BigInt(Math.max(0, -shift));
  const quotient = (2n * above + below) / (2n * below);
  return part < 0n !== whole < 0n ? -quotient : quotient;
}

/** Quotient with 20 decimals, half away from zero; null when there is nothing to divide by. */
export function ratio(part: Decimal, whole: Decimal): Decimal | null {
  if (whole.eq(0)) return null;
  const [left, right] = [digitsOf(part), digitsOf(whole)];
  const quotient = divide(left.digits, right.digits, RATIO_PLACES - left.places + right.places);
  return new Big(`${quotient}e-${RATIO_PLACES}`);
}

function textOf(digits: bigint, places: number): string {
  const text = magnitude(digits)
    .toString()
    .padStart(places + 1, '0');
  const fraction = text.slice(-places).replace(/0+$/, '');
  const whole = text.slice(0, -places);
  return `${digits < 0n ? '-' : ''}${fraction === '' ? whole : `${whole}.${fraction}`}`;
}

/** Multiplies plain decimal texts by a ratio, and rounds as ratio does; null when there is nothing to divide by. */
export function timesRatio(part: Decimal, whole: Decimal): ((text: string) => string) | null {
  if (whole.eq(0)) return null;
  const [left, right] = [digitsOf(part), digitsOf(whole)];
  const shift = RATIO_PLACES - left.places + right.places;
  return (text) => {
    const point = text.indexOf('.');
    const places = point === -1 ? 0 : text.length - point - 1;
    const digits = BigInt(point === -1 ? text : text.slice(0, point) + text.slice(point + 1));
    return textOf(divide(digits * left.digits, right.digits, shift - places), RATIO_PLACES);
  };
}
