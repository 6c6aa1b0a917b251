import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Authorization, Delegation } from '#lib/core/facts.ts';
import type { PrincipalId, RoleDefinitionId, SubscriptionId, TenantId } from '#lib/core/ids.ts';
import type { UnreadReason } from '#lib/core/statuses.ts';
import { inBatches, type Db } from './db.ts';
import { isCurrent } from './reads.ts';
import { authorizations, delegations, sourceReads, subscriptionReads } from './schema.ts';

/** Stores one page of a subscription's delegations; the same page twice leaves the same rows. */
export async function saveDelegations(
  db: Db,
  readId: string,
  tenantId: TenantId,
  rows: readonly Delegation[],
): Promise<void> {
  await inBatches(rows, async (batch) => {
    const ids = batch.map(({ id }) => id);
    await db.delete(delegations).where(and(eq(delegations.readId, readId), inArray(delegations.id, ids)));
    await db.insert(delegations).values(batch.map((row) => delegationRow(readId, tenantId, row)));
  });
  await inBatches(
    rows.flatMap((row) => authorizationRows(readId, row)),
    (batch) => db.insert(authorizations).values(batch),
  );
}

const delegationRow = (readId: string, tenantId: TenantId, row: Delegation) => ({
  readId,
  tenantId,
  id: row.id,
  subscriptionId: row.subscriptionId,
  resourceGroup: row.resourceGroup,
  definitionId: row.definitionId,
  definitionFound: row.definition !== null,
  definitionName: row.definition?.name ?? null,
  definitionState: row.definition?.provisioningState ?? null,
  managedByTenantId: row.definition?.managedByTenantId ?? null,
  managedByTenantName: row.definition?.managedByTenantName ?? null,
  manageeTenantId: row.definition?.manageeTenantId ?? null,
  manageeTenantName: row.definition?.manageeTenantName ?? null,
  plan: row.definition?.plan ?? null,
  provisioningState: row.provisioningState,
  createdAt: row.createdAt,
});

const authorizationRows = (readId: string, { id, definition }: Delegation) =>
  [
    ...(definition?.authorizations ?? []).map((row, position) => ({ row, position, justInTime: false })),
    ...(definition?.justInTime ?? []).map((row, position) => ({ row, position, justInTime: true })),
  ].map(({ row, position, justInTime }) => ({ readId, delegationId: id, position, justInTime, ...row }));

/** Current delegations of customers, or of all. */
export async function listDelegations(
  db: Db,
  tenantIds?: readonly TenantId[],
): Promise<(Delegation & { tenantId: TenantId })[]> {
  const rows = await db
    .select({ delegation: delegations })
    .from(delegations)
    .innerJoin(sourceReads, isCurrent(delegations))
    .where(
      and(
        eq(sourceReads.source, 'delegations'),
        tenantIds === undefined ? undefined : inArray(sourceReads.tenantId, [...tenantIds]),
      ),
    )
    .orderBy(delegations.id);
  const readIds = [...new Set(rows.map(({ delegation }) => delegation.readId))];
  const granted = readIds.length === 0 ? [] : await listAuthorizations(db, readIds);
  const byDelegation = Map.groupBy(granted, (row) => row.delegationId);
  return rows.map(({ delegation }) => delegationOf(delegation, byDelegation.get(delegation.id) ?? []));
}

/** Customers as current delegations name them. */
export async function listManageeNames(db: Db): Promise<Map<TenantId, string>> {
  const rows = await db
    .selectDistinct({ tenantId: delegations.tenantId, name: delegations.manageeTenantName })
    .from(delegations)
    .innerJoin(sourceReads, isCurrent(delegations))
    .where(isNotNull(delegations.manageeTenantName))
    .orderBy(delegations.tenantId, delegations.manageeTenantName);
  return new Map(rows.map((row) => [row.tenantId as TenantId, row.name ?? '']));
}

type AuthorizationRow = typeof authorizations.$inferSelect;

const listAuthorizations = (db: Db, readIds: readonly string[]): Promise<AuthorizationRow[]> =>
  db
    .select()
    .from(authorizations)
    .where(inArray(authorizations.readId, [...readIds]))
    .orderBy(authorizations.delegationId, authorizations.position);

// Every id below was parsed before it was stored.
function delegationOf(row: typeof delegations.$inferSelect, granted: readonly AuthorizationRow[]) {
  const authorizationOf = (authorization: AuthorizationRow): Authorization => ({
    principalId: authorization.principalId as PrincipalId,
    principalDisplayName: authorization.principalDisplayName,
    roleDefinitionId: authorization.roleDefinitionId as RoleDefinitionId,
  });
  const held = (justInTime: boolean): AuthorizationRow[] =>
    granted.filter((authorization) => authorization.justInTime === justInTime);
  const definition =
    row.definitionFound && row.managedByTenantId !== null
      ? {
          name: row.definitionName,
          managedByTenantId: row.managedByTenantId as TenantId,
          managedByTenantName: row.managedByTenantName,
          manageeTenantId: row.manageeTenantId as TenantId | null,
          manageeTenantName: row.manageeTenantName,
          plan: row.plan,
          provisioningState: row.definitionState ?? '',
          authorizations: held(false).map(authorizationOf),
          justInTime: held(true).map((authorization) => ({
            ...authorizationOf(authorization),
            maximumActivation: authorization.maximumActivation,
            multiFactor: authorization.multiFactor,
            approverIds: authorization.approverIds as readonly PrincipalId[],
          })),
        }
      : null;
  return {
    tenantId: row.tenantId as TenantId,
    id: row.id,
    subscriptionId: row.subscriptionId as SubscriptionId,
    resourceGroup: row.resourceGroup,
    definitionId: row.definitionId,
    definition,
    provisioningState: row.provisioningState,
    createdAt: row.createdAt,
  };
}

export type SubscriptionRead = {
  subscriptionId: SubscriptionId;
  via: 'managing-tenant' | 'customer-tenant';
  unreadReason: UnreadReason | null;
  missingRight: string | null;
};

export const saveSubscriptionRead = (db: Db, readId: string, row: SubscriptionRead): Promise<unknown> =>
  db
    .insert(subscriptionReads)
    .values({ readId, ...row })
    .onConflictDoUpdate({ target: [subscriptionReads.readId, subscriptionReads.subscriptionId], set: row });

/** How many subscriptions a read, current or not, could not see. */
export const countUnreadSubscriptions = (db: Db, readId: string): Promise<number> =>
  db.$count(
    subscriptionReads,
    and(eq(subscriptionReads.readId, readId), isNotNull(subscriptionReads.unreadReason)),
  );

/** Which subscriptions of a customer the current read of a source covered. */
export async function listSubscriptionReads(
  db: Db,
  source: 'delegations' | 'role-assignments',
  tenantId: TenantId,
): Promise<SubscriptionRead[]> {
  const rows = await db
    .select({
      subscriptionId: subscriptionReads.subscriptionId,
      via: subscriptionReads.via,
      unreadReason: subscriptionReads.unreadReason,
      missingRight: subscriptionReads.missingRight,
    })
    .from(subscriptionReads)
    .innerJoin(sourceReads, isCurrent(subscriptionReads))
    .where(and(eq(sourceReads.source, source), eq(sourceReads.tenantId, tenantId)));
  return rows.map((row) => ({ ...row, subscriptionId: row.subscriptionId as SubscriptionId }));
}

/** Principals that delegations to us name, each once. */
export async function listAuthorizedPrincipals(db: Db, managingTenantId: TenantId): Promise<PrincipalId[]> {
  const rows = await db
    .selectDistinct({ principalId: authorizations.principalId })
    .from(authorizations)
    .innerJoin(
      delegations,
      and(eq(delegations.readId, authorizations.readId), eq(delegations.id, authorizations.delegationId)),
    )
    .innerJoin(sourceReads, isCurrent(delegations))
    .where(eq(delegations.managedByTenantId, managingTenantId))
    .orderBy(sql`1`);
  return rows.map((row) => row.principalId as PrincipalId);
}
