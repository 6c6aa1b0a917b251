import { and, desc, eq, inArray, ne, notExists, sql } from 'drizzle-orm';
import type { TenantId } from '#lib/core/ids.ts';
import { inBatches, type Db } from './db.ts';
import { writeLists } from './list-versions.ts';
import { replacePartnerDays, withTenant } from './partner-days.ts';
import { deleteFacts } from './reads.ts';
import {
  costCovers,
  customerCosts,
  customers,
  customerVerdicts,
  findingMonths,
  findings,
  imports,
  monthlyCosts,
  sourceReads,
  subscriptionDetails,
  subscriptionVerdicts,
  subscriptions,
} from './schema.ts';
import type { Visibility } from './visible-customers.ts';

export type Import = typeof imports.$inferSelect;

/** Each file is a read of its own, so that it replaces nothing and leaves nothing behind. */
export const scopeOfImport = (importId: string): string => `file/${importId}`;

/** Imports of before files could hold several months name one. */
export const periodsOf = ({ period, periods }: Import): readonly string[] =>
  periods.length === 0 ? [period] : periods;

export async function saveImport(db: Db, row: Import): Promise<void> {
  await db.insert(imports).values(row);
}

export async function findImport(db: Db, id: string): Promise<Import | null> {
  const [row] = await db.select().from(imports).where(eq(imports.id, id));
  return row ?? null;
}

/** What a file is, of one of its customers and months. */
export type FileRead = { readId: string; tenantId: TenantId; period: string; rows: number };

type FileReads = {
  reads: readonly FileRead[];
  asOf: string;
  at: string;
  way: 'file' | 'amortised-file';
};

/** A file has a scope of its own, so no read that is held is replaced. */
export async function saveFileReads(db: Db, id: string, { reads, asOf, at, way }: FileReads): Promise<void> {
  await writeLists(db, async (tx) => {
    const common = {
      ...{ source: 'costs' as const, scope: scopeOfImport(id), asOf, way, attemptedAt: at },
      ...{ outcome: 'done' as const, failure: null, incomplete: false, refusedRows: null },
      ...{ expectedRows: null, readRows: null },
    };
    await inBatches(reads, (batch) =>
      tx
        .insert(sourceReads)
        .values(batch.map(({ readId, ...read }) => ({ ...common, ...read, currentReadId: readId }))),
    );
  });
}

/** Newest first. A file is of many customers, so only who may see all of them sees files. */
export const listImports = async (db: Db, visible: Visibility): Promise<Import[]> =>
  visible.kind === 'all' ? db.select().from(imports).orderBy(desc(imports.importedAt), imports.id) : [];

/** Takes an import and its sums away; what was read otherwise stays as it was. */
export async function deleteImport(db: Db, id: string): Promise<void> {
  await writeLists(db, async (tx) => {
    const reads = await tx
      .delete(sourceReads)
      .where(and(eq(sourceReads.source, 'costs'), eq(sourceReads.scope, scopeOfImport(id))))
      .returning({ readId: sourceReads.currentReadId });
    for (const readId of new Set(reads.map((row) => row.readId))) {
      if (readId !== null) await deleteFacts(tx, 'costs', readId);
    }
    await tx.delete(imports).where(eq(imports.id, id));
  });
}

/** Customers that came with some file. */
export async function listFileCustomers(db: Db): Promise<Set<string>> {
  const rows = await db.select({ newTenantIds: imports.newTenantIds }).from(imports);
  return new Set(rows.flatMap(({ newTenantIds }) => newTenantIds));
}

/** Of customers that came with a file, those that nothing else names. */
export async function listUnnamedCustomers(db: Db, tenantIds: readonly string[]): Promise<TenantId[]> {
  if (tenantIds.length === 0) return [];
  const rows = await db
    .select({ tenantId: customers.tenantId })
    .from(customers)
    .where(
      and(
        inArray(customers.tenantId, [...tenantIds]),
        sql`${customers.billingCustomerId} is null`,
        notExists(
          db
            .select({ one: sql`1` })
            .from(sourceReads)
            .where(and(eq(sourceReads.tenantId, customers.tenantId), ne(sourceReads.tenantId, ''))),
        ),
        notExists(
          db
            .select({ one: sql`1` })
            .from(subscriptions)
            .where(eq(subscriptions.tenantId, customers.tenantId)),
        ),
      ),
    );
  // Customers were stored with parsed tenant ids.
  return rows.map(({ tenantId }) => tenantId as TenantId);
}

const OF_CUSTOMER = [
  findingMonths,
  findings,
  costCovers,
  monthlyCosts,
  customerCosts,
  subscriptionDetails,
  subscriptionVerdicts,
  customerVerdicts,
  customers,
] as const;

/** Forgets customers that only a file had named, and all that was judged of them. */
export async function deleteCustomers(db: Db, tenantIds: readonly TenantId[]): Promise<void> {
  await writeLists(db, async (tx) => {
    if (tenantIds.length === 0) return;
    const held = await tx
      .select()
      .from(customerVerdicts)
      .where(inArray(customerVerdicts.tenantId, [...tenantIds]));
    for (const [period, rows] of Map.groupBy(held, (row) => row.period)) {
      const before = rows.flatMap(({ tenantId, days }) => withTenant(tenantId, days));
      await replacePartnerDays(tx, { period, before, after: [] });
    }
    for (const table of OF_CUSTOMER) await tx.delete(table).where(inArray(table.tenantId, [...tenantIds]));
  });
}
