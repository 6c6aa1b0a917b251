import { ACCESS, CREDIT, VERDICTS } from '#lib/core/statuses.ts';
import type { Overview } from '#lib/queries/schemas/overview.ts';
import { CUSTOMERS, PERIOD, PERIODS, addTotals, money, subscriptionsOf } from '../fixture-customers.ts';
import { makeDays } from '../fixture-days.ts';
import { completenessOf } from '../fixture-sources.ts';
import { chosenScenario } from './scenario.ts';

export async function getOverview({ period = PERIOD }: { period?: string | undefined }): Promise<Overview> {
  const scenario = await chosenScenario();
  const customers = scenario === 'empty' ? [] : CUSTOMERS;
  const rows = customers.flatMap((_, index) => subscriptionsOf(index));
  const counts = VERDICTS.map((verdict) => [
    verdict,
    customers.filter((row) => row.verdict === verdict).length,
  ]);
  return {
    period,
    open: period === PERIOD,
    totals: scenario === 'failed' ? [] : addTotals(rows.flatMap((row) => row.totals)),
    together:
      scenario === 'failed'
        ? { state: 'no-rate', currency: 'EUR', missing: ['SEK', 'USD'] }
        : {
            ...{ state: 'converted', money: money('EUR', 84_159.79, 0.57) },
            rates: [
              { currency: 'SEK', forOne: '11.1098' },
              { currency: 'USD', forOne: '1.0842' },
            ],
          },
    previous: { period: '2026-10', totals: [money('EUR', 61_234.5, 0.51)] },
    matrix: ACCESS.flatMap((access) =>
      CREDIT.map((credit) => {
        const own = rows.filter((row) => row.access === access && row.credit === credit);
        return {
          access,
          credit,
          subscriptions: own.length,
          eligibleGross: addTotals(own.flatMap((row) => row.totals)),
        };
      }),
    ),
    // Every verdict is a key of the list above.
    customers: {
      total: customers.length,
      byVerdict: Object.fromEntries(counts) as Overview['customers']['byVerdict'],
    },
    days: scenario === 'failed' ? [] : [...makeDays('EUR', 4200, 0.55), ...makeDays('USD', 900, 0.3)],
    trend: [],
    changes: {
      ...{ since: '2026-11-14T00:00:00Z', total: 0, newest: [], byKind: [] },
      sinceYesterday: { since: '2026-11-20T00:00:00Z', total: 0 },
    },
    largestGaps: customers
      .filter((row) => row.verdict !== 'earning')
      .toSorted((a, b) => Number(b.totals[0]?.missedAtMost ?? 0) - Number(a.totals[0]?.missedAtMost ?? 0))
      .slice(0, 6),
    periods: PERIODS,
    completeness: completenessOf(scenario),
  };
}
