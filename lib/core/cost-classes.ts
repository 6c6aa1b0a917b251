import type { DailyCost } from './facts.ts';
import { ratio, requireDecimal, sum, ZERO, type Decimal } from './money.ts';

/**
 * Classes of cost lines that the Query API can give, grouped by subscription and credit: true is earned, false
 * stays unclassified until a richer source splits it (costdata.md section 5, 2026-11-21).
 */
export const COST_CLASSES = ['EARNED', 'UNCLASSIFIED', 'CREDIT_UNKNOWN'] as const;
export type CostClass = (typeof COST_CLASSES)[number];

export function costClass(credited: boolean | null): CostClass {
  if (credited === null) return 'CREDIT_UNKNOWN';
  return credited ? 'EARNED' : 'UNCLASSIFIED';
}

const ONE = requireDecimal('1');
const CENT = requireDecimal('0.01');

/** Amount before credit: net / (1 - r) where credit was applied (product.md, Numbers). */
export function grossOf(net: Decimal, credited: boolean | null, rateFraction: Decimal): Decimal {
  if (credited !== true) return net;
  const gross = ratio(net, ONE.minus(rateFraction));
  if (gross === null) throw new Error('a credit rate of 1 leaves nothing to divide');
  return gross;
}

export type CreditParts = {
  /** Absolute gross of lines that earned. */
  earned: Decimal;
  /** Absolute gross of eligible lines that did not. */
  missed: Decimal;
  /** Absolute gross of lines whose credit or class is unknown. */
  unknown: Decimal;
};

/** E, M and U of diagnosis.md section 4: absolute, so that a refund does not hide a line. */
export function creditParts(lines: readonly DailyCost[], rateFraction: Decimal): CreditParts {
  const absolute = (kind: CostClass[]): Decimal =>
    sum(
      lines
        .filter(({ credited }) => kind.includes(costClass(credited)))
        .map(({ net, credited }) => grossOf(net, credited, rateFraction).abs()),
    );
  const parts = {
    earned: absolute(['EARNED']),
    missed: ZERO,
    unknown: absolute(['UNCLASSIFIED', 'CREDIT_UNKNOWN']),
  };
  return {
    earned: parts.earned.lt(CENT) ? ZERO : parts.earned,
    missed: parts.missed,
    unknown: parts.missed.plus(parts.unknown).lt(CENT) ? ZERO : parts.unknown,
  };
}

export type Weight = {
  missed: Decimal;
  /** missed, and the credit that unclassified lines could have earned. */
  missedAtMost: Decimal;
  gross: Decimal;
};

/**
 * Signed sums that weigh a cause against others, in Microsoft's dollars where they are known, because amounts of
 * several currencies do not compare. Never shown. Nothing is known to be missed until lines are classified.
 */
export function weightOf(lines: readonly DailyCost[], rateFraction: Decimal): Weight {
  const gross = (some: readonly DailyCost[]): Decimal =>
    sum(some.map(({ net, netUsd, credited }) => grossOf(netUsd ?? net, credited, rateFraction)));
  const uncredited = lines.filter(({ credited }) => credited !== true);
  return { missed: ZERO, missedAtMost: gross(uncredited).times(rateFraction), gross: gross(lines) };
}
