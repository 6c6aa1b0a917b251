import 'server-only';
import type { CostClass } from '#lib/core/cost-classes.ts';
import { requireDecimal, type Decimal } from '#lib/core/money.ts';
import { summariseMoney } from '#lib/core/summarise-money.ts';
import type { Money } from './schemas/shared.ts';

/** Sums as the database returns them: a decimal is text there. */
export type StoredSum = { currency: string; costClass: CostClass; net: string };

export const moneyOf = (sums: readonly StoredSum[], rateFraction: Decimal): Money[] =>
  summariseMoney(
    sums.map((row) => ({ ...row, net: requireDecimal(row.net) })),
    rateFraction,
  );
