import { and, count, desc, eq, gt, ilike, inArray, lt, or, sql, type SQL } from 'drizzle-orm';
import type { Change } from '#lib/core/changes.ts';
import type { Instant } from '#lib/core/periods.ts';
import type { SeenCustomer } from '#lib/core/seen-access.ts';
import type { ChangeKind } from '#lib/core/statuses.ts';
import { idHolds, literally } from './customer-list.ts';
import { inBatches, takeExcluded, type Db } from './db.ts';
import { changes, customers, seenCustomers, subscriptionVerdicts, syncRuns } from './schema.ts';
import { isVisible, type Visibility } from './visible-customers.ts';

/** What the last judgement knew of customers. */
export async function listSeenCustomers(
  db: Db,
  tenantIds: readonly string[],
): Promise<Map<string, SeenCustomer>> {
  const rows = await db
    .select()
    .from(seenCustomers)
    .where(inArray(seenCustomers.tenantId, [...tenantIds]));
  return new Map(rows.map(({ tenantId, seen }) => [tenantId, seen]));
}

type Compared = { tenantId: string; changes: readonly Change[]; seen: SeenCustomer };

/** What changed, and what the next sync is compared to; both or neither. */
export async function saveChanges(db: Db, at: Instant, compared: readonly Compared[]): Promise<void> {
  const found = compared.flatMap(({ tenantId, changes: of }) =>
    of.map((change) => ({ ...change, tenantId, at })),
  );
  await inBatches(found, (batch) => db.insert(changes).values(batch));
  await inBatches(compared, (batch) =>
    db
      .insert(seenCustomers)
      .values(batch.map(({ tenantId, seen }) => ({ tenantId, seen, at })))
      .onConflictDoUpdate({
        target: seenCustomers.tenantId,
        set: takeExcluded(seenCustomers, ['tenantId']),
      }),
  );
}

/** Whether any earlier run has come to its end: before that everything is new, and nothing is news. */
export async function hasSynced(db: Db, runId: string): Promise<boolean> {
  const [row] = await db
    .select({ runs: count() })
    .from(syncRuns)
    .where(and(sql`${syncRuns.id} <> ${runId}`, sql`${syncRuns.status} in ('complete', 'partial')`));
  return (row?.runs ?? 0) > 0;
}

export type ChangeFilter = {
  since: Instant | null;
  tenantId: string | null;
  subscriptionId: string | null;
  kind: ChangeKind | null;
  /** Part of a customer's name or domain, or of an id. */
  q: string | null;
  visible: Visibility;
};

export const everyChange = (visible: Visibility): ChangeFilter => ({
  ...{ since: null, tenantId: null, subscriptionId: null, kind: null, q: null, visible },
});

function isCalled(q: string): SQL | undefined {
  const named = or(ilike(customers.displayName, literally(q)), ilike(customers.domain, literally(q)));
  return or(
    sql`${changes.tenantId} in (select ${customers.tenantId} from ${customers} where ${named})`,
    idHolds(changes.tenantId, q),
    idHolds(changes.subscriptionId, q),
  );
}

function matches({ since, tenantId, subscriptionId, kind, q, visible }: ChangeFilter): SQL | undefined {
  return and(
    isVisible(changes.tenantId, visible),
    since === null ? undefined : gt(changes.at, since),
    tenantId === null ? undefined : eq(changes.tenantId, tenantId),
    subscriptionId === null ? undefined : eq(changes.subscriptionId, subscriptionId),
    kind === null ? undefined : eq(changes.kind, kind),
    q === null ? undefined : isCalled(q),
  );
}

/** The newest name that any month's verdict holds. */
const subscriptionName = sql<string | null>`(
  select ${subscriptionVerdicts.displayName} from ${subscriptionVerdicts}
  where ${subscriptionVerdicts.tenantId} = ${changes.tenantId}
    and ${subscriptionVerdicts.subscriptionId} = ${changes.subscriptionId}
  order by ${subscriptionVerdicts.period} desc limit 1)`;

export type ListedChange = typeof changes.$inferSelect & {
  customerName: string | null;
  subscriptionName: string | null;
};

/** After the one of an id, or after so many. */
type ChangePage = { limit: number; before?: number | null; offset?: number };

/** Newest first. */
export async function listChanges(
  db: Db,
  filter: ChangeFilter,
  { limit, before = null, offset = 0 }: ChangePage,
): Promise<ListedChange[]> {
  const rows = await db
    .select({ change: changes, customerName: customers.displayName, subscriptionName })
    .from(changes)
    .leftJoin(customers, eq(customers.tenantId, changes.tenantId))
    .where(and(matches(filter), before === null ? undefined : lt(changes.id, before)))
    .orderBy(desc(changes.id))
    .limit(limit)
    .offset(offset);
  return rows.map(({ change, ...names }) => ({ ...change, ...names }));
}

export async function countMatchingChanges(db: Db, filter: ChangeFilter): Promise<number> {
  const [counted] = await db.select({ total: count() }).from(changes).where(matches(filter));
  return counted?.total ?? 0;
}

/** How many changes of each kind. */
export const countChanges = (
  db: Db,
  filter: ChangeFilter,
): Promise<{ kind: ChangeKind; changes: number; customers: number }[]> =>
  db
    .select({
      kind: changes.kind,
      changes: count(),
      customers: sql<number>`count(distinct ${changes.tenantId})::int`,
    })
    .from(changes)
    .where(matches(filter))
    .groupBy(changes.kind);
