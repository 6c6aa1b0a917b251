import type { Facts } from '#lib/core/evidence.ts';
import type { SubscriptionId, TenantId } from '#lib/core/ids.ts';
import type { Period } from '#lib/core/periods.ts';
import type { SyncDeps } from './deps.ts';
import { loadMonth } from './load-costs.ts';
import { loadCustomers } from './load-facts.ts';
import { loadShared } from './load-shared.ts';

type Asked = { tenantId: TenantId; subscriptionId: SubscriptionId; period: Period };

/** The facts that one subscription is judged by, as they are held now; null where none are. */
export async function loadSubscriptionFacts(
  deps: SyncDeps,
  { tenantId, subscriptionId, period }: Asked,
): Promise<Facts | null> {
  const month = await loadMonth(deps.db, period);
  const known = await loadCustomers(deps, await loadShared(deps), {
    tenantIds: [tenantId],
    period,
    month,
  });
  const found = known
    .get(tenantId)
    ?.subscriptions.find(({ facts }) => facts.subscription.subscriptionId === subscriptionId);
  return found?.facts ?? null;
}
