import 'server-only';
import type { QueryContext } from './context.ts';
import { getRates, moneyOf, type Rates, type StoredSum } from './money.ts';
import type { Money } from './schemas/shared.ts';

export type MonthMoney = { period: string; totals: Money[] };

/** Money of each month at the rate of that month, newest first. */
export async function moneyByMonth<Sum extends StoredSum & { period: string }>(
  context: QueryContext,
  sums: readonly Sum[],
  keyOf: (sum: Sum) => string,
): Promise<Map<string, MonthMoney[]>> {
  const rates = new Map<string, Rates>();
  for (const period of new Set(sums.map((sum) => sum.period))) {
    rates.set(period, await getRates(context, period));
  }
  const byKey = [...Map.groupBy(sums, keyOf)].map(([key, same]): [string, MonthMoney[]] => [
    key,
    [...Map.groupBy(same, ({ period }) => period)]
      .sort(([left], [right]) => right.localeCompare(left))
      .flatMap(([period, ofMonth]) => {
        const rate = rates.get(period);
        return rate === undefined ? [] : [{ period, totals: moneyOf(ofMonth, rate) }];
      }),
  ]);
  return new Map(byKey);
}
