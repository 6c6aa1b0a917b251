import type { Facts, Read } from '#lib/core/evidence.ts';
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
  return found === undefined ? null : withoutKeys(found.facts);
}

type StoreKeys = { readId?: unknown; tenantId?: unknown };

/** Rows of the store carry the keys that they are kept under: no part of the facts. */
const plainRows = <Row extends object>(held: Read<readonly Row[]>): Read<readonly Row[]> =>
  held.state === 'unread'
    ? held
    : {
        ...held,
        value: held.value.map((row) => {
          const { readId: _readId, tenantId: _tenantId, ...plain } = row as Row & StoreKeys;
          // Row has neither key in its own type.
          return plain as Row;
        }),
      };

function withoutKeys({ managing, customer, subscription, ...rest }: Facts): Facts {
  return {
    ...rest,
    managing: {
      ...managing,
      links: new Map(
        [...managing.links].map(([key, { tenantId, principalId, displayName, how, checkedAt, link }]) => [
          key,
          { tenantId, principalId, displayName, how, checkedAt, link },
        ]),
      ),
    },
    customer: { ...customer, marketplaceOffers: plainRows(customer.marketplaceOffers) },
    subscription: {
      ...subscription,
      delegations: plainRows(subscription.delegations),
      roleAssignments: plainRows(subscription.roleAssignments),
      denyAssignments: plainRows(subscription.denyAssignments),
      roleSchedules: plainRows(subscription.roleSchedules),
      costs: plainRows(subscription.costs),
      groupedCosts: plainRows(subscription.groupedCosts),
    },
  };
}
