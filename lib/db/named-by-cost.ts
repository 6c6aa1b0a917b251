import { and, eq, inArray, ne } from 'drizzle-orm';
import type { TenantId } from '#lib/core/ids.ts';
import type { Period } from '#lib/core/periods.ts';
import type { Db } from './db.ts';
import { isCurrent } from './reads.ts';
import { dailyCosts, sourceReads } from './schema.ts';

const ofProfiles = and(
  eq(sourceReads.source, 'costs'),
  eq(sourceReads.tenantId, ''),
  ne(dailyCosts.tenantId, ''),
);

/** Customers that cost of billing profiles names, in any month: billing may list some of them no longer. */
export async function listCostTenants(db: Db): Promise<TenantId[]> {
  const rows = await db
    .selectDistinct({ tenantId: dailyCosts.tenantId })
    .from(dailyCosts)
    .innerJoin(sourceReads, isCurrent(dailyCosts))
    .where(ofProfiles);
  // Written from parsed tenant ids.
  return rows.map(({ tenantId }) => tenantId as TenantId);
}

/** Billing profiles whose cost of a month names a customer, by the customer: it may be billed elsewhere by now. */
export async function listNamingProfiles(
  db: Db,
  period: Period,
  tenantIds: readonly TenantId[],
): Promise<Map<TenantId, string[]>> {
  if (tenantIds.length === 0) return new Map();
  const rows = await db
    .selectDistinct({ tenantId: dailyCosts.tenantId, scope: sourceReads.scope })
    .from(dailyCosts)
    .innerJoin(sourceReads, isCurrent(dailyCosts))
    .where(and(ofProfiles, eq(sourceReads.period, period), inArray(dailyCosts.tenantId, [...tenantIds])));
  const scopes = new Map<TenantId, string[]>();
  for (const { tenantId, scope } of rows) {
    const of = tenantId as TenantId;
    scopes.set(of, [...(scopes.get(of) ?? []), scope]);
  }
  return scopes;
}
