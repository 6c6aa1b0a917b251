import { VERDICTS } from '#lib/core/statuses.ts';
import type { SubscriptionList, SubscriptionsQuery } from '#lib/queries/schemas/subscriptions.ts';
import { CUSTOMERS, PERIOD, PERIODS, addTotals, subscriptionsOf } from '../fixture-customers.ts';
import { completenessOf } from '../fixture-sources.ts';
import { chosenScenario } from './scenario.ts';

const EVERY = CUSTOMERS.flatMap((_, index) => subscriptionsOf(index));

export async function getSubscriptions(query: SubscriptionsQuery): Promise<SubscriptionList> {
  const scenario = await chosenScenario();
  const all = scenario === 'empty' ? [] : EVERY;
  const wanted = (['linked', 'access', 'credit', 'verdict', 'cause'] as const).filter(
    (name) => query[name] !== undefined,
  );
  const items = all.filter(
    (row) =>
      wanted.every((name) => row[name] === query[name]) &&
      (query.customer === undefined || row.customer.tenantId === query.customer) &&
      `${row.displayName} ${row.customer.displayName}`.toLowerCase().includes(query.q?.toLowerCase() ?? ''),
  );
  const counts = VERDICTS.map((verdict) => [verdict, all.filter((row) => row.verdict === verdict).length]);
  const customer = CUSTOMERS.find(({ tenantId }) => tenantId === query.customer);
  return {
    period: query.period ?? PERIOD,
    open: true,
    periods: PERIODS,
    customer:
      customer === undefined ? null : { tenantId: customer.tenantId, displayName: customer.displayName },
    unfilteredTotal: all.length,
    // The keys are those of VERDICTS.
    byVerdict: Object.fromEntries(counts) as SubscriptionList['byVerdict'],
    items,
    nextCursor: null,
    offset: 0,
    version: '1',
    total: items.length,
    totals: addTotals(items.flatMap((row) => row.totals)),
    asOf: '2026-11-21T04:12:00Z',
    completeness: completenessOf(scenario),
  };
}
