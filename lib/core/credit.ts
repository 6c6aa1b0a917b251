import { grossOf, isIneligibleClass, isUnsettledClass, type CostClass } from './cost-classes.ts';
import type { DailyCost } from './facts.ts';
import { requireDecimal, ZERO, type Decimal } from './money.ts';
import type { Credit } from './statuses.ts';

export type CreditLine = Pick<DailyCost, 'currency' | 'costClass' | 'net' | 'credit'>;

/** Which of the amounts E, M and U of diagnosis.md section 4 (2026-11-21) are there at all. */
export type CreditSigns = {
  earned: boolean;
  missed: boolean;
  unknown: boolean;
  /** Lines of products that cannot earn. */
  ineligible: boolean;
};

/** Absolute, so that a refund does not hide a line; less than a cent counts as none. */
export function creditSigns(lines: readonly CreditLine[], rateFraction: Decimal): CreditSigns {
  const settled = { earned: false, missed: false, unknown: false, ineligible: false };
  if (lines.length === 0) return settled;
  const isOpen = (costClass: CostClass): boolean =>
    costClass === 'ELIGIBLE_NOT_EARNED' || isUnsettledClass(costClass);
  const open = reachesCent(lines, isOpen, rateFraction);
  const has = (isWanted: (costClass: CostClass) => boolean): boolean =>
    lines.some(({ costClass, net }) => isWanted(costClass) && !isZero(net));
  return {
    earned: reachesCent(lines, (costClass) => costClass === 'EARNED', rateFraction),
    missed: open && has((costClass) => costClass === 'ELIGIBLE_NOT_EARNED'),
    unknown: open && has(isUnsettledClass),
    ineligible: has((costClass) => costClass.startsWith('INELIGIBLE_') && isIneligibleClass(costClass)),
  };
}

const CENT = requireDecimal('0.01');
const CENT_EXPONENT = -2;

const isZero = ({ c }: Decimal): boolean => c[0] === 0;

/** A decimal is digits times a power of ten, so its size shows without arithmetic. */
const isCentAtLeast = (value: Decimal): boolean => value.e >= CENT_EXPONENT && !isZero(value);

function reachesCent(
  lines: readonly CreditLine[],
  isWanted: (costClass: CostClass) => boolean,
  rateFraction: Decimal,
): boolean {
  const small: CreditLine[] = [];
  for (const line of lines) {
    if (!isWanted(line.costClass)) continue;
    // Credit has the sign of its line, so the gross is at least the net.
    if (isCentAtLeast(line.net)) return true;
    small.push(line);
  }
  const sums = new Map<string, Decimal>();
  for (const line of small) {
    const sum = (sums.get(line.currency) ?? ZERO).plus(grossOf(line, rateFraction).abs());
    if (sum.gte(CENT)) return true;
    sums.set(line.currency, sum);
  }
  return false;
}

/** `credit` of a day or period; null when its cost was not read (diagnosis.md section 4, 2026-11-21). */
export function creditOf(signs: CreditSigns | null): Credit {
  if (signs === null) return 'unknown';
  const { earned, missed, unknown } = signs;
  if (earned && missed) return 'partly';
  if (unknown) return 'unknown';
  if (earned) return 'credited';
  return missed ? 'not-credited' : 'not-applicable';
}
