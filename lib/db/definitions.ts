import { and, eq, inArray } from 'drizzle-orm';
import type { DelegationDefinition } from '#lib/core/facts.ts';
import type { TenantId } from '#lib/core/ids.ts';
import { inBatches, type Db } from './db.ts';
import { isCurrent } from './reads.ts';
import { delegationDefinitions, sourceReads } from './schema.ts';

type FoundDefinition = { definitionId: string; tenantId: TenantId; definition: DelegationDefinition };

export const saveDefinitions = (db: Db, readId: string, rows: readonly FoundDefinition[]): Promise<void> =>
  inBatches(rows, (batch) =>
    db
      .insert(delegationDefinitions)
      .values(batch.map((row) => ({ readId, ...row })))
      .onConflictDoNothing(),
  );

/** Definitions of the current read, by their normalised id. */
export async function findDefinitions(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, DelegationDefinition>> {
  const found = new Map<string, DelegationDefinition>();
  await inBatches([...new Set(ids)], async (batch) => {
    const rows = await db
      .select({ id: delegationDefinitions.definitionId, definition: delegationDefinitions.definition })
      .from(delegationDefinitions)
      .innerJoin(sourceReads, isCurrent(delegationDefinitions))
      .where(
        and(
          eq(sourceReads.source, 'delegation-definitions'),
          inArray(delegationDefinitions.definitionId, batch),
        ),
      );
    for (const { id, definition } of rows) found.set(id, definition);
  });
  return found;
}
