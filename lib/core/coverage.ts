import { decimalText, ratio, type Decimal } from './money.ts';

const RATIO_DECIMALS = 4;

type Parts = { credited: Decimal; eligible: Decimal; unclassified: Decimal };

const share = (part: Decimal, whole: Decimal): string | null => {
  const value = ratio(part, whole);
  return value === null ? null : decimalText(value.round(RATIO_DECIMALS));
};

/**
 * Gross credited of gross eligible (product.md, Numbers), and what is certain of it while lines are unclassified. Both are
 * null where there is nothing to cover, and where refunds outweigh a part of it: a share of it would say nothing then.
 */
export function coverageOf({ credited, eligible, unclassified }: Parts): {
  coverage: string | null;
  coverageAtLeast: string | null;
} {
  const parts = [credited, eligible.minus(credited), unclassified];
  if (parts.some((part) => part.lt(0))) return { coverage: null, coverageAtLeast: null };
  return {
    coverage: unclassified.eq(0) ? share(credited, eligible) : null,
    coverageAtLeast: share(credited, eligible.plus(unclassified)),
  };
}
