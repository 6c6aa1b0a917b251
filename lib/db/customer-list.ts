import {
  and,
  asc,
  count,
  desc,
  eq,
  ilike,
  inArray,
  isNotNull,
  or,
  sql,
  type AnyColumn,
  type SQL,
} from 'drizzle-orm';
import type { Cause } from '#lib/core/causes.ts';
import { sumOrUnknown } from './costs.ts';
import type { CostClass } from '#lib/core/cost-classes.ts';
import type { Access, Credit, Verdict } from '#lib/core/statuses.ts';
import type { Db } from './db.ts';
import {
  customerCosts,
  customerOwners,
  customers,
  customerVerdicts,
  monthlyCosts,
  people,
  subscriptionVerdicts,
} from './schema.ts';
import { isVisible, type Visibility } from './visible-customers.ts';

export type CustomerFilter = {
  period: string;
  verdict: Verdict | null;
  cause: Cause | null;
  /** Of any one subscription of the customer. */
  access: Access | null;
  credit: Credit | null;
  /** Part of a name, a domain or a tenant id. */
  q: string | null;
  /** Who answers for it. */
  owner: OwnerFilter | null;
  /** Chosen one by one. */
  only: readonly string[] | null;
  visible: Visibility;
};

export type OwnerFilter = { kind: 'person'; personId: string } | { kind: 'nobody' };

export const everyCustomer = (period: string, visible: Visibility): CustomerFilter => ({
  ...{ period, verdict: null, cause: null, access: null, credit: null, q: null, owner: null },
  ...{ only: null, visible },
});

function hasSubscription({ period, access, credit }: CustomerFilter): SQL | undefined {
  if (access === null && credit === null) return undefined;
  const one = and(
    sql`${subscriptionVerdicts.tenantId} = ${customers.tenantId}`,
    eq(subscriptionVerdicts.period, period),
    access === null ? undefined : eq(subscriptionVerdicts.access, access),
    credit === null ? undefined : eq(subscriptionVerdicts.credit, credit),
  );
  return sql`exists (select 1 from ${subscriptionVerdicts} where ${one})`;
}

function isOwned(owner: OwnerFilter | null): SQL | undefined {
  if (owner === null) return undefined;
  const anybody = sql`${customerOwners.tenantId} = ${customers.tenantId}`;
  if (owner.kind === 'nobody') return sql`not exists (select 1 from ${customerOwners} where ${anybody})`;
  const one = and(anybody, eq(customerOwners.personId, owner.personId));
  return sql`exists (select 1 from ${customerOwners} where ${one})`;
}

export type CustomerSort = {
  by: 'name' | 'missed' | 'cost' | 'credit' | 'coverage' | 'verdict' | 'owner';
  descending: boolean;
};

export type ListedCustomer = {
  tenantId: string;
  displayName: string;
  domain: string | null;
  billingCustomerId: string | null;
  verdict: Verdict;
  mainCause: Cause | null;
  asOf: string | null;
};

const verdictOf = sql<Verdict>`coalesce(${customerVerdicts.verdict}, 'unknown')`;

const verdictsOfPeriod = (period: string) =>
  and(eq(customerVerdicts.tenantId, customers.tenantId), eq(customerVerdicts.period, period));

export const literally = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** No id holds what no id is made of: that is not looked for in each of 50,000. */
export const idHolds = (column: AnyColumn, text: string): SQL | undefined =>
  /^[0-9a-f-]+$/i.test(text) ? ilike(column, literally(text)) : undefined;

function matches(filter: CustomerFilter): SQL | undefined {
  const { verdict, cause, q, only } = filter;
  return and(
    isVisible(customers.tenantId, filter.visible),
    only === null ? undefined : inArray(customers.tenantId, [...only]),
    hasSubscription(filter),
    isOwned(filter.owner),
    verdict === null ? undefined : eq(verdictOf, verdict),
    cause === null ? undefined : eq(customerVerdicts.mainCause, cause),
    q === null
      ? undefined
      : or(
          ilike(customers.displayName, literally(q)),
          ilike(customers.domain, literally(q)),
          idHolds(customers.tenantId, q),
        ),
  );
}

/** Worst first, as people look for them. */
export const VERDICT_ORDER: readonly Verdict[] = [
  'not-earning',
  'partial',
  'unverified',
  'unknown',
  'pending',
  'earning',
  'not-applicable',
];

const verdictRank = sql.join(
  [
    sql`case ${verdictOf}`,
    ...VERDICT_ORDER.map((verdict, rank) => sql`when ${verdict} then ${sql.raw(`${rank}`)}`),
    sql`end`,
  ],
  sql` `,
);

/** As people sort: accents and case last. The database's own order would put É behind Z. */
const NAME = sql`${customers.displayName} collate "und-x-icu"`;

/** Asked for by its order alone; one row for each customer that anybody answers for. */
const OWNER = sql`(
  select coalesce(${people.name}, ${customerOwners.personId}) collate "und-x-icu" from ${customerOwners}
  left join ${people} on ${people.personId} = ${customerOwners.personId}
  where ${customerOwners.tenantId} = ${customers.tenantId})`;

function orderOf({ by, descending }: CustomerSort): SQL[] {
  const direction = descending ? desc : asc;
  const keys = {
    name: NAME,
    verdict: verdictRank,
    missed: sql`coalesce(${customerVerdicts.orderMissed}, 0)`,
    cost: sql`coalesce(${customerVerdicts.orderCost}, 0)`,
    credit: sql`coalesce(${customerVerdicts.orderCredit}, 0)`,
    coverage: sql`${customerVerdicts.orderCoverage}`,
    owner: OWNER,
  };
  // Customers of nobody, and those without any coverage, are the last, whichever way round.
  const first = by === 'owner' || by === 'coverage' ? [asc(sql`${keys[by]} is null`)] : [];
  return [...first, direction(keys[by]), asc(NAME), asc(customers.tenantId)];
}

export type ListPage<Sort> = { sort: Sort; limit: number; offset: number };

export const listCustomers = (
  db: Db,
  filter: CustomerFilter,
  { sort, limit, offset }: ListPage<CustomerSort>,
): Promise<ListedCustomer[]> =>
  db
    .select({
      tenantId: customers.tenantId,
      displayName: customers.displayName,
      domain: customers.domain,
      billingCustomerId: customers.billingCustomerId,
      verdict: verdictOf,
      mainCause: customerVerdicts.mainCause,
      asOf: customerVerdicts.asOf,
    })
    .from(customers)
    .leftJoin(customerVerdicts, verdictsOfPeriod(filter.period))
    .where(matches(filter))
    .orderBy(...orderOf(sort))
    .limit(limit)
    .offset(offset);

export async function countMatchingCustomers(db: Db, filter: CustomerFilter): Promise<number> {
  const [counted] = await db
    .select({ total: count() })
    .from(customers)
    .leftJoin(customerVerdicts, verdictsOfPeriod(filter.period))
    .where(matches(filter));
  return counted?.total ?? 0;
}

export type CustomerSum = {
  tenantId: string;
  currency: string;
  costClass: CostClass;
  net: string;
  credit: string | null;
};

/** Sums of a month by customer, currency and class. */
export const listCustomerSums = (
  db: Db,
  period: string,
  tenantIds: readonly string[],
): Promise<CustomerSum[]> =>
  db
    .select({
      tenantId: customerCosts.tenantId,
      currency: customerCosts.currency,
      costClass: customerCosts.costClass,
      net: customerCosts.net,
      credit: customerCosts.credit,
    })
    .from(customerCosts)
    .where(and(eq(customerCosts.period, period), inArray(customerCosts.tenantId, [...tenantIds])));

/** Sums of a month by currency and class over all customers that match. */
export const listFilteredSums = (db: Db, filter: CustomerFilter): Promise<Omit<CustomerSum, 'tenantId'>[]> =>
  db
    .select({
      currency: customerCosts.currency,
      costClass: customerCosts.costClass,
      net: sql<string>`sum(${customerCosts.net})`,
      credit: sumOrUnknown(customerCosts.credit),
    })
    .from(customerCosts)
    .innerJoin(customers, eq(customers.tenantId, customerCosts.tenantId))
    .leftJoin(customerVerdicts, verdictsOfPeriod(filter.period))
    .where(and(eq(customerCosts.period, filter.period), matches(filter)))
    .groupBy(customerCosts.currency, customerCosts.costClass);

export const countCustomersByVerdict = (
  db: Db,
  period: string,
  visible: Visibility,
): Promise<{ verdict: Verdict; customers: number }[]> =>
  db
    .select({ verdict: verdictOf, customers: count() })
    .from(customers)
    .leftJoin(customerVerdicts, verdictsOfPeriod(period))
    .where(isVisible(customers.tenantId, visible))
    .groupBy(verdictOf);

/** When the first subscription of each of these customers can be judged, where one still waits. */
export async function listJudgeableFrom(
  db: Db,
  period: string,
  tenantIds: readonly string[],
): Promise<Map<string, string>> {
  if (tenantIds.length === 0) return new Map();
  const { tenantId, judgeableFrom, verdict } = subscriptionVerdicts;
  const rows = await db
    .selectDistinctOn([tenantId], { tenantId, judgeableFrom })
    .from(subscriptionVerdicts)
    .where(
      and(
        eq(subscriptionVerdicts.period, period),
        inArray(tenantId, [...tenantIds]),
        eq(verdict, 'pending'),
        isNotNull(judgeableFrom),
      ),
    )
    .orderBy(tenantId, judgeableFrom);
  return new Map(rows.map((row) => [row.tenantId, row.judgeableFrom ?? '']));
}

/** How many subscriptions of each customer have which statuses. */
export const countSubscriptionStatuses = (db: Db, period: string, tenantIds: readonly string[]) =>
  db
    .select({
      tenantId: subscriptionVerdicts.tenantId,
      linked: subscriptionVerdicts.linked,
      access: subscriptionVerdicts.access,
      credit: subscriptionVerdicts.credit,
      verdict: subscriptionVerdicts.verdict,
      subscriptions: count(),
    })
    .from(subscriptionVerdicts)
    .where(
      and(eq(subscriptionVerdicts.period, period), inArray(subscriptionVerdicts.tenantId, [...tenantIds])),
    )
    .groupBy(
      subscriptionVerdicts.tenantId,
      subscriptionVerdicts.linked,
      subscriptionVerdicts.access,
      subscriptionVerdicts.credit,
      subscriptionVerdicts.verdict,
    );

/** Subscriptions and money of a month by access and credit. */
export async function listMatrix(db: Db, period: string, visible: Visibility) {
  const isAsked = and(
    eq(subscriptionVerdicts.period, period),
    isVisible(subscriptionVerdicts.tenantId, visible),
  );
  const cells = await db
    .select({
      access: subscriptionVerdicts.access,
      credit: subscriptionVerdicts.credit,
      subscriptions: count(),
    })
    .from(subscriptionVerdicts)
    .where(isAsked)
    .groupBy(subscriptionVerdicts.access, subscriptionVerdicts.credit);
  const sums = await db
    .select({
      access: subscriptionVerdicts.access,
      credit: subscriptionVerdicts.credit,
      currency: monthlyCosts.currency,
      costClass: monthlyCosts.costClass,
      net: sql<string>`sum(${monthlyCosts.net})`,
      received: sumOrUnknown(monthlyCosts.credit),
    })
    .from(subscriptionVerdicts)
    .innerJoin(
      monthlyCosts,
      and(
        eq(monthlyCosts.period, subscriptionVerdicts.period),
        eq(monthlyCosts.tenantId, subscriptionVerdicts.tenantId),
        eq(monthlyCosts.subscriptionId, subscriptionVerdicts.subscriptionId),
      ),
    )
    .where(isAsked)
    .groupBy(
      subscriptionVerdicts.access,
      subscriptionVerdicts.credit,
      monthlyCosts.currency,
      monthlyCosts.costClass,
    );
  return { cells, sums };
}
