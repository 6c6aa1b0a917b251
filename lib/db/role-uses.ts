import { and, eq, inArray, sql, type AnyColumn, type SQL } from 'drizzle-orm';
import type { Db } from './db.ts';
import { isCurrent } from './reads.ts';
import { agentGroups, authorizations, delegations, roleAssignments, sourceReads } from './schema.ts';
import { isVisible, type Visibility } from './visible-customers.ts';

export type RoleUse = {
  roleDefinitionId: string;
  kind: 'permanent' | 'just-in-time' | 'aobo';
  subscriptions: number;
};

const SUBSCRIPTIONS = sql<number>`count(distinct ${delegations.subscriptionId})::int`;
const ASSIGNED = sql<number>`count(distinct ${roleAssignments.subscriptionId})::int`;

const agentGroupsRead = (db: Db) =>
  db
    .select({ principalId: agentGroups.principalId })
    .from(agentGroups)
    .innerJoin(sourceReads, isCurrent(agentGroups));

type Holdings = { managingTenantId: string; visible: Visibility };

const isDelegated = ({ managingTenantId, visible }: Holdings): SQL | undefined =>
  and(eq(delegations.managedByTenantId, managingTenantId), isVisible(delegations.tenantId, visible));

const isOfAgents = (db: Db, { visible }: Holdings): SQL | undefined =>
  and(
    eq(roleAssignments.principalType, 'foreign-group'),
    sql`${roleAssignments.principalId} in ${agentGroupsRead(db)}`,
    isVisible(roleAssignments.tenantId, visible),
  );

const authorizationsOfDelegations = and(
  eq(delegations.readId, authorizations.readId),
  eq(delegations.id, authorizations.delegationId),
);

/** On how many subscriptions a role is held through delegations to us, and through our agent groups. */
export async function listRoleUses(db: Db, holdings: Holdings): Promise<RoleUse[]> {
  const { roleDefinitionId, justInTime } = authorizations;
  const delegated = await db
    .select({ roleDefinitionId, justInTime, subscriptions: SUBSCRIPTIONS })
    .from(authorizations)
    .innerJoin(delegations, authorizationsOfDelegations)
    .innerJoin(sourceReads, isCurrent(delegations))
    .where(isDelegated(holdings))
    .groupBy(roleDefinitionId, justInTime);
  const aobo = await db
    .select({ roleDefinitionId: roleAssignments.roleDefinitionId, subscriptions: ASSIGNED })
    .from(roleAssignments)
    .innerJoin(sourceReads, isCurrent(roleAssignments))
    .where(isOfAgents(db, holdings))
    .groupBy(roleAssignments.roleDefinitionId);
  return [
    ...delegated.map(({ justInTime: inTime, ...row }) => ({
      ...row,
      kind: inTime ? ('just-in-time' as const) : ('permanent' as const),
    })),
    ...aobo.map((row) => ({ ...row, kind: 'aobo' as const })),
  ];
}

export type RoleTotals = { permanent: number; justInTime: number; aobo: number };

/** On how many subscriptions any of these roles is held; each subscription counts once, whatever it has of them. */
export async function countRoleUses(
  db: Db,
  holdings: Holdings,
  roleIds: readonly string[],
): Promise<RoleTotals> {
  const { roleDefinitionId, justInTime } = authorizations;
  const isOne = (column: AnyColumn): SQL => inArray(column, [...roleIds]);
  const delegated = await db
    .select({ justInTime, subscriptions: SUBSCRIPTIONS })
    .from(authorizations)
    .innerJoin(delegations, authorizationsOfDelegations)
    .innerJoin(sourceReads, isCurrent(delegations))
    .where(and(isDelegated(holdings), isOne(roleDefinitionId)))
    .groupBy(justInTime);
  const [aobo] = await db
    .select({ subscriptions: ASSIGNED })
    .from(roleAssignments)
    .innerJoin(sourceReads, isCurrent(roleAssignments))
    .where(and(isOfAgents(db, holdings), isOne(roleAssignments.roleDefinitionId)));
  const of = (inTime: boolean): number =>
    delegated.find((row) => row.justInTime === inTime)?.subscriptions ?? 0;
  return { permanent: of(false), justInTime: of(true), aobo: aobo?.subscriptions ?? 0 };
}
