import type { Decimal } from '#lib/core/money.ts';
import { listOtherRates, orderAnew } from '#lib/db/credit-rate.ts';
import { listJudgedPeriods } from '#lib/db/verdicts.ts';
import type { JudgeDeps } from './deps.ts';

const CUSTOMERS_TOGETHER = 500;

/**
 * Lists are in the order of what they show: amounts follow the assumed rate at once, so what was put in order by
 * another one is put in order anew. How many it was. A part of them is no fault: the next start goes on with the rest.
 */
export async function orderByAssumedRate(
  { db, log }: Pick<JudgeDeps, 'db' | 'log'>,
  { rate, signal }: { rate: Decimal; signal: AbortSignal },
): Promise<number> {
  let ordered = 0;
  for (const month of await listJudgedPeriods(db)) {
    const tenants = await listOtherRates(db, month, rate);
    for (let start = 0; start < tenants.length && !signal.aborted; start += CUSTOMERS_TOGETHER) {
      const together = tenants.slice(start, start + CUSTOMERS_TOGETHER);
      await orderAnew(db, { month, tenants: together, rate });
      ordered += together.length;
    }
  }
  if (ordered > 0) log.info({ ordered, rate: rate.toFixed() }, 'months were put in order by another rate');
  return ordered;
}
