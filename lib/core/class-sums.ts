import type { DailyCost } from './facts.ts';
import type { Decimal } from './money.ts';
import type { Amount } from './cost-classes.ts';
import { byText } from './text-order.ts';

export type ClassSum = Amount & { currency: string };

type Line = Pick<DailyCost, 'currency' | 'costClass' | 'net' | 'credit'>;

/** Sums by currency and class, exact and never across currencies; a credit that lacks a part is not known. */
export function classSums(lines: readonly Line[]): ClassSum[] {
  const sums: ClassSum[] = [];
  for (const { currency, costClass, net, credit } of lines) {
    // A dozen classes at most: looking along the list is quicker than making keys.
    const held = sums.find((row) => row.costClass === costClass && row.currency === currency);
    if (held === undefined) sums.push({ currency, costClass, net, credit });
    else {
      held.net = held.net.plus(net);
      held.credit = plusOrNull(held.credit, credit);
    }
  }
  return sums.sort(
    (left, right) => byText(left.currency, right.currency) || byText(left.costClass, right.costClass),
  );
}

const plusOrNull = (left: Decimal | null, right: Decimal | null): Decimal | null =>
  left === null || right === null ? null : left.plus(right);
