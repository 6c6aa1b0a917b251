import type { ClassSum } from './class-sums.ts';
import { ratio, requireDecimal, type Decimal } from './money.ts';

const DOLLAR = 'USD';
const ONE = requireDecimal('1');
const AMOUNT_DECIMALS = 6;
const RATE_DECIMALS = 6;

/** Units of a currency for one US dollar, by Microsoft's own conversion of the same lines (CostUSD). */
export type DollarRates = ReadonlyMap<string, Decimal>;

/** What one unit of the reporting currency is in another. */
export type ExchangeRate = { currency: string; forOne: Decimal };

export type Conversion =
  | { state: 'converted'; sums: ClassSum[]; rates: ExchangeRate[] }
  /** Currencies of which no line tells dollars: nothing is converted, as a sum that lacks a part is not known. */
  | { state: 'no-rate'; missing: string[] };

/** All sums in one currency, by way of the dollar (product.md, Numbers: an optional reporting currency). */
export function convertSums(sums: readonly ClassSum[], dollarRates: DollarRates, to: string): Conversion {
  const perDollar = (currency: string): Decimal | undefined =>
    currency === DOLLAR ? ONE : dollarRates.get(currency);
  const others = [...new Set(sums.map(({ currency }) => currency))].filter((one) => one !== to).sort();
  const target = perDollar(to);
  const rates = others.flatMap((currency): ExchangeRate[] => {
    const own = perDollar(currency);
    const forOne = own === undefined || target === undefined ? null : ratio(own, target);
    return forOne === null || forOne.lte(0) ? [] : [{ currency, forOne }];
  });
  if (target === undefined && others.length > 0) return { state: 'no-rate', missing: [to] };
  const missing = others.filter((one) => !rates.some(({ currency }) => currency === one));
  if (missing.length > 0) return { state: 'no-rate', missing };
  const forOne = new Map(rates.map((rate) => [rate.currency, rate.forOne]));
  const converted = (amount: Decimal, currency: string): Decimal =>
    currency === to ? amount : divided(amount, forOne.get(currency) ?? ONE);
  return {
    state: 'converted',
    sums: sums.map(({ currency, costClass, net, credit }) => ({
      ...{ currency: to, costClass, net: converted(net, currency) },
      credit: credit === null ? null : converted(credit, currency),
    })),
    rates: rates.map((rate) => ({ ...rate, forOne: rate.forOne.round(RATE_DECIMALS) })),
  };
}

// Rates are above nothing.
const divided = (amount: Decimal, by: Decimal): Decimal =>
  (ratio(amount, by) ?? amount).round(AMOUNT_DECIMALS);
