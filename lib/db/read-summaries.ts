import { and, eq, inArray, isNotNull, sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Source } from '#lib/core/statuses.ts';
import type { StepFailure } from '#lib/core/sync-run.ts';
import type { Db } from './db.ts';
import { costCovers, customers, sourceReads } from './schema.ts';
import { isVisible, isVisibleOrShared, type Visibility } from './visible-customers.ts';

/** Reads of a month and of no month: of one customer (and not the shared ones), or of all that may be seen. */
export type ReadsAsked = { period: string; visible: Visibility; tenantId: string | null };

const isAsked = ({ period, visible, tenantId }: ReadsAsked): SQL | undefined =>
  and(
    inArray(sourceReads.period, ['', period]),
    tenantId === null ? undefined : inArray(sourceReads.tenantId, ['', tenantId]),
    isVisibleOrShared(sourceReads.tenantId, visible),
  );

export type ReadSummary = {
  source: Source;
  reads: number;
  held: number;
  done: number;
  failed: number;
  rows: number;
  /** Announced by the source, and sent by it; null: of some of these reads that is not known. */
  rowsExpected: number | null;
  rowsRead: number | null;
  asOf: string | null;
};

const countOf = (condition: SQL): SQL<number> => sql<number>`(count(*) filter (where ${condition}))::int`;
/** A sum of which a part is not known is not known. */
const knownSum = (column: PgColumn): SQL<number | null> =>
  sql<number | null>`(case when bool_and(${column} is not null) filter (where ${HELD})
    then sum(${column}) filter (where ${HELD}) end)::int`;
const HELD = sql`${sourceReads.currentReadId} is not null`;

export const summariseReadsBySource = (db: Db, asked: ReadsAsked): Promise<ReadSummary[]> =>
  db
    .select({
      source: sourceReads.source,
      reads: sql<number>`count(*)::int`,
      held: countOf(HELD),
      done: countOf(sql`${sourceReads.outcome} = 'done'`),
      failed: countOf(sql`${sourceReads.failure} is not null`),
      rows: sql<number>`(coalesce(sum(${sourceReads.rows}) filter (where ${HELD}), 0))::int`,
      rowsExpected: knownSum(sourceReads.expectedRows),
      rowsRead: knownSum(sourceReads.readRows),
      asOf: sql<string | null>`min(${sourceReads.asOf}) filter (where ${HELD})`.mapWith(sourceReads.asOf),
    })
    .from(sourceReads)
    .where(isAsked(asked))
    .groupBy(sourceReads.source);

export type FailedRead = {
  source: Source;
  tenantId: string;
  displayName: string | null;
  attemptedAt: string;
  failure: StepFailure | null;
};

/** The newest failures of each source. */
export async function listFailedReads(db: Db, asked: ReadsAsked, ofEach: number): Promise<FailedRead[]> {
  const ranked = db
    .select({
      source: sourceReads.source,
      tenantId: sourceReads.tenantId,
      displayName: customers.displayName,
      attemptedAt: sourceReads.attemptedAt,
      failure: sourceReads.failure,
      place: sql<number>`row_number() over (partition by ${sourceReads.source}
        order by ${sourceReads.attemptedAt} desc, ${sourceReads.tenantId}, ${sourceReads.scope})`.as('place'),
    })
    .from(sourceReads)
    .leftJoin(customers, eq(customers.tenantId, sourceReads.tenantId))
    .where(and(isNotNull(sourceReads.failure), isAsked(asked)))
    .as('ranked');
  return db
    .select({
      source: ranked.source,
      tenantId: ranked.tenantId,
      displayName: ranked.displayName,
      attemptedAt: ranked.attemptedAt,
      failure: ranked.failure,
    })
    .from(ranked)
    .where(sql`${ranked.place} <= ${ofEach}`)
    .orderBy(ranked.source, ranked.place);
}

/** Customers that are billed through us. */
export async function countBilledCustomers(db: Db, visible: Visibility): Promise<number> {
  const [row] = await db
    .select({ customers: sql<number>`count(*)::int` })
    .from(customers)
    .where(and(isNotNull(customers.billingCustomerId), isVisible(customers.tenantId, visible)));
  return row?.customers ?? 0;
}

/** How many of them have daily cost of each month that counts. */
export async function countCoveredCustomers(
  db: Db,
  periods: readonly string[],
  visible: Visibility,
): Promise<Map<string, number>> {
  const covered = db
    .selectDistinct({ period: costCovers.period, tenantId: costCovers.tenantId })
    .from(costCovers)
    .where(and(eq(costCovers.kind, 'daily'), inArray(costCovers.period, [...periods])))
    .as('covered');
  const rows = await db
    .select({ period: covered.period, customers: sql<number>`count(*)::int` })
    .from(covered)
    .innerJoin(customers, eq(customers.tenantId, covered.tenantId))
    .where(and(isNotNull(customers.billingCustomerId), isVisible(customers.tenantId, visible)))
    .groupBy(covered.period);
  return new Map(rows.map((row) => [row.period, row.customers]));
}

/** Billed customers that may be seen, and how many of them have daily cost of the month that counts. */
export async function countCostCoverage(
  db: Db,
  { period, visible, tenantId }: ReadsAsked,
): Promise<{ expected: number; covered: number }> {
  const [row] = await db
    .select({
      expected: sql<number>`count(*)::int`,
      covered:
        countOf(sql`exists (select 1 from cost_covers where cost_covers.tenant_id = ${customers.tenantId}
        and cost_covers.period = ${period} and cost_covers.kind = 'daily')`),
    })
    .from(customers)
    .where(
      and(
        isNotNull(customers.billingCustomerId),
        tenantId === null ? undefined : eq(customers.tenantId, tenantId),
        isVisibleOrShared(customers.tenantId, visible),
      ),
    );
  return row ?? { expected: 0, covered: 0 };
}
