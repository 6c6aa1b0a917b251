import 'server-only';
import { addMonths, dayOf, periodOf, type Period } from '#lib/core/periods.ts';
import { isOpen } from '#lib/core/sync-plan.ts';
import { listMonthlyRates } from '#lib/db/cost-list.ts';
import { listMonthSums } from '#lib/db/month-sums.ts';
import { countBilledCustomers, countCoveredCustomers } from '#lib/db/read-summaries.ts';
import type { QueryContext } from './context.ts';
import { keptFor } from './kept-answers.ts';
import { moneyOf, ratesBy } from './money.ts';
import type { MonthMoney } from './month-money.ts';
import type { Overview } from './schemas/overview.ts';
import type { Money } from './schemas/shared.ts';

/** As far back as cost details reach, so that a month stands beside itself a year before. */
const MONTHS = 13;

/** While something writes, months are summed once in so long: older ones hardly move. */
const STANDS_MS = 60_000;

/** Up to this month; up to the month shown where that is longer ago. */
function monthsOf(now: string, shown: Period): Period[] {
  const until = (last: Period) =>
    Array.from({ length: MONTHS }, (_, index) => addMonths(last, index + 1 - MONTHS));
  const months = until(periodOf(dayOf(now)));
  return shown < (months[0] ?? shown) ? until(shown) : months;
}

/** Money of thirteen months, oldest first. `fresh`: months that the page shows besides, of the same moment as the page. */
export async function getTrend(
  context: QueryContext,
  shown: Period,
  fresh: readonly MonthMoney[],
): Promise<Overview['trend']> {
  const months = monthsOf(context.now, shown);
  const kept = await keptFor(context, `trend ${months.join()}`, {
    leastMs: STANDS_MS,
    make: () => readMonths(context, months),
  });
  return kept.map(({ period, customers, ...month }) => {
    const { totals } = fresh.find((one) => one.period === period) ?? month;
    return { period, open: isOpen(period, context.now), read: readOf(customers, totals), totals };
  });
}

/** Billed customers, and those of which cost of the month is held. */
type Covered = { billed: number; covered: number };
type Month = MonthMoney & { period: Period; customers: Covered };

function readOf({ billed, covered }: Covered, totals: readonly Money[]): Overview['trend'][number]['read'] {
  if (covered === 0 && totals.length === 0) return 'none';
  return covered < billed ? 'partial' : 'complete';
}

async function readMonths(
  { db, visible, rateFraction }: QueryContext,
  months: readonly Period[],
): Promise<Month[]> {
  const sums = Map.groupBy(await listMonthSums(db, months, visible), ({ period }) => period);
  const rates = await listMonthlyRates(db, months);
  const billed = await countBilledCustomers(db, visible);
  const covered = await countCoveredCustomers(db, months, visible);
  return months.map((period) => ({
    period,
    totals: moneyOf(sums.get(period) ?? [], ratesBy(rateFraction, rates.get(period) ?? null)),
    customers: { billed, covered: covered.get(period) ?? 0 },
  }));
}
