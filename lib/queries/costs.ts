import 'server-only';
import { decimalText, requireDecimal } from '#lib/core/money.ts';
import { isOpen } from '#lib/core/sync-plan.ts';
import {
  countCosts,
  listCosts,
  listCostCovers,
  listCostTotals,
  type CostBase,
  type CostFilter,
  type CostRow,
  type CostSum,
  type CostSort,
} from '#lib/db/cost-list.ts';
import { findCustomer } from '#lib/db/customers.ts';
import { listSubscriptionPeriods } from '#lib/db/subscription-list.ts';
import { BadQuery, nextCursor, parseCursor } from './bad-query.ts';
import { getCompleteness } from './completeness.ts';
import { choosePeriod, queryContext, type QueryContext } from './context.ts';
import { getTriedWays, readsOf, summariseReads, type CostCover } from './cost-reads.ts';
import { keptAnswer, versionOf } from './kept-answers.ts';
import { fractionsOf, getRates, moneyOf, type Rates } from './money.ts';
import type { CostGroup, CostItem, CostList, CostsQuery } from './schemas/costs.ts';
import type { RowsQuery, RowsWindow } from './schemas/rows.ts';

type CostFilters = Omit<CostsQuery, 'limit' | 'cursor'>;

const NEEDED = new Set(['costs', 'cost-dimensions', 'billing-customers', 'billing-profiles']);

/** Stands for charges without a resource group: no group can have this name. */
export const NO_GROUP = '~none';

/** One window of a month's cost by the wanted keys, with the totals of all that matches. */
export async function getCosts(query: CostsQuery): Promise<CostList> {
  const context = await queryContext();
  const { db, visible } = context;
  const { period, periods } = await choosePeriod(context, query.period);
  const offset = parseCursor(query.cursor);
  const groupBy = query.groupBy ?? USUAL_GROUPS;
  const base = chooseBase(groupBy, query);
  const filter = costFilter(query, { period, visible });
  const rates = await getRates(context, period);
  const window = await readWindow(context, period, { ...query, offset });
  const completeness = (await getCompleteness(context, period)).filter(({ source }) => NEEDED.has(source));
  const sums = await totalsOf(context, base, filter);
  return {
    period,
    periods,
    open: isOpen(period, context.now),
    names: await namesOf(context, query, period),
    ...window,
    unfilteredTotal: await countUnfiltered(context, { period, groupBy, filter, shown: window.total }),
    nextCursor: nextCursor(offset, window.items.length, window.total),
    totals: moneyOf(sums, rates),
    notGrouped: await notGrouped(context, { base, filter, sums, rates }),
    readBy: await keptAnswer(context, `cost covers ${period}`, async () =>
      summariseReads(await listCostCovers(db, { period, visible, tenantIds: null })),
    ),
    triedWays: await keptAnswer(context, 'tried ways', () => getTriedWays(context)),
    asOf: completeness.flatMap(({ asOf }) => asOf ?? []).sort()[0] ?? null,
    completeness,
  };
}

const USUAL_GROUPS: CostGroup[] = ['customer'];

/** Further rows of the same view. */
export async function getCostRows(query: RowsQuery<'costs'>): Promise<CostWindow> {
  const context = await queryContext();
  const { period } = await choosePeriod(context, query.period);
  return { now: context.now, ...(await readWindow(context, period, query)) };
}

type Grouped = RowsWindow<CostItem> & { groupBy: CostGroup[] };
export type CostWindow = Grouped & { now: string };

type WindowQuery = Omit<CostsQuery, 'cursor'> & { offset: number };

async function readWindow(
  context: QueryContext,
  period: string,
  { limit, offset, ...query }: WindowQuery,
): Promise<Grouped> {
  const { db, visible } = context;
  const groupBy = query.groupBy ?? USUAL_GROUPS;
  const base = chooseBase(groupBy, query);
  const asked = {
    filter: costFilter(query, { period, visible }),
    page: { groupBy, sort: parseCostSort(query.sort, groupBy), limit, offset },
    rates: fractionsOf(await getRates(context, period)),
  };
  // Asked first: what is written meanwhile makes the rows newer than they say, never older.
  const version = await versionOf(context);
  const window = await keptAnswer(context, `costs ${base} ${JSON.stringify(asked)}`, async () => {
    const { rows, total } = await listCosts(db, base, asked);
    const shownIds = rows.flatMap(({ customer }) => customer ?? []);
    const covers = await listCostCovers(db, { period, visible, tenantIds: shownIds });
    return { items: rows.map((row) => showItem(row, groupBy, covers)), total };
  });
  return { groupBy, ...window, offset, version };
}

type Counted = { period: string; groupBy: CostGroup[]; filter: CostFilter; shown: number };

/** Rows of the same grouping that no filter takes away. */
async function countUnfiltered(
  context: QueryContext,
  { period, groupBy, filter, shown }: Counted,
): Promise<number> {
  const unfiltered = costFilter({}, { period, visible: context.visible });
  if (JSON.stringify(filter) === JSON.stringify(unfiltered)) return shown;
  return keptAnswer(context, `costs counted ${JSON.stringify([groupBy, unfiltered])}`, () =>
    countCosts(context.db, chooseBase(groupBy, {}), { filter: unfiltered, groupBy }),
  );
}

const totalsOf = (context: QueryContext, base: CostBase, filter: CostFilter): Promise<CostSum[]> =>
  keptAnswer(context, `cost totals ${base} ${JSON.stringify(filter)}`, () =>
    listCostTotals(context.db, base, filter),
  );

const BASE_OF: ReadonlyMap<CostGroup, CostBase> = new Map([
  ['day', 'day'],
  ['resourceGroup', 'resource-group'],
  ['service', 'service'],
]);

/** Days are held by subscription and class; resource groups and services by month: no two of them together. */
export function chooseBase(groupBy: readonly CostGroup[], query: CostFilters): CostBase {
  const filters = (['day', 'resourceGroup', 'service'] as const).filter((key) => query[key] !== undefined);
  const special = [...new Set<CostGroup>([...groupBy, ...filters])].filter((key) => BASE_OF.has(key));
  if (special.length > 1) {
    throw new BadQuery(
      groupBy.filter((key) => BASE_OF.has(key)).length > 1 ? 'groupBy' : (filters[0] ?? 'groupBy'),
      `${special.join(' and ')} cannot be combined: cost is held by day, by month and resource group, and by month and service`,
      { fault: 'together', values: special },
    );
  }
  const [only] = special;
  return only === undefined ? 'month' : (BASE_OF.get(only) ?? 'month');
}

export const costFilter = (query: CostFilters, rest: Pick<CostFilter, 'period' | 'visible'>): CostFilter => ({
  ...rest,
  tenantId: query.customer?.toLowerCase() ?? null,
  subscriptionId: query.subscription === 'none' ? '' : (query.subscription?.toLowerCase() ?? null),
  costClass: query.class ?? null,
  credited: query.credited ?? null,
  day: query.day ?? null,
  name: query.resourceGroup === NO_GROUP ? '' : (query.resourceGroup?.toLowerCase() ?? query.service ?? null),
});

export function parseCostSort(sort: CostsQuery['sort'], groupBy: readonly CostGroup[]): CostSort {
  const text = sort ?? (groupBy.includes('day') ? 'name' : '-cost');
  const descending = text.startsWith('-');
  // The schema lists each key with and without the sign.
  return { by: (descending ? text.slice(1) : text) as CostSort['by'], descending };
}

async function namesOf(
  { db, visible }: QueryContext,
  query: CostsQuery,
  period: string,
): Promise<CostList['names']> {
  const customer =
    query.customer === undefined ? null : await findCustomer(db, query.customer.toLowerCase(), visible);
  const [subscription] =
    query.subscription === undefined || query.subscription === 'none'
      ? []
      : await listSubscriptionPeriods(db, { period, visible }, query.subscription.toLowerCase());
  return {
    customer: customer?.displayName ?? null,
    subscription: subscription?.verdict.displayName ?? null,
  };
}

type Sums = { base: CostBase; filter: CostFilter; sums: readonly CostSum[]; rates: Rates };

/** What the month holds beyond the groups: cost that was read by a way that tells none. */
async function notGrouped(
  context: QueryContext,
  { base, filter, sums, rates }: Sums,
): Promise<CostList['notGrouped']> {
  if ((base !== 'resource-group' && base !== 'service') || filter.name !== null) return [];
  const rest = [...(await totalsOf(context, 'month', filter)), ...sums.map(negated)];
  return moneyOf(rest, rates)
    .filter(({ gross }) => !requireDecimal(gross).eq(0))
    .map(({ currency, net, gross }) => ({ currency, net, gross }));
}

const negative = (text: string): string => decimalText(requireDecimal(text).neg());

const negated = ({ net, credit, ...sum }: CostSum): CostSum => ({
  ...sum,
  net: negative(net),
  credit: credit === null ? null : negative(credit),
});

export function showItem(
  row: CostRow,
  groupBy: readonly CostGroup[],
  covers: readonly CostCover[],
): CostItem {
  const { customer, customerName, subscription, subscriptionName, ...rest } = row;
  return {
    ...rest,
    customer: customer === null ? null : { tenantId: customer, displayName: customerName ?? customer },
    subscription:
      subscription === null
        ? null
        : { subscriptionId: subscription === '' ? null : subscription, displayName: subscriptionName },
    lines: null,
    reads: groupBy.includes('customer') ? readsOf(customer, covers, kindOf(groupBy)) : null,
  };
}

const kindOf = (groupBy: readonly CostGroup[]): CostCover['kind'] =>
  groupBy.includes('resourceGroup') || groupBy.includes('service') ? 'grouped' : 'daily';
