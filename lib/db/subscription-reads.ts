import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Candidate } from '#lib/core/choose-reads.ts';
import type { SubscriptionId, TenantId } from '#lib/core/ids.ts';
import type { Source, UnreadReason } from '#lib/core/statuses.ts';
import type { ReadWay, StepFailure } from '#lib/core/sync-run.ts';
import { inArrays, inBatches, type Db } from './db.ts';
import { isCurrent } from './reads.ts';
import { sourceReads, subscriptionReads, subscriptions } from './schema.ts';

/** In bulk or by one customer's refresh, and of subscriptions that only the customer's own tenant shows. */
export const DELEGATION_SOURCES = ['delegations', 'customer-delegations'] as const;
export const ASSIGNMENT_SOURCES = ['role-assignments', 'customer-role-assignments'] as const;

export type SubscriptionRead = {
  subscriptionId: SubscriptionId;
  via: 'managing-tenant' | 'customer-tenant';
  unreadReason: UnreadReason | null;
  missingRight: string | null;
};

export const saveSubscriptionReads = (
  db: Db,
  readId: string,
  rows: readonly SubscriptionRead[],
): Promise<void> =>
  inArrays(
    subscriptionReads,
    rows.map((row) => ({ readId, ...row })),
    (select) =>
      db
        .insert(subscriptionReads)
        .select(select)
        .onConflictDoUpdate({
          target: [subscriptionReads.readId, subscriptionReads.subscriptionId],
          set: {
            via: sql`excluded.via`,
            unreadReason: sql`excluded.unread_reason`,
            missingRight: sql`excluded.missing_right`,
          },
        }),
  );

/** A bulk read covers all subscriptions that the managing tenant's token sees. */
export async function coverVisibleSubscriptions(db: Db, readId: string): Promise<void> {
  const visible = db
    .select({
      readId: sql`${readId}::uuid`.as('read_id'),
      subscriptionId: subscriptions.subscriptionId,
      via: sql`'managing-tenant'`.as('via'),
      unreadReason: sql`null::text`.as('unread_reason'),
      missingRight: sql`null::text`.as('missing_right'),
    })
    .from(subscriptions)
    .innerJoin(sourceReads, isCurrent(subscriptions))
    .where(eq(sourceReads.source, 'subscriptions'));
  await db.insert(subscriptionReads).select(visible).onConflictDoNothing();
}

/** How many subscriptions a read, current or not, could not see. */
export const countUnreadSubscriptions = (db: Db, readId: string): Promise<number> =>
  db.$count(
    subscriptionReads,
    and(eq(subscriptionReads.readId, readId), isNotNull(subscriptionReads.unreadReason)),
  );

export type Coverage = SubscriptionRead &
  Candidate & {
    readId: string;
    source: Source;
    /** '' for a read in bulk. */
    tenantId: TenantId | '';
    way: ReadWay | null;
    failure: StepFailure | null;
  };

/** Every current read of these sources that covered these subscriptions, or was refused them. */
export async function listCoverage(
  db: Db,
  sources: readonly Source[],
  ids: readonly SubscriptionId[],
): Promise<Coverage[]> {
  const found: Coverage[] = [];
  await inBatches(ids, async (batch) => {
    const rows = await db
      .select({ covered: subscriptionReads, read: sourceReads })
      .from(subscriptionReads)
      .innerJoin(sourceReads, isCurrent(subscriptionReads))
      .where(
        and(inArray(sourceReads.source, [...sources]), inArray(subscriptionReads.subscriptionId, batch)),
      );
    for (const { covered, read } of rows) {
      if (read.asOf === null) continue;
      found.push({
        ...covered,
        // Ids were parsed before they were stored.
        subscriptionId: covered.subscriptionId as SubscriptionId,
        tenantId: read.tenantId as TenantId | '',
        source: read.source,
        way: read.way,
        asOf: read.asOf,
        outcome: read.outcome,
        incomplete: read.incomplete,
        failure: read.failure,
      });
    }
  });
  return found;
}

/** The newest read that showed each subscription. */
export async function listNewestReads(
  db: Db,
  sources: readonly Source[],
  ids: readonly SubscriptionId[],
): Promise<Map<SubscriptionId, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectDistinctOn([subscriptionReads.subscriptionId], {
      subscriptionId: subscriptionReads.subscriptionId,
      readId: subscriptionReads.readId,
    })
    .from(subscriptionReads)
    .innerJoin(sourceReads, isCurrent(subscriptionReads))
    .where(
      and(
        inArray(sourceReads.source, [...sources]),
        inArray(subscriptionReads.subscriptionId, [...ids]),
        isNull(subscriptionReads.unreadReason),
      ),
    )
    .orderBy(subscriptionReads.subscriptionId, sql`${sourceReads.asOf} desc`);
  return new Map(rows.map((row) => [row.subscriptionId as SubscriptionId, row.readId]));
}
