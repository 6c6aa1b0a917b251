import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { and, countDistinct, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import type { CostCandidate } from '#lib/core/choose-reads.ts';
import { seriesOf } from '#lib/core/cost-series.ts';
import type { SubscriptionId, TenantId } from '#lib/core/ids.ts';
import { requireDecimal, type Decimal } from '#lib/core/money.ts';
import type { Day, Period } from '#lib/core/periods.ts';
import { upsertArrays, type OfRead } from './cost-arrays.ts';
import { EACH_DAY, storedDays, unfoldDays, upsertDays, type CostRow, type DaysRow } from './cost-days.ts';
import { NAMED, storedNames, unfoldNames, type GroupedCostRow, type NamesRow } from './cost-names.ts';
import { inArrays, inBatches, readyInArrays, type Db, type ReadyRows } from './db.ts';
import { isCurrent } from './reads.ts';
import {
  costDimensions,
  customerVerdicts,
  dailyCosts,
  monthlyCosts,
  monthlyGroupedCosts,
  partnerDays,
  sourceReads,
} from './schema.ts';
import { isVisible, type Visibility } from './visible-customers.ts';

const ofRead = <Row>(readId: string, rows: readonly Row[]): OfRead<Row>[] =>
  rows.map((row) => ({ ...row, readId }));

/** Adds a page of cost, days of a month together. Store it in one transaction with the cursor behind it: a page counts once. */
export const addCostDays = (db: Db, readId: string, rows: readonly DaysRow[]): Promise<void> =>
  inArrays(dailyCosts, storedDays(ofRead(readId, rows)), (select) => upsertDays(db, select));

/** As addCostDays does, of days that come one by one. */
export const addDailyCosts = (db: Db, readId: string, rows: readonly CostRow[]): Promise<void> =>
  addCostDays(
    db,
    readId,
    rows.map(({ day, ...row }) => ({ ...row, ...seriesOf(day, row) })),
  );

type OfMonth<Row> = { period: Period; rows: readonly Row[] };

/** Adds a page of monthly sums by resource group and service, as addCostDays does. */
export const addCostNames = (db: Db, readId: string, { period, rows }: OfMonth<NamesRow>): Promise<void> =>
  inArrays(monthlyGroupedCosts, storedNames(period, ofRead(readId, rows)), (select) =>
    upsertArrays(db, NAMED, select),
  );

/** Rows of reads that hold nothing of their owners yet: there is nothing to add to, which takes half the time. */
export const readyCostDays = (db: Db, rows: readonly OfRead<DaysRow>[]): ReadyRows =>
  readyInArrays(dailyCosts, storedDays(rows), (select) => db.insert(dailyCosts).select(select));

/** As readyCostDays does. */
export const readyCostNames = (db: Db, { period, rows }: OfMonth<OfRead<NamesRow>>): ReadyRows =>
  readyInArrays(monthlyGroupedCosts, storedNames(period, rows), (select) =>
    db.insert(monthlyGroupedCosts).select(select),
  );

/** Subscriptions, and charges of none, of a read that no customer is known of. */
export async function countOwnerless(db: Db, readId: string): Promise<number> {
  const { subscriptionId, tenantId } = dailyCosts;
  const [row] = await db
    .select({ count: countDistinct(subscriptionId) })
    .from(dailyCosts)
    .where(and(eq(dailyCosts.readId, readId), eq(tenantId, '')));
  return row?.count ?? 0;
}

export type CostRead = CostCandidate & { readId: string };

/** Current reads of a month's cost: of billing profiles, and of these customers alone. */
export async function listCostReads(
  db: Db,
  period: Period,
  tenantIds: readonly TenantId[],
): Promise<CostRead[]> {
  const rows = await db
    .select()
    .from(sourceReads)
    .where(
      and(
        eq(sourceReads.source, 'costs'),
        eq(sourceReads.period, period),
        inArray(sourceReads.tenantId, ['', ...tenantIds]),
      ),
    )
    .orderBy(desc(sourceReads.attemptedAt), sourceReads.scope);
  return rows.flatMap(({ currentReadId, asOf, tenantId, scope, way }) =>
    currentReadId === null || asOf === null
      ? []
      : [
          {
            readId: currentReadId,
            asOf,
            scope,
            // Written from a parsed tenant id, and by steps of cost only.
            tenantId: tenantId as TenantId | '',
            way: way as CostCandidate['way'],
          },
        ],
  );
}

type OfReads = { readIds: readonly string[]; tenantIds: readonly TenantId[] };

export async function listDailyCosts(db: Db, { readIds, tenantIds }: OfReads): Promise<OfRead<CostRow>[]> {
  if (readIds.length === 0) return [];
  const rows = await db
    .select()
    .from(dailyCosts)
    .where(and(inArray(dailyCosts.readId, [...readIds]), inArray(dailyCosts.tenantId, [...tenantIds])))
    .orderBy(dailyCosts.subscriptionId);
  return rows.flatMap(unfoldDays);
}

export async function listGroupedCosts(
  db: Db,
  { readIds, tenantIds }: OfReads,
): Promise<OfRead<GroupedCostRow>[]> {
  if (readIds.length === 0) return [];
  const table = monthlyGroupedCosts;
  const rows = await db
    .select()
    .from(table)
    .where(and(inArray(table.readId, [...readIds]), inArray(table.tenantId, [...tenantIds])))
    .orderBy(table.subscriptionId, table.grouping);
  return rows.flatMap(unfoldNames);
}

/** Last day of a month for which its current reads brought any line of the partner. */
export async function findLastCostDay(db: Db, period: Period): Promise<Day | null> {
  const { days } = dailyCosts;
  const [row] = await db
    .select({ day: sql<string | null>`max(${days}[cardinality(${days})])` })
    .from(dailyCosts)
    .innerJoin(sourceReads, isCurrent(dailyCosts))
    .where(and(eq(sourceReads.source, 'costs'), eq(sourceReads.period, period)));
  return (row?.day ?? null) as Day | null;
}

/** Of a column of which one part may be unknown: then the sum is too. */
export const sumOrUnknown = (column: AnyPgColumn) =>
  sql<string | null>`case when count(*) = count(${column}) then sum(${column}) end`;

export type DaySum = {
  day: string;
  currency: string;
  costClass: (typeof dailyCosts.$inferSelect)['costClass'];
  net: string;
  credit: string | null;
};

/** Below it a rate would be made of rounding. */
const SMALLEST_GROSS = 1;

/** Highest credit fraction that any day of a month was credited by; null where no read tells a line's rate. */
export async function findHighestRate(db: Db, period: Period): Promise<Decimal | null> {
  const gross = sql`cost.net + cost.credit`;
  const [row] = await db
    .select({ rate: sql<string | null>`round(max(cost.credit / (${gross})), 4)` })
    .from(dailyCosts)
    .innerJoin(sourceReads, isCurrent(dailyCosts))
    .crossJoinLateral(EACH_DAY)
    .where(
      and(
        eq(sourceReads.source, 'costs'),
        eq(sourceReads.period, period),
        eq(dailyCosts.costClass, 'EARNED'),
        sql`${gross} >= ${SMALLEST_GROSS} and cost.credit > 0`,
      ),
    );
  return row?.rate === null || row === undefined ? null : requireDecimal(row.rate);
}

/** Sums by day, currency and class of a month: of one customer, or of all that may be seen, as they were judged. */
export async function listDaySums(db: Db, period: Period, of: Visibility | string): Promise<DaySum[]> {
  if (typeof of !== 'string' && of.kind === 'all') return listPartnerDays(db, period);
  const isAsked =
    typeof of === 'string' ? eq(customerVerdicts.tenantId, of) : isVisible(customerVerdicts.tenantId, of);
  const { rows } = await db.execute<DaySum>(sql`
    select day, currency, "costClass", sum(net)::text as net,
      case when count(*) = count(credit) then sum(credit)::text end as credit
    from ${customerVerdicts}, jsonb_to_recordset(${customerVerdicts.days})
      as parts (day text, currency text, "costClass" text, net numeric, credit numeric)
    where ${and(eq(customerVerdicts.period, period), isAsked)}
    group by day, currency, "costClass" order by day, currency`);
  return rows;
}

const listPartnerDays = (db: Db, period: Period): Promise<DaySum[]> =>
  db
    .select({
      day: partnerDays.day,
      currency: partnerDays.currency,
      costClass: partnerDays.costClass,
      net: sql<string>`sum(${partnerDays.net})`,
      credit: sql<
        string | null
      >`case when sum(${partnerDays.untold}) = 0 then sum(${partnerDays.credit}) end`,
    })
    .from(partnerDays)
    .where(eq(partnerDays.period, period))
    .groupBy(partnerDays.day, partnerDays.currency, partnerDays.costClass)
    .having(sql`sum(${partnerDays.parts}) > 0`)
    .orderBy(partnerDays.day, partnerDays.currency);

/** Subscriptions that any month judged so far had cost of: they are billed through us. */
export async function listCostedSubscriptions(
  db: Db,
  tenantIds: readonly TenantId[],
): Promise<{ tenantId: TenantId; subscriptionId: SubscriptionId }[]> {
  const rows = await db
    .selectDistinct({ tenantId: monthlyCosts.tenantId, subscriptionId: monthlyCosts.subscriptionId })
    .from(monthlyCosts)
    .where(and(inArray(monthlyCosts.tenantId, [...tenantIds]), ne(monthlyCosts.subscriptionId, '')));
  return rows as { tenantId: TenantId; subscriptionId: SubscriptionId }[];
}

export type DimensionSpelling = { billingAccountName: string; dimension: string; spelling: string };

export const saveDimensions = (db: Db, readId: string, rows: readonly DimensionSpelling[]): Promise<void> =>
  inBatches(rows, (batch) =>
    db
      .insert(costDimensions)
      .values(batch.map((row) => ({ readId, ...row })))
      .onConflictDoNothing(),
  );

/** With the scope that they were read at. */
export const listDimensions = (db: Db): Promise<(DimensionSpelling & { scope: string })[]> =>
  db
    .select({
      billingAccountName: costDimensions.billingAccountName,
      dimension: costDimensions.dimension,
      spelling: costDimensions.spelling,
      scope: sourceReads.scope,
    })
    .from(costDimensions)
    .innerJoin(sourceReads, isCurrent(costDimensions));
