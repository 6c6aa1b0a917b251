import { grossOf, type CostClass } from './cost-classes.ts';
import { decimalText, ratio, sum, ZERO, type Decimal } from './money.ts';

export type ClassSum = { currency: string; costClass: CostClass; net: Decimal };

/** Amounts as decimal text; see the JSON API's Money for what each means. */
export type MoneySummary = Record<
  | 'net'
  | 'gross'
  | 'credit'
  | 'missed'
  | 'missedAtMost'
  | 'eligibleGross'
  | 'creditedGross'
  | 'unclassifiedGross',
  string
> & { currency: string; coverage: string | null; coverageAtLeast: string | null };

const DERIVED_DECIMALS = 6;
const RATIO_DECIMALS = 4;

const derived = (value: Decimal): string => decimalText(value.round(DERIVED_DECIMALS));
const share = (part: Decimal, whole: Decimal): string | null => {
  const value = ratio(part, whole);
  return value === null ? null : decimalText(value.round(RATIO_DECIMALS));
};

/** One summary for each currency, never added across them (product.md, Numbers); sorted by currency. */
export function summariseMoney(sums: readonly ClassSum[], rateFraction: Decimal): MoneySummary[] {
  return [...Map.groupBy(sums, ({ currency }) => currency)]
    .sort(([left], [right]) => left.localeCompare(right))
    .map(([currency, rows]) => summariseCurrency(currency, rows, rateFraction));
}

function summariseCurrency(currency: string, rows: readonly ClassSum[], rateFraction: Decimal): MoneySummary {
  const netOf = (wanted: (costClass: CostClass) => boolean): Decimal =>
    sum(rows.filter(({ costClass }) => wanted(costClass)).map(({ net }) => net));
  const earnedNet = netOf((costClass) => costClass === 'EARNED');
  const unclassified = netOf((costClass) => costClass !== 'EARNED');
  const creditedGross = grossOf(earnedNet, true, rateFraction);
  const missed = ZERO;
  return {
    currency,
    net: decimalText(earnedNet.plus(unclassified)),
    gross: derived(creditedGross.plus(unclassified)),
    credit: derived(creditedGross.minus(earnedNet)),
    missed: derived(missed),
    missedAtMost: derived(missed.plus(unclassified.times(rateFraction))),
    eligibleGross: derived(creditedGross),
    creditedGross: derived(creditedGross),
    unclassifiedGross: derived(unclassified),
    coverage: unclassified.eq(0) ? share(creditedGross, creditedGross) : null,
    coverageAtLeast: share(creditedGross, creditedGross.plus(unclassified)),
  };
}
