const LOCALE = 'en-GB';

const isNumeric = (text: string): text is `${number}` => text !== '' && Number.isFinite(Number(text));

const moneyFormats = new Map<string, Intl.NumberFormat>();

function moneyFormat(currency: string): Intl.NumberFormat {
  const known = moneyFormats.get(currency);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(LOCALE, { style: 'currency', currency });
  moneyFormats.set(currency, made);
  return made;
}

/** Formats exact decimal text without passing it through a binary float. */
export function formatMoney(amount: string, currency: string): string {
  if (!isNumeric(amount)) return `${amount} ${currency}`;
  return moneyFormat(currency).format(amount);
}

const compactFormats = new Map<string, Intl.NumberFormat>();

/** For axes and narrow cells: €12.4k. */
export function formatMoneyShort(amount: string, currency: string): string {
  if (!isNumeric(amount)) return `${amount} ${currency}`;
  let format = compactFormats.get(currency);
  if (format === undefined) {
    format = new Intl.NumberFormat(LOCALE, {
      style: 'currency',
      currency,
      notation: 'compact',
      maximumSignificantDigits: 3,
    });
    compactFormats.set(currency, format);
  }
  return format.format(amount);
}

/** Never rounds up to 100 % nor down to 0 %: those two words mean all and none. */
export function formatPercent(fraction: string): string {
  const value = Number(fraction);
  const whole = Math.round(value * 100);
  if (whole >= 100 && value < 1) return `${Math.floor(value * 1000) / 10} %`;
  if (whole <= 0 && value > 0) return 'under 1 %';
  return `${whole} %`;
}

export const formatCount = (count: number): string => count.toLocaleString(LOCALE);

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

export const isZero = (amount: string): boolean => Number(amount) === 0;
