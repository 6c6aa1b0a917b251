import type { CostClass } from './cost-classes.ts';
import { sum, sumOrNull, ZERO, type Decimal } from './money.ts';

export type OrderedSum = { currency: string; costClass: CostClass; net: Decimal; netUsd: Decimal | null };

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
