import { and, count, eq, inArray, isNotNull, sql, type SQL } from 'drizzle-orm';
import type { Source } from '#lib/core/statuses.ts';
import type { Db } from './db.ts';
import { sourceReads, subscriptionVerdicts } from './schema.ts';
import { isVisible, isVisibleOrShared, type Visibility } from './visible-customers.ts';

export type HiddenAsked = { period: string; visible: Visibility };

export type HiddenValues = Record<'linked' | 'access' | 'credit' | 'verdict', number>;

const row = subscriptionVerdicts;
const countOf = (condition: SQL): SQL<number> => sql<number>`(count(*) filter (where ${condition}))::int`;

const isRefused = ({ period, visible }: HiddenAsked, sources: readonly Source[]): SQL | undefined =>
  and(
    inArray(sourceReads.source, [...sources]),
    inArray(sourceReads.period, ['', period]),
    isNotNull(sql`${sourceReads.failure} ->> 'missingRight'`),
    isVisibleOrShared(sourceReads.tenantId, visible),
  );

/** Subscriptions with unknown values; `refused`: of customers of whom one of these was refused, null: of all. */
export async function countHiddenValues(
  db: Db,
  asked: HiddenAsked,
  refused: readonly Source[] | null,
): Promise<HiddenValues> {
  const [counted] = await db
    .select({
      linked: countOf(eq(row.linked, 'unknown')),
      access: countOf(eq(row.access, 'unknown')),
      credit: countOf(eq(row.credit, 'unknown')),
      verdict: countOf(inArray(row.verdict, ['unknown', 'unverified'])),
    })
    .from(row)
    .where(
      and(
        eq(row.period, asked.period),
        isVisible(row.tenantId, asked.visible),
        refused === null
          ? undefined
          : inArray(
              row.tenantId,
              db
                .select({ tenantId: sourceReads.tenantId })
                .from(sourceReads)
                .where(isRefused(asked, refused)),
            ),
      ),
    );
  return counted ?? { linked: 0, access: 0, credit: 0, verdict: 0 };
}

/** Customers of whom one of these sources was refused; '' for the partner as a whole is none. */
export async function countRefusedCustomers(
  db: Db,
  asked: HiddenAsked,
  sources: readonly Source[],
): Promise<{ customers: number; shared: boolean }> {
  const [counted] = await db
    .select({
      customers: sql<number>`(count(distinct ${sourceReads.tenantId}) filter (where ${sourceReads.tenantId} <> ''))::int`,
      shared: sql<boolean>`coalesce(bool_or(${sourceReads.tenantId} = ''), false)`,
    })
    .from(sourceReads)
    .where(isRefused(asked, sources));
  return counted ?? { customers: 0, shared: false };
}

/** Subscriptions whose main reason is a link that nobody may read. */
export async function countUnreadLinks(db: Db, { period, visible }: HiddenAsked): Promise<number> {
  const [counted] = await db
    .select({ subscriptions: count() })
    .from(row)
    .where(and(eq(row.period, period), eq(row.cause, 'link-unread'), isVisible(row.tenantId, visible)));
  return counted?.subscriptions ?? 0;
}
