import { creditOfLine, grossOf, isUnsettledClass, type Amount, type CostClass } from './cost-classes.ts';
import { decimalText, ratio, sum, type Decimal } from './money.ts';

export type ClassSum = Amount & { currency: string };

/** Amounts as decimal text; see the JSON API's Money for what each means. */
export type MoneySummary = Record<
  | 'net'
  | 'gross'
  | 'credit'
  | 'missed'
  | 'missedAtMost'
  | 'eligibleGross'
  | 'creditedGross'
  | 'unclassifiedGross'
  | 'ineligibleGross',
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
  const grossSum = (isWanted: (costClass: CostClass) => boolean): Decimal =>
    sum(rows.filter(({ costClass }) => isWanted(costClass)).map((row) => grossOf(row, rateFraction)));
  const gross = grossSum(() => true);
  const credited = grossSum((costClass) => costClass === 'EARNED');
  const notEarned = grossSum((costClass) => costClass === 'ELIGIBLE_NOT_EARNED');
  const unclassified = grossSum(isUnsettledClass);
  const eligible = credited.plus(notEarned);
  const missed = notEarned.times(rateFraction);
  return {
    currency,
    net: decimalText(sum(rows.map(({ net }) => net))),
    gross: derived(gross),
    credit: derived(sum(rows.map((row) => creditOfLine(row, rateFraction)))),
    missed: derived(missed),
    missedAtMost: derived(missed.plus(unclassified.times(rateFraction))),
    eligibleGross: derived(eligible),
    creditedGross: derived(credited),
    unclassifiedGross: derived(unclassified),
    ineligibleGross: derived(gross.minus(eligible).minus(unclassified)),
    coverage: unclassified.eq(0) ? share(credited, eligible) : null,
    coverageAtLeast: share(credited, eligible.plus(unclassified)),
  };
}
