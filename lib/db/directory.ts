import { and, eq, inArray } from 'drizzle-orm';
import type { AgentGroup, GroupMember, Identity, PartnerLink, RoleDefinition } from '#lib/core/facts.ts';
import type { PartnerId, PrincipalId, RoleDefinitionId, TenantId } from '#lib/core/ids.ts';
import { inBatches, lastOfEach, takeExcluded, type Db } from './db.ts';
import { isCurrent } from './reads.ts';
import { agentGroups, identities, partnerLinks, roleDefinitions, sourceReads } from './schema.ts';

// Every id in this file was parsed before it was stored; the casts back to branded ids rest on that.

export const saveAgentGroups = (db: Db, readId: string, rows: readonly AgentGroup[]): Promise<void> =>
  inBatches(rows, (batch) =>
    db
      .insert(agentGroups)
      .values(batch.map((row) => ({ readId, ...row })))
      .onConflictDoNothing(),
  );

export async function listAgentGroups(db: Db): Promise<AgentGroup[]> {
  const rows = await db
    .select({ principalId: agentGroups.principalId, name: agentGroups.name })
    .from(agentGroups)
    .innerJoin(sourceReads, isCurrent(agentGroups))
    .orderBy(agentGroups.name, agentGroups.principalId);
  return rows as AgentGroup[];
}

export const saveIdentities = (
  db: Db,
  readId: string,
  rows: readonly Identity[],
  memberOf = '',
): Promise<void> =>
  inBatches(
    lastOfEach(rows, ({ principalId }) => principalId),
    (batch) =>
      db
        .insert(identities)
        .values(batch.map((row) => ({ readId, memberOf, ...row })))
        .onConflictDoUpdate({
          target: [identities.readId, identities.memberOf, identities.principalId],
          set: takeExcluded(identities, ['readId', 'memberOf', 'principalId']),
        }),
  );

export const saveGroupMembers = async (
  db: Db,
  readId: string,
  rows: readonly GroupMember[],
): Promise<void> => {
  for (const [groupId, members] of Map.groupBy(rows, (row) => row.groupId)) {
    await saveIdentities(
      db,
      readId,
      members.map(({ member }) => member),
      groupId,
    );
  }
};

/** Identities by themselves and as members of groups, of one source's current reads of these tenants. */
export async function listIdentities(
  db: Db,
  source: 'identities' | 'customer-identities',
  tenantIds: readonly (TenantId | '')[],
): Promise<{ identity: Identity; memberOf: PrincipalId | null }[]> {
  const rows = await db
    .select({ identity: identities })
    .from(identities)
    .innerJoin(sourceReads, isCurrent(identities))
    .where(and(eq(sourceReads.source, source), inArray(sourceReads.tenantId, [...tenantIds])));
  return rows.map(({ identity: { readId: _readId, memberOf, ...identity } }) => ({
    identity: identity as Identity,
    memberOf: memberOf === '' ? null : (memberOf as PrincipalId),
  }));
}

/** Groups that a read, current or not, found by themselves. */
export async function listGroupsOfRead(db: Db, readId: string): Promise<PrincipalId[]> {
  const rows = await db
    .select({ principalId: identities.principalId })
    .from(identities)
    .where(and(eq(identities.readId, readId), eq(identities.memberOf, ''), eq(identities.type, 'group')))
    .orderBy(identities.principalId);
  return rows.map(({ principalId }) => principalId as PrincipalId);
}

export type StoredLink = PartnerLink & { credential: string };

export const saveLinks = (db: Db, readId: string, rows: readonly StoredLink[]): Promise<void> =>
  inBatches(rows, (batch) =>
    db
      .insert(partnerLinks)
      .values(
        batch.map(({ link, ...row }) => ({
          readId,
          ...row,
          linked: link.state === 'linked',
          partnerId: link.state === 'linked' ? link.partnerId : null,
          partnerName: link.state === 'linked' ? link.partnerName : null,
          since: link.state === 'linked' ? link.since : null,
        })),
      )
      .onConflictDoUpdate({
        target: [partnerLinks.readId, partnerLinks.tenantId, partnerLinks.principalId],
        set: takeExcluded(partnerLinks, ['readId', 'tenantId', 'principalId']),
      }),
  );

export async function listLinks(db: Db): Promise<StoredLink[]> {
  const rows = await db
    .select({ row: partnerLinks })
    .from(partnerLinks)
    .innerJoin(sourceReads, isCurrent(partnerLinks));
  return rows.map(({ row }) => ({
    tenantId: row.tenantId as TenantId,
    principalId: row.principalId as PrincipalId,
    displayName: row.displayName,
    how: row.how,
    credential: row.credential,
    checkedAt: row.checkedAt,
    link:
      row.linked && row.partnerId !== null
        ? {
            state: 'linked',
            partnerId: row.partnerId as PartnerId,
            partnerName: row.partnerName,
            since: row.since,
          }
        : { state: 'not-linked' },
  }));
}

export const saveRoleDefinitions = (db: Db, readId: string, rows: readonly RoleDefinition[]): Promise<void> =>
  inBatches(rows, (batch) =>
    db
      .insert(roleDefinitions)
      .values(batch.map((row) => ({ readId, ...row })))
      .onConflictDoNothing(),
  );

export async function listRoleDefinitions(db: Db, ids?: readonly string[]): Promise<RoleDefinition[]> {
  const rows = await db
    .select({
      roleDefinitionId: roleDefinitions.roleDefinitionId,
      name: roleDefinitions.name,
      kind: roleDefinitions.kind,
    })
    .from(roleDefinitions)
    .innerJoin(sourceReads, isCurrent(roleDefinitions))
    .where(ids === undefined ? undefined : inArray(roleDefinitions.roleDefinitionId, [...ids]));
  return rows.map((row) => ({
    roleDefinitionId: row.roleDefinitionId as RoleDefinitionId,
    name: row.name,
    kind: row.kind as RoleDefinition['kind'],
  }));
}

/** Names and types of principals, from any directory or agent group that was read. */
export async function listNamedIdentities(
  db: Db,
  principalIds: readonly string[],
): Promise<{ principalId: string; type: string; displayName: string | null }[]> {
  const known = await db
    .selectDistinct({
      principalId: identities.principalId,
      type: identities.type,
      displayName: identities.displayName,
    })
    .from(identities)
    .innerJoin(sourceReads, isCurrent(identities))
    .where(inArray(identities.principalId, [...principalIds]));
  const groups = await listAgentGroups(db);
  return [
    ...known,
    ...groups
      .filter(({ principalId }) => principalIds.includes(principalId))
      .map(({ principalId, name }) => ({ principalId, type: 'foreign-group', displayName: name })),
  ];
}
