import 'server-only';
import { ACCESS, CREDIT, LINKED, VERDICTS, type Verdict } from '#lib/core/statuses.ts';
import {
  countCustomersByVerdict,
  countSubscriptionStatuses,
  listCustomerSums,
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
  const rates = await getRates(context, period);
  const tenantIds = listed.map(({ tenantId }) => tenantId);
  const costed = await listCostedTenants(db, period, tenantIds);
  const sums = Map.groupBy(await listCustomerSums(db, period, tenantIds), ({ tenantId }) => tenantId);
  const counts = Map.groupBy(
    await countSubscriptionStatuses(db, period, tenantIds),
    ({ tenantId }) => tenantId,
  );
  const owners = new Map(
    (await listOwners(db, tenantIds)).map(({ tenantId, ...owner }) => [tenantId, owner]),
  );
  const reads = Map.groupBy(await listSourceReads(db, tenantIds), ({ tenantId }) => tenantId);
  return listed.map(({ billingCustomerId, ...customer }) => ({
    ...customer,
    owner: owners.get(customer.tenantId) ?? null,
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
