import 'server-only';
import {
  listCustomerPage,
  listFilteredSums,
  type CustomerFilter,
  type OwnerFilter,
  type CustomerSort,
} from '#lib/db/customer-list.ts';
import { listOwnersOf } from '#lib/db/people.ts';
import { nextCursor, parseCursor } from './bad-query.ts';
import { getCompleteness } from './completeness.ts';
import { choosePeriod, queryContext, type QueryContext } from './context.ts';
import { countCustomers, summariseCustomers } from './customer-summary.ts';
import { isOpen } from '#lib/core/sync-plan.ts';
import { keptAnswer } from './kept-answers.ts';
import { getRates, moneyOf } from './money.ts';
import type { CustomerList, CustomersQuery } from './schemas/customers.ts';
import type { Money } from './schemas/shared.ts';

/** One window of the customers that match, with the totals of all that do. */
export async function getCustomers(query: CustomersQuery): Promise<CustomerList> {
  const context = await queryContext();
  const { period, periods } = await choosePeriod(context, query.period);
  const filter = customerFilter(query, period, context);
  const offset = parseCursor(query.cursor);
  const page = { sort: parseCustomerSort(query.sort), limit: query.limit, offset };
  const { customers, total } = await listCustomerPage(context.db, filter, page);
  const completeness = await getCompleteness(context, period);
  const counts = await countCustomers(context, period);
  return {
    period,
    periods,
    open: isOpen(period, context.now),
    unfilteredTotal: counts.total,
    byVerdict: counts.byVerdict,
    owners: await listOwnersOf(context.db, context.visible),
    items: await summariseCustomers(context, period, customers),
    nextCursor: nextCursor(offset, customers.length, total),
    total,
    totals: await totalsOf(context, filter),
    asOf: completeness.flatMap(({ asOf }) => asOf ?? []).sort()[0] ?? null,
    completeness,
  };
}

export const customerFilter = (
  query: Omit<CustomersQuery, 'limit' | 'cursor'>,
  period: string,
  { actor, visible }: QueryContext,
): CustomerFilter => ({
  period,
  verdict: query.verdict ?? null,
  cause: query.cause ?? null,
  access: query.access ?? null,
  credit: query.credit ?? null,
  q: query.q?.trim() || null,
  owner: ownerOf(query.owner, actor.id),
  visible,
});

/** Totals of all customers that match. */
export const totalsOf = async (context: QueryContext, filter: CustomerFilter): Promise<Money[]> => {
  const sums = await keptAnswer(context, `customers' sums ${JSON.stringify(filter)}`, () =>
    listFilteredSums(context.db, filter),
  );
  return moneyOf(sums, await getRates(context, filter.period));
};

function ownerOf(asked: CustomersQuery['owner'], myself: string): OwnerFilter | null {
  if (asked === undefined) return null;
  if (asked === 'none') return { kind: 'nobody' };
  return { kind: 'person', personId: asked === 'me' ? myself : asked };
}

export function parseCustomerSort(sort: CustomersQuery['sort']): CustomerSort {
  const text = sort ?? '-missed';
  const descending = text.startsWith('-');
  // The schema lists each key with and without the sign.
  return { by: (descending ? text.slice(1) : text) as CustomerSort['by'], descending };
}
