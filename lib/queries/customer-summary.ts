import 'server-only';
import { ACCESS, CREDIT, LINKED, VERDICTS, type Verdict } from '#lib/core/statuses.ts';
import {
  countCustomersByVerdict,
  countSubscriptionStatuses,
  listCustomerSums,
  listJudgeableFrom,
  type ListedCustomer,
} from '#lib/db/customer-list.ts';
import { listCostedTenants } from '#lib/db/cost-list.ts';
import { listOwners } from '#lib/db/people.ts';
import { listSourceReads } from '#lib/db/reads.ts';
import { unreadSources } from './completeness.ts';
import type { QueryContext } from './context.ts';
import { keptAnswer } from './kept-answers.ts';
import { getRates, moneyOf } from './money.ts';
import type { Overview } from './schemas/overview.ts';
import type { Customer, SubscriptionCounts } from './schemas/shared.ts';

type StatusCount = Awaited<ReturnType<typeof countSubscriptionStatuses>>[number];

/** Completes listed customers with their money, their subscriptions by status, and what is unread. */
export async function summariseCustomers(
  context: QueryContext,
  period: string,
  listed: readonly ListedCustomer[],
): Promise<Customer[]> {
  if (listed.length === 0) return [];
  const { db } = context;
  const tenantIds = listed.map(({ tenantId }) => tenantId);
  const waiting = listed.filter(({ verdict }) => verdict === 'pending').map(({ tenantId }) => tenantId);
  const [rates, costed, allSums, allCounts, allOwners, allReads, judgeable] = await Promise.all([
    getRates(context, period),
    listCostedTenants(db, period, tenantIds),
    listCustomerSums(db, period, tenantIds),
    countSubscriptionStatuses(db, period, tenantIds),
    listOwners(db, tenantIds),
    listSourceReads(db, tenantIds),
    listJudgeableFrom(db, period, waiting),
  ]);
  const byTenant = <Row extends { tenantId: string }>(rows: readonly Row[]): Map<string, Row[]> =>
    Map.groupBy(rows, ({ tenantId }) => tenantId);
  const [sums, counts, reads] = [byTenant(allSums), byTenant(allCounts), byTenant(allReads)];
  const owners = new Map(allOwners.map(({ tenantId, ...owner }) => [tenantId, owner]));
  return listed.map(({ billingCustomerId, ...customer }) => ({
    ...customer,
    owner: owners.get(customer.tenantId) ?? null,
    judgeableFrom: judgeable.get(customer.tenantId) ?? null,
    subscriptions: countsOf(counts.get(customer.tenantId) ?? []),
    totals: moneyOf(sums.get(customer.tenantId) ?? [], rates),
    unread: unreadSources(
      (reads.get(customer.tenantId) ?? []).filter((row) => row.period === '' || row.period === period),
      { billingCustomerId },
      costed.has(customer.tenantId),
    ),
  }));
}

/** All customers of a month by verdict; every verdict is there, with 0 where no customer has it. */
export async function countCustomers(context: QueryContext, period: string): Promise<Overview['customers']> {
  const { db, visible } = context;
  const rows = await keptAnswer(context, `customers by verdict ${period}`, () =>
    countCustomersByVerdict(db, period, visible),
  );
  const byVerdict = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const { verdict, customers } of rows) byVerdict[verdict] = customers;
  return { total: rows.reduce((total, row) => total + row.customers, 0), byVerdict };
}

export function countsOf(rows: readonly Omit<StatusCount, 'tenantId'>[]): SubscriptionCounts {
  const by = <Key extends string>(keys: readonly Key[], keyOf: (row: (typeof rows)[number]) => Key) => {
    const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;
    for (const row of rows) counts[keyOf(row)] += row.subscriptions;
    return counts;
  };
  return {
    total: rows.reduce((total, row) => total + row.subscriptions, 0),
    byLinked: by(LINKED, ({ linked }) => linked),
    byAccess: by(ACCESS, ({ access }) => access),
    byCredit: by(CREDIT, ({ credit }) => credit),
    byVerdict: by(VERDICTS, ({ verdict }) => verdict),
  };
}
