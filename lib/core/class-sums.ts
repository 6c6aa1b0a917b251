import type { DailyCost } from './facts.ts';
import type { Decimal } from './money.ts';
import type { Amount } from './cost-classes.ts';
import { byText } from './text-order.ts';

export type ClassSum = Amount & { currency: string };

type Line = Pick<DailyCost, 'currency' | 'costClass' | 'net' | 'credit'>;

/** Sums by currency and class, exact and never across currencies; a credit that lacks a part is not known. */
export function classSums(lines: readonly Line[]): ClassSum[] {
  const sums = new Map<string, ClassSum>();
  for (const { currency, costClass, net, credit } of lines) {
    const key = `${currency} ${costClass}`;
    const held = sums.get(key);
    sums.set(
      key,
      held === undefined
        ? { currency, costClass, net, credit }
        : { currency, costClass, net: held.net.plus(net), credit: plusOrNull(held.credit, credit) },
    );
  }
  return [...sums].sort(([left], [right]) => byText(left, right)).map(([, sum]) => sum);
}

const plusOrNull = (left: Decimal | null, right: Decimal | null): Decimal | null =>
  left === null || right === null ? null : left.plus(right);
