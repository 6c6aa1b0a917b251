import 'server-only';
import type { Amount, CostClass } from '#lib/core/cost-classes.ts';
import { requireDecimal, type Decimal } from '#lib/core/money.ts';
import { summariseMoney } from '#lib/core/summarise-money.ts';
import type { Money } from './schemas/shared.ts';

/** Sums as the database returns them: a decimal is text there. */
export type StoredSum = { currency: string; costClass: CostClass; net: string; credit: string | null };

export const amountOf = ({ costClass, net, credit }: Omit<StoredSum, 'currency'>): Amount => ({
  costClass,
  net: requireDecimal(net),
  credit: credit === null ? null : requireDecimal(credit),
});

export const moneyOf = (sums: readonly StoredSum[], rateFraction: Decimal): Money[] =>
  summariseMoney(
    sums.map((row) => ({ ...row, ...amountOf(row) })),
    rateFraction,
  );
