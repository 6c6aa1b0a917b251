import 'server-only';
import { isOpen } from '#lib/core/sync-plan.ts';
import { VERDICTS, type Verdict } from '#lib/core/statuses.ts';
import { findCustomer } from '#lib/db/customers.ts';
import {
  countSubscriptionsByVerdict,
  everySubscription,
  listSubscriptionPage,
  listSubscriptionSums,
  listSubscriptionTotals,
  type ListedSubscription,
  type SubscriptionFilter,
  type SubscriptionSort,
} from '#lib/db/subscription-list.ts';
import { nextCursor, parseCursor } from './bad-query.ts';
import { getCompleteness } from './completeness.ts';
import { choosePeriod, queryContext, type QueryContext } from './context.ts';
import { keptAnswer } from './kept-answers.ts';
import { getRates, moneyOf, type Rates } from './money.ts';
import type { Subscription } from './schemas/shared.ts';
import type { SubscriptionList, SubscriptionsQuery } from './schemas/subscriptions.ts';
import { wordsFor } from './reader-words.ts';
import { showAnswers } from './show-subscription.ts';

/** One window of the subscriptions that match, with the totals of all that do. */
export async function getSubscriptions(query: SubscriptionsQuery): Promise<SubscriptionList> {
  const context = await queryContext();
  const { db } = context;
  const { period, periods } = await choosePeriod(context, query.period);
  const filter = subscriptionFilter(query, period, context);
  const offset = parseCursor(query.cursor);
  const page = { sort: parseSubscriptionSort(query.sort), limit: query.limit, offset };
  const { subscriptions, total } = await listSubscriptionPage(db, filter, page);
  const customer = filter.tenantId === null ? null : await findCustomer(db, filter.tenantId, context.visible);
  const completeness = await getCompleteness(context, period);
  const rates = await getRates(context, period);
  return {
    period,
    periods,
    open: isOpen(period, context.now),
    customer: customer === null ? null : { tenantId: customer.tenantId, displayName: customer.displayName },
    ...(await countEvery(context, period)),
    items: await withMoney(db, period, { rows: subscriptions, rates }),
    nextCursor: nextCursor(offset, subscriptions.length, total),
    total,
    totals: moneyOf(
      await keptAnswer(context, `subscriptions' sums ${JSON.stringify(filter)}`, () =>
        listSubscriptionTotals(db, filter),
      ),
      rates,
    ),
    asOf: completeness.flatMap(({ asOf }) => asOf ?? []).sort()[0] ?? null,
    completeness,
  };
}

export const subscriptionFilter = (
  query: Omit<SubscriptionsQuery, 'limit' | 'cursor'>,
  period: string,
  { visible }: QueryContext,
): SubscriptionFilter => ({
  period,
  visible,
  tenantId: query.customer?.toLowerCase() ?? null,
  linked: query.linked ?? null,
  access: query.access ?? null,
  credit: query.credit ?? null,
  verdict: query.verdict ?? null,
  cause: query.cause ?? null,
  q: query.q?.trim() || null,
});

async function countEvery(
  context: QueryContext,
  period: string,
): Promise<Pick<SubscriptionList, 'unfilteredTotal' | 'byVerdict'>> {
  const { db, visible } = context;
  const rows = await keptAnswer(context, `subscriptions by verdict ${period}`, () =>
    countSubscriptionsByVerdict(db, everySubscription(period, visible)),
  );
  const byVerdict = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const { verdict, subscriptions } of rows) byVerdict[verdict] = subscriptions;
  return { unfilteredTotal: rows.reduce((total, row) => total + row.subscriptions, 0), byVerdict };
}

export async function withMoney(
  db: QueryContext['db'],
  period: string,
  { rows, rates }: { rows: readonly ListedSubscription[]; rates: Rates },
): Promise<Subscription[]> {
  if (rows.length === 0) return [];
  const keyOf = (row: { tenantId: string; subscriptionId: string }) =>
    `${row.tenantId}/${row.subscriptionId}`;
  const ids = [...new Set(rows.map(({ subscriptionId }) => subscriptionId))];
  const sums = Map.groupBy(await listSubscriptionSums(db, period, ids), keyOf);
  const words = wordsFor('program');
  return rows.map((row) =>
    showAnswers(row, row.customerName, { sums: sums.get(keyOf(row)) ?? [], rates, words }),
  );
}

export function parseSubscriptionSort(sort: SubscriptionsQuery['sort']): SubscriptionSort {
  const text = sort ?? '-missed';
  const descending = text.startsWith('-');
  // The schema lists each key with and without the sign.
  return { by: (descending ? text.slice(1) : text) as SubscriptionSort['by'], descending };
}
