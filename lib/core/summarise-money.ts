import { rateSeenIn, type CreditRate } from './credit-rate.ts';
import type { ClassSum } from './class-sums.ts';
import { grossOf, isUnsettledClass, type CostClass } from './cost-classes.ts';
import { coverageOf } from './coverage.ts';
import { decimalText, sum, type Decimal } from './money.ts';

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
> & {
  currency: string;
  coverage: string | null;
  coverageAtLeast: string | null;
  /** The rate by which `missed` is estimated, and whether it was seen in the period or is assumed. */
  rate: string;
  rateBasis: CreditRate['basis'];
};

const DERIVED_DECIMALS = 6;

const derived = (value: Decimal): string => decimalText(value.round(DERIVED_DECIMALS));

/**
 * One summary for each currency, never added across them (product.md, Numbers); sorted by currency. Credit that no
 * line tells is reckoned at the assumed rate, missed credit at the rate seen where one was.
 */
export function summariseMoney(
  sums: readonly ClassSum[],
  assumedFraction: Decimal,
  rate: CreditRate = rateSeenIn(sums, assumedFraction),
): MoneySummary[] {
  return [...Map.groupBy(sums, ({ currency }) => currency)]
    .sort(([left], [right]) => left.localeCompare(right))
    .map(([currency, rows]) => ({ currency, ...summariseCurrency(rows, assumedFraction, rate) }));
}

function summariseCurrency(
  rows: readonly ClassSum[],
  rateFraction: Decimal,
  rate: CreditRate,
): Omit<MoneySummary, 'currency'> {
  const lines = rows.map((row) => ({ ...row, gross: grossOf(row, rateFraction) }));
  const grossSum = (isWanted: (costClass: CostClass) => boolean): Decimal =>
    sum(lines.filter(({ costClass }) => isWanted(costClass)).map((line) => line.gross));
  const gross = grossSum(() => true);
  const credited = grossSum((costClass) => costClass === 'EARNED');
  const notEarned = grossSum((costClass) => costClass === 'ELIGIBLE_NOT_EARNED');
  const unclassified = grossSum(isUnsettledClass);
  const eligible = credited.plus(notEarned);
  const missed = notEarned.times(rate.fraction);
  return {
    net: decimalText(sum(rows.map(({ net }) => net))),
    gross: derived(gross),
    credit: derived(sum(lines.map((line) => line.gross.minus(line.net)))),
    missed: derived(missed),
    missedAtMost: derived(missed.plus(unclassified.times(rate.fraction))),
    eligibleGross: derived(eligible),
    creditedGross: derived(credited),
    unclassifiedGross: derived(unclassified),
    ineligibleGross: derived(gross.minus(eligible).minus(unclassified)),
    ...coverageOf({ credited, eligible, unclassified }),
    rate: decimalText(rate.fraction),
    rateBasis: rate.basis,
  };
}
