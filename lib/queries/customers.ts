import 'server-only';
import {
  countMatchingCustomers,
  listCustomers,
  listFilteredSums,
  type CustomerFilter,
  type OwnerFilter,
  type CustomerSort,
  type ListedCustomer as Listed,
} from '#lib/db/customer-list.ts';
import { listLastChanges } from '#lib/db/changes.ts';
import { listOwnersOf } from '#lib/db/people.ts';
import { nextCursor, parseCursor } from './bad-query.ts';
import { getCompleteness } from './completeness.ts';
import { choosePeriod, queryContext, type QueryContext } from './context.ts';
import { countCustomers, summariseCustomers } from './customer-summary.ts';
import { isOpen } from '#lib/core/sync-plan.ts';
import { keptAnswer, versionOf } from './kept-answers.ts';
import { getRates, moneyOf, type StoredSum } from './money.ts';
import type { CustomerList, CustomersQuery, ListedCustomer } from './schemas/customers.ts';
import type { RowsQuery, RowsWindow } from './schemas/rows.ts';
import type { Money } from './schemas/shared.ts';

/** One window of the customers that match, with the totals of all that do. */
export async function getCustomers(query: CustomersQuery): Promise<CustomerList> {
  const context = await queryContext();
  const { period, periods } = await choosePeriod(context, query.period);
  const offset = parseCursor(query.cursor);
  const window = await readWindow(context, period, { ...query, offset });
  const completeness = await getCompleteness(context, period);
  const counts = await countCustomers(context, period);
  return {
    period,
    periods,
    open: isOpen(period, context.now),
    unfilteredTotal: counts.total,
    byVerdict: counts.byVerdict,
    owners: await keptAnswer(context, 'owners', () => listOwnersOf(context.db, context.visible)),
    ...window,
    nextCursor: nextCursor(offset, window.items.length, window.total),
    totals: await totalsOf(context, customerFilter(query, period, context)),
    asOf: completeness.flatMap(({ asOf }) => asOf ?? []).sort()[0] ?? null,
    completeness,
  };
}

/** Further rows of the same view. */
export async function getCustomerRows(query: RowsQuery<'customers'>): Promise<CustomerWindow> {
  const context = await queryContext();
  const { period } = await choosePeriod(context, query.period);
  return { period, now: context.now, ...(await readWindow(context, period, query)) };
}

/** Rows with how many there are without any filter. */
export async function getFoundCustomers(query: RowsQuery<'customers'>): Promise<FoundCustomers> {
  const context = await queryContext();
  const { period } = await choosePeriod(context, query.period);
  const [window, { total }] = await Promise.all([
    readWindow(context, period, query),
    countCustomers(context, period),
  ]);
  return { period, now: context.now, ...window, unfilteredTotal: total };
}

export type CustomerWindow = RowsWindow<ListedCustomer> & { period: string; now: string };
export type FoundCustomers = CustomerWindow & { unfilteredTotal: number };

type WindowQuery = Omit<CustomersQuery, 'cursor'> & { offset: number };

async function readWindow(
  context: QueryContext,
  period: string,
  { offset, limit, ...query }: WindowQuery,
): Promise<RowsWindow<ListedCustomer>> {
  const { db } = context;
  const filter = customerFilter(query, period, context);
  // Asked first: what is written meanwhile makes the rows newer than they say, never older.
  const version = await versionOf(context);
  const page = { sort: parseCustomerSort(query.sort), limit, offset };
  const [total, items] = await Promise.all([
    keptAnswer(context, `customers counted ${JSON.stringify(filter)}`, () =>
      countMatchingCustomers(db, filter),
    ),
    keptAnswer(context, `customers ${JSON.stringify([filter, page])}`, async () =>
      showCustomers(context, period, await listCustomers(db, filter, page)),
    ),
  ]);
  return { items, total, offset, version };
}

/** Listed customers with what is known of them, and what changed last. */
export async function showCustomers(
  context: QueryContext,
  period: string,
  listed: readonly Listed[],
): Promise<ListedCustomer[]> {
  const tenantIds = listed.map(({ tenantId }) => tenantId);
  const [customers, changes] = await Promise.all([
    summariseCustomers(context, period, listed),
    listed.length === 0 ? [] : listLastChanges(context.db, tenantIds),
  ]);
  const last = new Map(changes.map(({ tenantId, ...change }) => [tenantId, change]));
  return customers.map((customer) => ({ ...customer, lastChange: last.get(customer.tenantId) ?? null }));
}

export const customerFilter = (
  query: Omit<CustomersQuery, 'limit' | 'cursor'> & { only?: string[] | undefined },
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
  only: query.only ?? null,
  visible,
});

/** Sums of all customers that match, by currency and class. */
export const sumsOf = (context: QueryContext, filter: CustomerFilter): Promise<StoredSum[]> =>
  keptAnswer(context, `customers' sums ${JSON.stringify(filter)}`, () =>
    listFilteredSums(context.db, filter),
  );

/** Totals of all customers that match. */
export const totalsOf = async (context: QueryContext, filter: CustomerFilter): Promise<Money[]> =>
  moneyOf(await sumsOf(context, filter), await getRates(context, filter.period));

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
