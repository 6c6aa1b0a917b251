import type { GdapRelationship, KnownTenant, MarketplaceOffer } from '#lib/core/facts.ts';
import type { TenantId } from '#lib/core/ids.ts';
import { and, eq, inArray } from 'drizzle-orm';
import { inBatches, type Db } from './db.ts';
import { isCurrent } from './reads.ts';
import { gdapRelationships, knownTenants, marketplaceOffers, sourceReads } from './schema.ts';

// Every id in this file was parsed before it was stored; the casts back to branded ids rest on that.

export const saveKnownTenants = (db: Db, readId: string, rows: readonly KnownTenant[]): Promise<void> =>
  inBatches(rows, (batch) =>
    db
      .insert(knownTenants)
      .values(batch.map((row) => ({ readId, ...row })))
      .onConflictDoNothing(),
  );

export async function listKnownTenants(db: Db): Promise<KnownTenant[]> {
  const rows = await db
    .select({ row: knownTenants })
    .from(knownTenants)
    .innerJoin(sourceReads, isCurrent(knownTenants))
    .orderBy(knownTenants.tenantId);
  return rows.map(({ row: { readId: _readId, ...row } }) => ({ ...row, tenantId: row.tenantId as TenantId }));
}

export const saveGdapRelationships = (
  db: Db,
  readId: string,
  rows: readonly GdapRelationship[],
): Promise<void> =>
  inBatches(rows, (batch) =>
    db
      .insert(gdapRelationships)
      .values(batch.map((row) => ({ readId, ...row })))
      .onConflictDoNothing(),
  );

export async function listGdapRelationships(db: Db): Promise<GdapRelationship[]> {
  const rows = await db
    .select({ row: gdapRelationships })
    .from(gdapRelationships)
    .innerJoin(sourceReads, isCurrent(gdapRelationships))
    .orderBy(gdapRelationships.id);
  return rows.map(({ row: { readId: _readId, ...row } }) => ({
    ...row,
    customerTenantId: row.customerTenantId as TenantId | null,
  }));
}

export const saveMarketplaceOffers = (
  db: Db,
  readId: string,
  rows: readonly MarketplaceOffer[],
): Promise<void> =>
  inBatches(rows, (batch) =>
    db
      .insert(marketplaceOffers)
      .values(batch.map((row) => ({ readId, ...row })))
      .onConflictDoNothing(),
  );

/** Offers bought in customers' tenants, by whomever. */
export async function listMarketplaceOffers(
  db: Db,
  tenantIds: readonly TenantId[],
): Promise<(MarketplaceOffer & { tenantId: TenantId })[]> {
  const rows = await db
    .select({ row: marketplaceOffers, tenantId: sourceReads.tenantId })
    .from(marketplaceOffers)
    .innerJoin(sourceReads, isCurrent(marketplaceOffers))
    .where(and(eq(sourceReads.source, 'marketplace-offers'), inArray(sourceReads.tenantId, [...tenantIds])))
    .orderBy(marketplaceOffers.id);
  return rows.map(({ row: { readId: _readId, ...row }, tenantId }) => ({
    ...row,
    tenantId: tenantId as TenantId,
    managedByTenantId: row.managedByTenantId as TenantId,
  }));
}
