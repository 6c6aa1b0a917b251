import { eq, inArray } from 'drizzle-orm';
import type { DenyAssignment, MembershipSchedule, ResourceGroup, RoleSchedule } from '#lib/core/facts.ts';
import type { PrincipalId, RoleDefinitionId, SubscriptionId, TenantId } from '#lib/core/ids.ts';
import { inBatches, takeExcluded, type Db } from './db.ts';
import { isCurrent } from './reads.ts';
import {
  denyAssignments,
  membershipSchedules,
  resourceGroups,
  roleSchedules,
  sourceReads,
} from './schema.ts';

// Every id in this file was parsed before it was stored; the casts back to branded ids rest on that.

export const saveResourceGroups = (db: Db, readId: string, rows: readonly ResourceGroup[]): Promise<void> =>
  inBatches(rows, (batch) =>
    db
      .insert(resourceGroups)
      .values(batch.map((row) => ({ readId, ...row })))
      .onConflictDoNothing(),
  );

export async function listResourceGroups(db: Db, ids: readonly string[]): Promise<ResourceGroup[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({
      subscriptionId: resourceGroups.subscriptionId,
      name: resourceGroups.name,
      managedBy: resourceGroups.managedBy,
    })
    .from(resourceGroups)
    .innerJoin(sourceReads, isCurrent(resourceGroups))
    .where(inArray(resourceGroups.subscriptionId, [...ids]))
    .orderBy(resourceGroups.subscriptionId, resourceGroups.name);
  return rows.map((row) => ({ ...row, subscriptionId: row.subscriptionId as SubscriptionId }));
}

export const saveDenyAssignments = (db: Db, readId: string, rows: readonly DenyAssignment[]): Promise<void> =>
  inBatches(rows, (batch) =>
    db
      .insert(denyAssignments)
      .values(batch.map((row) => ({ readId, ...row })))
      .onConflictDoNothing(),
  );

export async function listDenyAssignments(
  db: Db,
  tenantIds: readonly TenantId[],
): Promise<(DenyAssignment & { readId: string })[]> {
  const rows = await db
    .select({ row: denyAssignments })
    .from(denyAssignments)
    .innerJoin(sourceReads, isCurrent(denyAssignments))
    .where(inArray(sourceReads.tenantId, [...tenantIds]))
    .orderBy(denyAssignments.subscriptionId, denyAssignments.id);
  return rows.map(({ row }) => ({
    ...row,
    subscriptionId: row.subscriptionId as SubscriptionId,
    denied: row.denied as DenyAssignment['denied'],
    excludedIds: row.excludedIds as readonly PrincipalId[],
  }));
}

export const saveRoleSchedules = (db: Db, readId: string, rows: readonly RoleSchedule[]): Promise<void> =>
  inBatches(rows, (batch) =>
    db
      .insert(roleSchedules)
      .values(batch.map((row) => ({ readId, ...row })))
      .onConflictDoNothing(),
  );

export async function listRoleSchedules(
  db: Db,
  tenantIds: readonly TenantId[],
): Promise<(RoleSchedule & { readId: string })[]> {
  const rows = await db
    .select({ row: roleSchedules })
    .from(roleSchedules)
    .innerJoin(sourceReads, isCurrent(roleSchedules))
    .where(inArray(sourceReads.tenantId, [...tenantIds]))
    .orderBy(roleSchedules.subscriptionId, roleSchedules.id);
  return rows.map(({ row }) => ({
    ...row,
    subscriptionId: row.subscriptionId as SubscriptionId,
    principalId: row.principalId as PrincipalId,
    roleDefinitionId: row.roleDefinitionId as RoleDefinitionId,
  }));
}

export const saveMembershipSchedules = (
  db: Db,
  readId: string,
  rows: readonly MembershipSchedule[],
): Promise<void> =>
  inBatches(rows, (batch) => {
    const { readId: read, groupId, principalId, access, kind } = membershipSchedules;
    return db
      .insert(membershipSchedules)
      .values(batch.map((row) => ({ readId, ...row })))
      .onConflictDoUpdate({
        target: [read, groupId, principalId, access, kind],
        set: takeExcluded(membershipSchedules, ['readId', 'groupId', 'principalId', 'access', 'kind']),
      });
  });

export async function listMembershipSchedules(db: Db): Promise<MembershipSchedule[]> {
  const rows = await db
    .select({ row: membershipSchedules })
    .from(membershipSchedules)
    .innerJoin(sourceReads, isCurrent(membershipSchedules))
    .where(eq(sourceReads.source, 'group-schedules'))
    .orderBy(membershipSchedules.groupId, membershipSchedules.principalId);
  return rows.map(({ row: { readId: _readId, ...row } }) => ({
    ...row,
    groupId: row.groupId as PrincipalId,
    principalId: row.principalId as PrincipalId,
  }));
}
