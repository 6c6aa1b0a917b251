import { inArray } from 'drizzle-orm';
import type { RoleAssignment } from '#lib/core/facts.ts';
import type { TenantId } from '#lib/core/ids.ts';
import { inArrays, lastOfEach, takeExcluded, type Db } from './db.ts';
import { isCurrent } from './reads.ts';
import { roleAssignments, sourceReads } from './schema.ts';

type OfTenant<Fact> = Fact & { tenantId: TenantId };

export async function saveRoleAssignments(
  db: Db,
  readId: string,
  rows: readonly OfTenant<RoleAssignment>[],
): Promise<void> {
  const unique = lastOfEach(rows, ({ subscriptionId, id }) => `${subscriptionId} ${id}`);
  const stored = unique.map((row) => ({ readId, ...row }));
  await inArrays(roleAssignments, stored, (select) =>
    db
      .insert(roleAssignments)
      .select(select)
      .onConflictDoUpdate({
        target: [roleAssignments.readId, roleAssignments.subscriptionId, roleAssignments.id],
        set: takeExcluded(roleAssignments, ['readId', 'subscriptionId', 'id']),
      }),
  );
}

export type StoredRoleAssignment = OfTenant<RoleAssignment> & { readId: string };

/** Role assignments of customers from every current read: of one subscription there may be several reads. */
export async function listRoleAssignments(
  db: Db,
  tenantIds: readonly TenantId[],
): Promise<StoredRoleAssignment[]> {
  const rows = await db
    .select({ assignment: roleAssignments })
    .from(roleAssignments)
    .innerJoin(sourceReads, isCurrent(roleAssignments))
    .where(inArray(roleAssignments.tenantId, [...tenantIds]))
    .orderBy(roleAssignments.id);
  // Written only from values of this type.
  return rows.map(({ assignment }) => assignment as unknown as StoredRoleAssignment);
}
