import type { DailyCost } from './facts.ts';
import { ratio, requireDecimal, sum, ZERO, type Decimal } from './money.ts';

/** Classes of cost lines; every line has exactly one (costdata.md section 5, 2026-11-21). */
export const COST_CLASSES = [
  'EARNED',
  'INELIGIBLE_MARKETPLACE',
  'INELIGIBLE_RESERVATION',
  'INELIGIBLE_SAVINGS_PLAN',
  'INELIGIBLE_SPOT',
  'OFFSET_BY_AZURE_CREDIT',
  'INELIGIBLE_PRODUCT',
  'ZERO_PRICE',
  'CREDIT_UNKNOWN',
  'ELIGIBLE_NOT_EARNED',
  /** Without credit, and no source has said yet why. */
  'UNCLASSIFIED',
] as const;
export type CostClass = (typeof COST_CLASSES)[number];

/** All that the credit flag alone tells: true is earned, false stays unclassified until a richer source splits it. */
export function classOfFlag(credited: boolean | null): CostClass {
  if (credited === null) return 'CREDIT_UNKNOWN';
  return credited ? 'EARNED' : 'UNCLASSIFIED';
}

const ONE = requireDecimal('1');

export type Amount = Pick<DailyCost, 'costClass' | 'net' | 'credit'>;

/** Credit received: the line's own where told, else net x r / (1 - r) at the rate assumed (product.md, Numbers). */
export function creditOfLine({ costClass, net, credit }: Amount, rateFraction: Decimal): Decimal {
  if (credit !== null) return credit;
  if (costClass !== 'EARNED') return ZERO;
  const received = ratio(net.times(rateFraction), ONE.minus(rateFraction));
  if (received === null) throw new Error('a credit rate of 1 leaves nothing to divide');
  return received;
}

/** Amount before credit. */
export const grossOf = (line: Amount, rateFraction: Decimal): Decimal =>
  line.net.plus(creditOfLine(line, rateFraction));

export const isUnsettledClass = (costClass: CostClass): boolean =>
  costClass === 'UNCLASSIFIED' || costClass === 'CREDIT_UNKNOWN';

export const isIneligibleClass = (costClass: CostClass): boolean =>
  costClass !== 'EARNED' && costClass !== 'ELIGIBLE_NOT_EARNED' && !isUnsettledClass(costClass);

type WeighedLine = Amount & Pick<DailyCost, 'netUsd'>;

export type Weight = {
  missed: Decimal;
  /** missed, and the credit that unclassified lines could have earned. */
  missedAtMost: Decimal;
  gross: Decimal;
};

/**
 * Signed sums that weigh a cause against others, in Microsoft's dollars where they are known, because amounts of
 * several currencies do not compare. Never shown.
 */
export function weightOf(lines: readonly WeighedLine[], rateFraction: Decimal): Weight {
  const grossUsd = (line: WeighedLine): Decimal =>
    line.netUsd === null
      ? grossOf(line, rateFraction)
      : grossOf({ ...line, net: line.netUsd, credit: null }, rateFraction);
  const gross = (isWanted: (costClass: CostClass) => boolean): Decimal =>
    sum(lines.filter(({ costClass }) => isWanted(costClass)).map(grossUsd));
  const missed = gross((costClass) => costClass === 'ELIGIBLE_NOT_EARNED').times(rateFraction);
  return {
    missed,
    missedAtMost: missed.plus(gross(isUnsettledClass).times(rateFraction)),
    gross: gross(() => true),
  };
}
