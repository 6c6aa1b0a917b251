import { and, eq, sql } from 'drizzle-orm';
import type { Db } from './db.ts';
import { isCurrent } from './reads.ts';
import { agentGroups, authorizations, delegations, roleAssignments, sourceReads } from './schema.ts';
import { isVisible, type Visibility } from './visible-customers.ts';

export type RoleUse = {
  roleDefinitionId: string;
  kind: 'permanent' | 'just-in-time' | 'aobo';
  subscriptions: number;
};

/** On how many subscriptions a role is held through delegations to us, and through our agent groups. */
export async function listRoleUses(
  db: Db,
  managingTenantId: string,
  visible: Visibility,
): Promise<RoleUse[]> {
  const delegated = await db
    .select({
      roleDefinitionId: authorizations.roleDefinitionId,
      justInTime: authorizations.justInTime,
      subscriptions: sql<number>`count(distinct ${delegations.subscriptionId})::int`,
    })
    .from(authorizations)
    .innerJoin(
      delegations,
      and(eq(delegations.readId, authorizations.readId), eq(delegations.id, authorizations.delegationId)),
    )
    .innerJoin(sourceReads, isCurrent(delegations))
    .where(and(eq(delegations.managedByTenantId, managingTenantId), isVisible(delegations.tenantId, visible)))
    .groupBy(authorizations.roleDefinitionId, authorizations.justInTime);
  const groupReads = db
    .select({ principalId: agentGroups.principalId })
    .from(agentGroups)
    .innerJoin(sourceReads, isCurrent(agentGroups));
  const aobo = await db
    .select({
      roleDefinitionId: roleAssignments.roleDefinitionId,
      subscriptions: sql<number>`count(distinct ${roleAssignments.subscriptionId})::int`,
    })
    .from(roleAssignments)
    .innerJoin(sourceReads, isCurrent(roleAssignments))
    .where(
      and(
        eq(roleAssignments.principalType, 'foreign-group'),
        sql`${roleAssignments.principalId} in ${groupReads}`,
        isVisible(roleAssignments.tenantId, visible),
      ),
    )
    .groupBy(roleAssignments.roleDefinitionId);
  return [
    ...delegated.map(({ justInTime, ...row }) => ({
      ...row,
      kind: justInTime ? ('just-in-time' as const) : ('permanent' as const),
    })),
    ...aobo.map((row) => ({ ...row, kind: 'aobo' as const })),
  ];
}
