import 'server-only';
import { isOpen } from '#lib/core/sync-plan.ts';
import { VERDICTS, type Verdict } from '#lib/core/statuses.ts';
import { findCustomer } from '#lib/db/customers.ts';
import {
  countMatchingSubscriptions,
  countSubscriptionsByVerdict,
  findFewSubscriptions,
  everySubscription,
  listSubscriptions,
  listSubscriptionSums,
  listSubscriptionTotals,
  type ListedSubscription,
  type SubscriptionFilter,
  type SubscriptionSort,
} from '#lib/db/subscription-list.ts';
import { nextCursor, parseCursor } from './bad-query.ts';
import { getCompleteness } from './completeness.ts';
import { choosePeriod, queryContext, type QueryContext } from './context.ts';
import { keptAnswer, versionOf } from './kept-answers.ts';
import { getRates, moneyOf, type Rates } from './money.ts';
import type { RowsQuery, RowsWindow } from './schemas/rows.ts';
import type { Subscription } from './schemas/shared.ts';
import type { SubscriptionList, SubscriptionsQuery } from './schemas/subscriptions.ts';
import { wordsFor, type ReaderWords } from './reader-words.ts';
import { showAnswers } from './show-subscription.ts';

/** One window of the subscriptions that match, with the totals of all that do. */
export async function getSubscriptions(query: SubscriptionsQuery): Promise<SubscriptionList> {
  const context = await queryContext();
  const { db } = context;
  const { period, periods } = await choosePeriod(context, query.period);
  const asked = subscriptionFilter(query, period, context);
  const filter = await narrow(context, asked);
  const offset = parseCursor(query.cursor);
  const window = await readWindow(context, period, { ...query, offset });
  const customer = filter.tenantId === null ? null : await findCustomer(db, filter.tenantId, context.visible);
  const completeness = await getCompleteness(context, period);
  const sums = await keptAnswer(context, `subscriptions' sums ${JSON.stringify(asked)}`, () =>
    listSubscriptionTotals(db, filter),
  );
  return {
    period,
    periods,
    open: isOpen(period, context.now),
    customer: customer === null ? null : { tenantId: customer.tenantId, displayName: customer.displayName },
    ...(await countEvery(context, period)),
    ...window,
    nextCursor: nextCursor(offset, window.items.length, window.total),
    totals: moneyOf(sums, await getRates(context, period)),
    asOf: completeness.flatMap(({ asOf }) => asOf ?? []).sort()[0] ?? null,
    completeness,
  };
}

/** Further rows of the same view. */
export async function getSubscriptionRows(query: RowsQuery<'subscriptions'>): Promise<SubscriptionWindow> {
  const context = await queryContext();
  const { period } = await choosePeriod(context, query.period);
  return { period, ...(await readWindow(context, period, query)) };
}

/** Rows with how many there are without any filter. */
export async function getFoundSubscriptions(query: RowsQuery<'subscriptions'>): Promise<FoundSubscriptions> {
  const context = await queryContext();
  const { period } = await choosePeriod(context, query.period);
  const [window, { unfilteredTotal }] = await Promise.all([
    readWindow(context, period, query),
    countEvery(context, period),
  ]);
  return { period, ...window, unfilteredTotal };
}

export type SubscriptionWindow = RowsWindow<Subscription> & { period: string };
export type FoundSubscriptions = SubscriptionWindow & { unfilteredTotal: number };

type WindowQuery = Omit<SubscriptionsQuery, 'cursor'> & { offset: number };

async function readWindow(
  context: QueryContext,
  period: string,
  { offset, limit, ...query }: WindowQuery,
): Promise<RowsWindow<Subscription>> {
  const { db } = context;
  const asked = subscriptionFilter(query, period, context);
  // Asked first: what is written meanwhile makes the rows newer than they say, never older.
  const version = await versionOf(context);
  const filter = await narrow(context, asked);
  const total = await keptAnswer(context, `subscriptions counted ${JSON.stringify(asked)}`, () =>
    countMatchingSubscriptions(db, filter),
  );
  const page = { sort: parseSubscriptionSort(query.sort), limit, offset, total };
  const rates = await getRates(context, period);
  const items = await keptAnswer(context, `subscriptions ${JSON.stringify([asked, page])}`, async () =>
    withMoney(db, period, { rows: await listSubscriptions(db, filter, page), rates }),
  );
  return { items, total, offset, version };
}

export const subscriptionFilter = (
  query: Omit<SubscriptionsQuery, 'limit' | 'cursor'> & { only?: string[] | undefined },
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
  only: query.only ?? null,
  among: null,
});

/** A search looks at every name; it does so once for all that is asked of what it finds. */
const narrow = async (context: QueryContext, filter: SubscriptionFilter): Promise<SubscriptionFilter> =>
  filter.q === null
    ? filter
    : {
        ...filter,
        among: await keptAnswer(context, `subscriptions found ${JSON.stringify(filter)}`, () =>
          findFewSubscriptions(context.db, filter),
        ),
      };

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

type WithMoney = { rows: readonly ListedSubscription[]; rates: Rates; words?: ReaderWords };

export async function withMoney(
  db: QueryContext['db'],
  period: string,
  { rows, rates, words = wordsFor('program') }: WithMoney,
): Promise<Subscription[]> {
  if (rows.length === 0) return [];
  const keyOf = (row: { tenantId: string; subscriptionId: string }) =>
    `${row.tenantId}/${row.subscriptionId}`;
  const ids = [...new Set(rows.map(({ subscriptionId }) => subscriptionId))];
  const sums = Map.groupBy(await listSubscriptionSums(db, period, ids), keyOf);
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
