import { and, eq, ne } from 'drizzle-orm';
import type { RoleAssignment } from '#lib/core/facts.ts';
import type { PrincipalId, TenantId } from '#lib/core/ids.ts';
import { inBatches, takeExcluded, type Db } from './db.ts';
import { isCurrent } from './reads.ts';
import { roleAssignments, sourceReads } from './schema.ts';

export async function saveRoleAssignments(
  db: Db,
  readId: string,
  tenantId: TenantId,
  rows: readonly RoleAssignment[],
): Promise<void> {
  await inBatches(rows, (batch) =>
    db
      .insert(roleAssignments)
      .values(batch.map((row) => ({ readId, tenantId, ...row })))
      .onConflictDoUpdate({
        target: [roleAssignments.readId, roleAssignments.subscriptionId, roleAssignments.id],
        set: takeExcluded(roleAssignments, ['readId', 'subscriptionId', 'id']),
      }),
  );
}

const readOf = (tenantId: TenantId) =>
  and(eq(sourceReads.source, 'role-assignments'), eq(sourceReads.tenantId, tenantId));

export async function listRoleAssignments(db: Db, tenantId: TenantId): Promise<RoleAssignment[]> {
  const rows = await db
    .select({ assignment: roleAssignments })
    .from(roleAssignments)
    .innerJoin(sourceReads, isCurrent(roleAssignments))
    .where(readOf(tenantId))
    .orderBy(roleAssignments.id);
  // Written only from values of this type.
  return rows.map(({ assignment }) => assignment as unknown as RoleAssignment);
}

/** Principals of the customer's own directory that hold a role: everything but foreign groups. */
export async function listDirectPrincipals(db: Db, tenantId: TenantId): Promise<PrincipalId[]> {
  const rows = await db
    .selectDistinct({ principalId: roleAssignments.principalId })
    .from(roleAssignments)
    .innerJoin(sourceReads, isCurrent(roleAssignments))
    .where(and(readOf(tenantId), ne(roleAssignments.principalType, 'foreign-group')));
  return rows.map((row) => row.principalId as PrincipalId).sort();
}
