import 'server-only';
import type { Amount, CostClass } from '#lib/core/cost-classes.ts';
import type { CreditRate } from '#lib/core/credit-rate.ts';
import { decimalText, requireDecimal, type Decimal } from '#lib/core/money.ts';
import { summariseMoney } from '#lib/core/summarise-money.ts';
import { findMonthlyRate, type CostRates } from '#lib/db/cost-list.ts';
import type { QueryContext } from './context.ts';
import { keptAnswer } from './kept-answers.ts';
import type { Money } from './schemas/shared.ts';

/** Sums as the database returns them: a decimal is text there. */
export type StoredSum = { currency: string; costClass: CostClass; net: string; credit: string | null };

export const amountOf = ({ costClass, net, credit }: Omit<StoredSum, 'currency'>): Amount => ({
  costClass,
  net: requireDecimal(net),
  credit: credit === null ? null : requireDecimal(credit),
});

/** `assumed`: where a line tells no rate of its own; `missed`: by which missed credit is estimated. */
export type Rates = { assumed: Decimal; missed: CreditRate };

/** Missed credit is estimated at the rate seen anywhere in the month, else at the one assumed. */
export async function getRates(
  context: Pick<QueryContext, 'db' | 'rateFraction' | 'visible'>,
  period: string,
): Promise<Rates> {
  const seen = await keptAnswer(context, `rate ${period}`, () => findMonthlyRate(context.db, period));
  return ratesBy(context.rateFraction, seen);
}

export const ratesBy = (assumed: Decimal, seen: string | null): Rates => ({
  assumed,
  missed:
    seen === null
      ? { fraction: assumed, basis: 'assumed' }
      : { fraction: requireDecimal(seen), basis: 'seen' },
});

/** As the database takes them. */
export const fractionsOf = ({ assumed, missed }: Rates): CostRates => ({
  assumed: decimalText(assumed),
  missed: decimalText(missed.fraction),
});

export const moneyOf = (sums: readonly StoredSum[], { assumed, missed }: Rates): Money[] =>
  summariseMoney(
    sums.map((row) => ({ ...row, ...amountOf(row) })),
    assumed,
    missed,
  );
