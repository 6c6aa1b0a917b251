import type { Facts } from './evidence.ts';
import { ratio, type Decimal } from './money.ts';
import type { ClassSum } from './class-sums.ts';

export const RATE_BASES = ['seen', 'assumed'] as const;

/** `seen`: on lines of the same period; `assumed`: configured, because no line told one. */
export type CreditRate = { fraction: Decimal; basis: (typeof RATE_BASES)[number] };

const RATE_DECIMALS = 4;

/** The highest rate told by earned lines (costdata.md section 4, 2026-11-21); null where none tells one. */
export function seenRate(sums: readonly ClassSum[]): Decimal | null {
  let highest: Decimal | null = null;
  for (const { costClass, net, credit } of sums) {
    if (costClass !== 'EARNED' || credit === null || net.eq(0)) continue;
    const rate = ratio(credit, net.plus(credit))?.round(RATE_DECIMALS) ?? null;
    if (rate !== null && rate.gt(0) && rate.lt(1) && (highest === null || rate.gt(highest))) highest = rate;
  }
  return highest;
}

export const rateSeenIn = (sums: readonly ClassSum[], assumed: Decimal): CreditRate => {
  const seen = seenRate(sums);
  return seen === null ? { fraction: assumed, basis: 'assumed' } : { fraction: seen, basis: 'seen' };
};

/** Seen anywhere in the partner's period, else on the subscription itself, else assumed. */
export const creditRateOf = ({ profile, subscription }: Facts, sums: readonly ClassSum[]): CreditRate =>
  subscription.rateSeen === null
    ? rateSeenIn(sums, profile.creditRateFraction)
    : { fraction: subscription.rateSeen, basis: 'seen' };
