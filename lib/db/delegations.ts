import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Authorization, Delegation } from '#lib/core/facts.ts';
import type { PrincipalId, RoleDefinitionId, SubscriptionId, TenantId } from '#lib/core/ids.ts';
import { inArrays, inBatches, lastOfEach, type Db } from './db.ts';
import { isCurrent } from './reads.ts';
import { DELEGATION_SOURCES, listNewestReads } from './subscription-reads.ts';
import { authorizations, delegations, sourceReads } from './schema.ts';

type OfTenant<Fact> = Fact & { tenantId: TenantId };

/** Stores one page of delegations; the same page twice leaves the same rows. */
export async function saveDelegations(
  db: Db,
  readId: string,
  rows: readonly OfTenant<Delegation>[],
): Promise<void> {
  const unique = lastOfEach(rows, ({ id }) => id);
  await inBatches(unique, (batch) => {
    const ids = batch.map(({ id }) => id);
    return db.delete(delegations).where(and(eq(delegations.readId, readId), inArray(delegations.id, ids)));
  });
  const stored = unique.map((row) => delegationRow(readId, row));
  await inArrays(delegations, stored, (select) => db.insert(delegations).select(select));
  const granted = unique.flatMap((row) => authorizationRows(readId, row));
  await inArrays(authorizations, granted, (select) => db.insert(authorizations).select(select));
}

const delegationRow = (readId: string, row: OfTenant<Delegation>) => ({
  readId,
  tenantId: row.tenantId,
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
  ].map(({ row, position, justInTime }) => ({
    ...{ readId, delegationId: id, position, justInTime },
    ...{ maximumActivation: null, multiFactor: null, approverIds: [] },
    ...row,
  }));

export type StoredDelegation = OfTenant<Delegation> & { readId: string };

/** Delegations of customers from every current read: of one subscription there may be several reads. */
export async function listDelegationsOfReads(
  db: Db,
  tenantIds: readonly TenantId[],
): Promise<StoredDelegation[]> {
  const rows = await db
    .select({ delegation: delegations })
    .from(delegations)
    .innerJoin(sourceReads, isCurrent(delegations))
    .where(inArray(delegations.tenantId, [...tenantIds]))
    .orderBy(delegations.id);
  const granted = await listAuthorizations(
    db,
    rows.map(({ delegation }) => delegation),
  );
  const byDelegation = Map.groupBy(granted, keyOfAuthorization);
  return rows.map(({ delegation }) => ({
    ...delegationOf(delegation, byDelegation.get(`${delegation.readId}${delegation.id}`) ?? []),
    readId: delegation.readId,
  }));
}

/** Current delegations of customers, each subscription's by its newest read. */
export async function listDelegations(
  db: Db,
  tenantIds: readonly TenantId[],
): Promise<OfTenant<Delegation>[]> {
  const rows = await listDelegationsOfReads(db, tenantIds);
  const newest = await listNewestReads(db, DELEGATION_SOURCES, [
    ...new Set(rows.map(({ subscriptionId }) => subscriptionId)),
  ]);
  return rows
    .filter(({ subscriptionId, readId }) => newest.get(subscriptionId) === readId)
    .map(({ readId: _readId, ...row }) => row);
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

const keyOfAuthorization = ({ readId, delegationId }: AuthorizationRow): string => `${readId}${delegationId}`;

async function listAuthorizations(
  db: Db,
  of: readonly { readId: string; id: string }[],
): Promise<AuthorizationRow[]> {
  const found: AuthorizationRow[] = [];
  await inBatches(of, async (batch) => {
    const readIds = [...new Set(batch.map(({ readId }) => readId))];
    const ids = batch.map(({ id }) => id);
    const rows = await db
      .select()
      .from(authorizations)
      .where(and(inArray(authorizations.readId, readIds), inArray(authorizations.delegationId, ids)))
      .orderBy(authorizations.delegationId, authorizations.position);
    found.push(...rows);
  });
  return found;
}

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

/** Subscriptions of which a delegation covers single resource groups only. */
export async function listNarrowlyDelegated(db: Db): Promise<SubscriptionId[]> {
  const rows = await db
    .selectDistinct({ subscriptionId: delegations.subscriptionId })
    .from(delegations)
    .innerJoin(sourceReads, isCurrent(delegations))
    .where(and(eq(sourceReads.source, 'delegations'), isNotNull(delegations.resourceGroup)))
    .orderBy(delegations.subscriptionId);
  return rows.map((row) => row.subscriptionId as SubscriptionId);
}
