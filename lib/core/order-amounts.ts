import { creditOfLine, type CostClass } from './cost-classes.ts';
import { ratio, requireDecimal, sum, sumOrNull, ZERO, type Decimal } from './money.ts';
import { summariseMoney } from './summarise-money.ts';

export type OrderedSum = { currency: string; costClass: CostClass; net: Decimal; netUsd: Decimal | null };
/** Credit null: no line tells it. */
export type CreditedSum = OrderedSum & { credit: Decimal | null };

/** Cost that earned nothing and could have, or may have. */
export const MAY_BE_MISSED: readonly CostClass[] = ['ELIGIBLE_NOT_EARNED', 'UNCLASSIFIED', 'CREDIT_UNKNOWN'];

/**
 * For ordering only: dollars by Microsoft's own exchange rate; where a part of them is not known, the largest amount
 * of one currency. Amounts shown are never converted.
 */
function orderAmount(sums: readonly OrderedSum[]): Decimal {
  const dollars = sumOrNull(sums.map(({ netUsd }) => netUsd));
  if (dollars !== null) return dollars;
  const amounts = [...Map.groupBy(sums, ({ currency }) => currency).values()].map((same) =>
    sum(same.map(({ net }) => net)),
  );
  return amounts.reduce((most, amount) => (amount.gt(most) ? amount : most), amounts[0] ?? ZERO);
}

export const orderAmounts = (sums: readonly OrderedSum[]): { cost: Decimal; missed: Decimal } => ({
  cost: orderAmount(sums),
  missed: orderAmount(sums.filter(({ costClass }) => MAY_BE_MISSED.includes(costClass))),
});

/** Credit in dollars, at the rate by which Microsoft converts the line's cost. */
function creditUsd({ costClass, net, netUsd, credit }: CreditedSum, assumedRate: Decimal): Decimal | null {
  if (netUsd === null) return null;
  if (credit === null) return creditOfLine({ costClass, net: netUsd, credit }, assumedRate);
  return credit.eq(0) ? ZERO : (ratio(netUsd, net)?.times(credit) ?? null);
}

/**
 * For ordering only, like the amounts above. Coverage is a ratio and needs no dollars: of several currencies the lowest
 * that is shown counts, at least what is certain of it; null where none can be told.
 */
export function orderCredit(
  sums: readonly CreditedSum[],
  assumedRate: Decimal,
): { credit: Decimal; coverage: Decimal | null } {
  const credits = sums.map((row) => ({
    ...row,
    net: creditOfLine(row, assumedRate),
    netUsd: creditUsd(row, assumedRate),
  }));
  const shares = summariseMoney(sums, assumedRate).flatMap(({ coverageAtLeast }) =>
    coverageAtLeast === null ? [] : [requireDecimal(coverageAtLeast)],
  );
  const [first = null, ...others] = shares;
  return {
    credit: orderAmount(credits.filter(({ net, netUsd }) => !net.eq(0) || netUsd?.eq(0) === false)),
    coverage: others.reduce((lowest, share) => (lowest?.lt(share) === true ? lowest : share), first),
  };
}
