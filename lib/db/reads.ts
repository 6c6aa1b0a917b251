import { and, eq, inArray, isNull, lt, ne, sql } from 'drizzle-orm';
import type { PgTable, PgColumn } from 'drizzle-orm/pg-core';
import type { Instant, Period } from '#lib/core/periods.ts';
import type { RowCount } from '#lib/core/row-count.ts';
import type { Source } from '#lib/core/statuses.ts';
import type { ReadWay, StepOutcome } from '#lib/core/sync-run.ts';
import type { TenantId } from '#lib/core/ids.ts';
import type { Db } from './db.ts';
import { writeLists } from './list-versions.ts';
import {
  agentGroups,
  billedCustomers,
  billedSubscriptions,
  billingAccounts,
  billingProfiles,
  billingTransfers,
  costDimensions,
  dailyCosts,
  delegationDefinitions,
  delegations,
  denyAssignments,
  gdapRelationships,
  identities,
  knownTenants,
  marketplaceOffers,
  membershipSchedules,
  monthlyGroupedCosts,
  partnerLinks,
  resourceGroups,
  roleAssignments,
  roleDefinitions,
  roleSchedules,
  sourceReads,
  subscriptionReads,
  subscriptions,
} from './schema.ts';

/**
 * What was or is to be read: a source, of one customer or of the managing tenant (''), of a month or not (''), of
 * one billing profile (scopeOfProfile) or not ('').
 */
export type ReadKey = { source: Source; tenantId: TenantId | ''; period: Period | ''; scope: string };

export const ownRead = (source: Source, scope = ''): ReadKey => ({ source, tenantId: '', period: '', scope });
export const customerRead = (source: Source, tenantId: TenantId): ReadKey => ({
  source,
  tenantId,
  period: '',
  scope: '',
});

export type SourceRead = typeof sourceReads.$inferSelect;

type FactTable = PgTable & { readId: PgColumn };

const TABLES: Record<Source, readonly [FactTable, ...FactTable[]]> = {
  'billing-accounts': [billingAccounts],
  'billing-profiles': [billingProfiles],
  'billing-customers': [billedCustomers],
  'billing-subscriptions': [billedSubscriptions, billingTransfers],
  'billing-transfers': [billingTransfers],
  tenants: [knownTenants],
  subscriptions: [subscriptions],
  'resource-groups': [resourceGroups, subscriptionReads],
  'delegation-definitions': [delegationDefinitions],
  // Authorizations go with the delegations they belong to.
  delegations: [delegations, subscriptionReads],
  'role-assignments': [roleAssignments, subscriptionReads],
  'role-definitions': [roleDefinitions],
  'agent-groups': [agentGroups],
  'partner-links': [partnerLinks],
  identities: [identities],
  'group-schedules': [membershipSchedules],
  gdap: [gdapRelationships],
  'customer-subscriptions': [subscriptions],
  'customer-delegations': [delegations, subscriptionReads],
  'customer-role-assignments': [roleAssignments, subscriptionReads],
  'customer-identities': [identities],
  'marketplace-offers': [marketplaceOffers],
  'deny-assignments': [denyAssignments, subscriptionReads],
  'role-schedules': [roleSchedules, subscriptionReads],
  'cost-dimensions': [costDimensions],
  costs: [dailyCosts, monthlyGroupedCosts],
};

export async function deleteFacts(db: Db, source: Source, readId: string): Promise<void> {
  for (const table of TABLES[source]) await db.delete(table).where(eq(table.readId, readId));
}

const keyIs = (key: ReadKey) =>
  and(
    eq(sourceReads.source, key.source),
    eq(sourceReads.tenantId, key.tenantId),
    eq(sourceReads.period, key.period),
    eq(sourceReads.scope, key.scope),
  );

export async function findSourceRead(db: Db, key: ReadKey): Promise<SourceRead | null> {
  const [row] = await db.select().from(sourceReads).where(keyIs(key));
  return row ?? null;
}

export const listSourceReads = (db: Db, tenantIds?: readonly string[]): Promise<SourceRead[]> =>
  db
    .select()
    .from(sourceReads)
    .where(tenantIds === undefined ? undefined : inArray(sourceReads.tenantId, [...tenantIds]));

type Ended = { key: ReadKey; at: Instant };
type CompleteRead = {
  readId: string;
  asOf: Instant;
  rows: number;
  way: ReadWay | null;
  /** What Azure announced and sent; null: it came in no list of Azure's. */
  count: RowCount | null;
};

const ROW_OF_KEY = [sourceReads.source, sourceReads.tenantId, sourceReads.period, sourceReads.scope];

/**
 * Of two runs that replace the same read, the second waits and then sees what the first left. Of one that was never
 * read there is nothing to wait for, so its row is made: the transaction has to replace it.
 */
export async function lockSourceRead(db: Db, key: ReadKey, at: Instant): Promise<SourceRead> {
  const [held] = await db.select().from(sourceReads).where(keyIs(key)).for('update');
  if (held !== undefined) return held;
  const [row] = await db
    .insert(sourceReads)
    .values({ ...key, attemptedAt: at, outcome: 'failed' })
    .onConflictDoUpdate({ target: ROW_OF_KEY, set: { source: key.source } })
    .returning();
  if (row === undefined) throw new Error('a row that was made or changed is not there');
  return row;
}

/**
 * Makes a complete read the current one and drops the facts of the one before. An older read never replaces a
 * newer one: it then drops its own facts and changes nothing.
 */
export async function saveCompleteRead(db: Db, read: Ended & CompleteRead): Promise<void> {
  await db.transaction(async (tx) => replaceRead(tx, await lockSourceRead(tx, read.key, read.at), read));
}

/** As saveCompleteRead, of what was held when the transaction locked it; false: a newer one is. */
export function replaceRead(
  db: Db,
  held: SourceRead,
  { key, at, readId, asOf, rows, way, count }: Ended & CompleteRead,
): Promise<boolean> {
  return writeLists(db, async (tx) => {
    const values = {
      currentReadId: readId,
      asOf,
      rows,
      expectedRows: count?.expected ?? null,
      readRows: count?.read ?? null,
      way,
      attemptedAt: at,
      outcome: 'done' as const,
      failure: null,
      incomplete: false,
      refusedRows: null,
    };
    const replaced = await tx
      .insert(sourceReads)
      .values({ ...key, ...values })
      .onConflictDoUpdate({
        target: ROW_OF_KEY,
        set: values,
        setWhere: isNotNewer(asOf),
      })
      .returning({ readId: sourceReads.currentReadId });
    const isNewest = replaced.length > 0;
    const obsolete = isNewest ? held.currentReadId : readId;
    if (obsolete && obsolete !== (isNewest ? readId : null)) await deleteFacts(tx, key.source, obsolete);
    return isNewest;
  });
}

/** What is held was asked for at this instant or before, or nothing is held. */
const isNotNewer = (asOf: Instant) => sql`${sourceReads.asOf} is null or ${sourceReads.asOf} <= ${asOf}`;

type UnfinishedRead = {
  /** When it began. */
  asOf: Instant;
  outcome: Exclude<StepOutcome, { status: 'done' }>;
  refusedRows: number | null;
};

/** Records how a try ended that brought nothing new; what is held stays, and says nothing of a try that is older. */
export async function saveUnfinishedRead(
  db: Db,
  { key, at, asOf, outcome, refusedRows }: Ended & UnfinishedRead,
): Promise<void> {
  await writeLists(db, async (tx) => {
    const values = {
      attemptedAt: at,
      outcome: outcome.status,
      failure: outcome.failure,
      incomplete: false,
      refusedRows,
    };
    await tx
      .insert(sourceReads)
      .values({ ...key, ...values })
      .onConflictDoUpdate({
        target: ROW_OF_KEY,
        set: values,
        setWhere: isNotNewer(asOf),
      });
  });
}

/** A read that is current but lacks a part, which the failure names. */
export async function noteIncomplete(
  db: Db,
  key: ReadKey,
  { status, failure }: Exclude<StepOutcome, { status: 'done' }>,
): Promise<void> {
  await writeLists(db, async (tx) => {
    await tx.update(sourceReads).set({ outcome: status, failure, incomplete: true }).where(keyIs(key));
  });
}

/** Joins facts to the read they belong to, so that only current facts count. */
export const isCurrent = (table: FactTable) => eq(table.readId, sourceReads.currentReadId);

/** Of cost each day of a row counts. */
export const countRows = async (db: Db, source: Source, readId: string): Promise<number> => {
  const [table] = TABLES[source];
  const counted =
    table === dailyCosts ? sql`coalesce(sum(cardinality(${dailyCosts.days})), 0)` : sql`count(*)`;
  const [row] = await db
    .select({ count: sql<number>`${counted}::int` })
    .from(table)
    .where(eq(table.readId, readId));
  return row?.count ?? 0;
};

/** A read that never brought anything, by a way that another has replaced. */
export async function forgetEmptyRead(db: Db, key: ReadKey): Promise<void> {
  await writeLists(db, async (tx) => {
    await tx.delete(sourceReads).where(and(keyIs(key), isNull(sourceReads.currentReadId)));
  });
}

/** Reads of single customers that are older than the one in bulk say nothing any more. */
export async function dropSupersededReads(db: Db, sources: readonly Source[]): Promise<void> {
  await writeLists(db, async (tx) => {
    for (const source of sources) {
      const bulk = await findSourceRead(tx, ownRead(source));
      if (bulk === null || bulk.asOf === null || bulk.outcome !== 'done') continue;
      const older = and(
        eq(sourceReads.source, source),
        ne(sourceReads.tenantId, ''),
        lt(sourceReads.attemptedAt, bulk.asOf),
      );
      const dropped = await tx
        .delete(sourceReads)
        .where(older)
        .returning({ readId: sourceReads.currentReadId });
      for (const { readId } of dropped) if (readId !== null) await deleteFacts(tx, source, readId);
    }
  });
}
