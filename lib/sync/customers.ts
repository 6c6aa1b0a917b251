import type { TenantId } from '#lib/core/ids.ts';
import {
  listBilledCustomers,
  listCustomers,
  listVisibleSubscriptions,
  saveCustomers,
} from '#lib/db/customers.ts';
import { listManageeNames } from '#lib/db/delegations.ts';
import { listCostTenants } from '#lib/db/named-by-cost.ts';
import { EVERY_CUSTOMER } from '#lib/db/visible-customers.ts';
import { listKnownTenants } from '#lib/db/tenants.ts';
import { instant, type SyncDeps } from './deps.ts';

/**
 * Every customer's tenant that billing, a visible subscription, a delegation or cost names, with the best name known,
 * sorted. Customers seen in earlier runs stay.
 */
export async function nameCustomers(deps: SyncDeps): Promise<TenantId[]> {
  const { db, profile } = deps;
  const billed = new Map((await listBilledCustomers(db)).map((row) => [row.tenantId, row]));
  const names = await listManageeNames(db);
  const known = new Map((await listKnownTenants(db)).map((row) => [row.tenantId, row]));
  const seen = (await listVisibleSubscriptions(db)).map(({ tenantId }) => tenantId);
  // Customers were stored with parsed tenant ids.
  const held = new Map(
    (await listCustomers(db, EVERY_CUSTOMER)).map((row) => [row.tenantId as TenantId, row.displayName]),
  );
  const costed = await listCostTenants(db);
  const tenants = [...new Set([...billed.keys(), ...seen, ...costed, ...held.keys()])]
    .filter((tenantId) => tenantId !== profile.managingTenantId)
    .sort();
  await saveCustomers(
    db,
    instant(deps),
    tenants.map((tenantId) => ({
      tenantId,
      displayName:
        billed.get(tenantId)?.displayName ??
        known.get(tenantId)?.displayName ??
        names.get(tenantId) ??
        held.get(tenantId) ??
        tenantId,
      domain: known.get(tenantId)?.domain ?? null,
      billingAccountName: billed.get(tenantId)?.billingAccountName ?? null,
      billingCustomerId: billed.get(tenantId)?.customerId ?? null,
    })),
  );
  return tenants;
}
