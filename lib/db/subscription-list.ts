import { and, asc, count, desc, eq, getTableColumns, ilike, inArray, or, sql, type SQL } from 'drizzle-orm';
import type { Cause } from '#lib/core/causes.ts';
import type { CostClass } from '#lib/core/cost-classes.ts';
import type { Access, Credit, Linked, Verdict } from '#lib/core/statuses.ts';
import { sumOrUnknown } from './costs.ts';
import { idHolds, literally, VERDICT_ORDER, type ListPage } from './customer-list.ts';
import type { Db } from './db.ts';
import { customers, monthlyCosts, subscriptionDetails, subscriptionVerdicts } from './schema.ts';
import type { SubscriptionVerdict } from './verdicts.ts';
import { isVisible, type Visibility } from './visible-customers.ts';

export type SubscriptionFilter = {
  period: string;
  visible: Visibility;
  tenantId: string | null;
  linked: Linked | null;
  access: Access | null;
  credit: Credit | null;
  verdict: Verdict | null;
  cause: Cause | null;
  /** Part of a name or an id, of the subscription or of its customer. */
  q: string | null;
  /** Chosen one by one: tenant id/subscription id. */
  only: readonly string[] | null;
  /** Ids of subscriptions among which all that match are; null: they are not known. */
  among: readonly string[] | null;
};

export const everySubscription = (period: string, visible: Visibility): SubscriptionFilter => ({
  ...{ period, visible, tenantId: null, linked: null, access: null, credit: null },
  ...{ verdict: null, cause: null, q: null, only: null, among: null },
});

export type SubscriptionSort = {
  by: 'name' | 'customer' | 'verdict' | 'missed' | 'cost';
  descending: boolean;
};

/** As many are found by their keys sooner than by looking at all. */
const FEW = 300;

const row = subscriptionVerdicts;

function matches({ period, visible, tenantId, q, ...wanted }: SubscriptionFilter): SQL | undefined {
  return and(
    eq(row.period, period),
    isVisible(row.tenantId, visible),
    tenantId === null ? undefined : eq(row.tenantId, tenantId),
    wanted.linked === null ? undefined : eq(row.linked, wanted.linked),
    wanted.access === null ? undefined : eq(row.access, wanted.access),
    wanted.credit === null ? undefined : eq(row.credit, wanted.credit),
    wanted.verdict === null ? undefined : eq(row.verdict, wanted.verdict),
    wanted.cause === null ? undefined : eq(row.cause, wanted.cause),
    wanted.among === null ? undefined : inArray(row.subscriptionId, [...wanted.among]),
    wanted.only === null
      ? undefined
      : inArray(sql`${row.tenantId} || '/' || ${row.subscriptionId}`, [...wanted.only]),
    q === null
      ? undefined
      : or(
          ilike(row.displayName, literally(q)),
          idHolds(row.subscriptionId, q),
          // Asked of each customer once, not of each of its subscriptions.
          sql`${row.tenantId} in (select tenant_id from ${customers}
            where display_name ilike ${literally(q)} or tenant_id ilike ${literally(q)})`,
        ),
  );
}

const verdictRank = sql.join(
  [
    sql`case ${row.verdict}`,
    ...VERDICT_ORDER.map((verdict, rank) => sql`when ${verdict} then ${sql.raw(`${rank}`)}`),
    sql`end`,
  ],
  sql` `,
);

const ofSameSubscription = and(
  eq(monthlyCosts.period, row.period),
  eq(monthlyCosts.tenantId, row.tenantId),
  eq(monthlyCosts.subscriptionId, row.subscriptionId),
);

const NAME = sql`${row.displayName} collate "und-x-icu"`;
const CUSTOMER_NAME = sql`${customers.displayName} collate "und-x-icu"`;

function orderOf({ by, descending }: SubscriptionSort, backwards: boolean): SQL[] {
  const keys = {
    name: NAME,
    customer: CUSTOMER_NAME,
    verdict: verdictRank,
    missed: row.orderMissed,
    cost: row.orderCost,
  };
  const first = descending === backwards ? asc : desc;
  const rest = backwards ? desc : asc;
  return [
    first(keys[by]),
    ...[CUSTOMER_NAME, NAME, row.subscriptionId, row.tenantId].map((key) => rest(key)),
  ];
}

const { paths: _paths, orderCost: _cost, orderMissed: _missed, ...listedColumns } = getTableColumns(row);
const columns = { ...listedColumns, customerName: customers.displayName };

export type ListedSubscription = Omit<SubscriptionVerdict, 'paths'> & { customerName: string };

const customerOf = eq(customers.tenantId, row.tenantId);

type Window = { limit: number; offset: number };

/** The same window of `total` rows, counted from whichever end is nearer: rows before it cost time. */
function nearerEnd({ limit, offset }: Window, total: number | null): Window & { backwards: boolean } {
  const after = total === null ? offset : Math.max(0, total - offset - limit);
  if (total === null || after >= offset) return { limit, offset, backwards: false };
  return { limit: Math.max(0, Math.min(limit, total - offset)), offset: after, backwards: true };
}

/** `total`: of all rows that match, where it is known. */
export async function listSubscriptions(
  db: Db,
  filter: SubscriptionFilter,
  { sort, total, ...page }: ListPage<SubscriptionSort> & { total: number | null },
): Promise<ListedSubscription[]> {
  const { limit, offset, backwards } = nearerEnd(page, total);
  const rows = await db
    .select(columns)
    .from(row)
    .innerJoin(customers, customerOf)
    .where(matches(filter))
    .orderBy(...orderOf(sort, backwards))
    .limit(limit)
    .offset(offset);
  return backwards ? rows.toReversed() : rows;
}

/** Where few match, their ids: then counts, rows and sums need not look at each of 50,000 once more. */
export async function findFewSubscriptions(db: Db, filter: SubscriptionFilter): Promise<string[] | null> {
  const found = await db
    .select({ subscriptionId: row.subscriptionId })
    .from(row)
    .where(matches(filter))
    .limit(FEW + 1);
  return found.length > FEW ? null : found.map(({ subscriptionId }) => subscriptionId);
}

export async function countMatchingSubscriptions(db: Db, filter: SubscriptionFilter): Promise<number> {
  const [counted] = await db
    .select({ total: count() })
    .from(row)
    .innerJoin(customers, customerOf)
    .where(matches(filter));
  return counted?.total ?? 0;
}

type ClassSum = { currency: string; costClass: CostClass; net: string; credit: string | null };

const sumColumns = {
  currency: monthlyCosts.currency,
  costClass: monthlyCosts.costClass,
  net: sql<string>`sum(${monthlyCosts.net})`,
  credit: sumOrUnknown(monthlyCosts.credit),
};

/** Sums by currency and class over all subscriptions that match. */
export const listSubscriptionTotals = (db: Db, filter: SubscriptionFilter): Promise<ClassSum[]> =>
  db
    .select(sumColumns)
    .from(row)
    .innerJoin(customers, customerOf)
    .innerJoin(monthlyCosts, ofSameSubscription)
    .where(matches(filter))
    .groupBy(monthlyCosts.currency, monthlyCosts.costClass);

/** Sums of a month by customer, subscription, currency and class. */
export const listSubscriptionSums = (
  db: Db,
  period: string,
  subscriptionIds: readonly string[],
): Promise<(ClassSum & { tenantId: string; subscriptionId: string })[]> =>
  db
    .select({ tenantId: monthlyCosts.tenantId, subscriptionId: monthlyCosts.subscriptionId, ...sumColumns })
    .from(monthlyCosts)
    .where(and(eq(monthlyCosts.period, period), inArray(monthlyCosts.subscriptionId, [...subscriptionIds])))
    .groupBy(
      monthlyCosts.tenantId,
      monthlyCosts.subscriptionId,
      monthlyCosts.currency,
      monthlyCosts.costClass,
    );

export const countSubscriptionsByVerdict = (
  db: Db,
  filter: SubscriptionFilter,
): Promise<{ verdict: Verdict; subscriptions: number }[]> =>
  db
    .select({ verdict: row.verdict, subscriptions: count() })
    .from(row)
    .innerJoin(customers, customerOf)
    .where(matches(filter))
    .groupBy(row.verdict);

export type SubscriptionPeriod = {
  verdict: typeof row.$inferSelect;
  customerName: string;
  detail: typeof subscriptionDetails.$inferSelect | null;
};

/**
 * One subscription's month as it was judged for each customer it belonged to, newest judgement first. Empty where
 * there is none, or none that may be seen: the two look alike.
 */
export async function listSubscriptionPeriods(
  db: Db,
  { period, visible }: Pick<SubscriptionFilter, 'period' | 'visible'>,
  subscriptionId: string,
): Promise<SubscriptionPeriod[]> {
  return db
    .select({ verdict: row, customerName: customers.displayName, detail: subscriptionDetails })
    .from(row)
    .innerJoin(customers, customerOf)
    .leftJoin(
      subscriptionDetails,
      and(
        eq(subscriptionDetails.period, row.period),
        eq(subscriptionDetails.tenantId, row.tenantId),
        eq(subscriptionDetails.subscriptionId, row.subscriptionId),
      ),
    )
    .where(
      and(eq(row.period, period), eq(row.subscriptionId, subscriptionId), isVisible(row.tenantId, visible)),
    )
    .orderBy(desc(row.judgedAt), asc(row.tenantId));
}

/** Months in which a subscription was judged, newest first. */
export async function listSubscriptionMonths(
  db: Db,
  subscriptionId: string,
  visible: Visibility,
): Promise<string[]> {
  const rows = await db
    .selectDistinct({ period: row.period })
    .from(row)
    .where(and(eq(row.subscriptionId, subscriptionId), isVisible(row.tenantId, visible)))
    .orderBy(desc(row.period));
  return rows.map(({ period }) => period);
}
