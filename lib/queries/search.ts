import 'server-only';
import { LISTED_ROLES } from '#lib/core/roles.ts';
import { searchCustomers, searchSubscriptions } from '#lib/db/search.ts';
import { choosePeriod, queryContext } from './context.ts';
import type { Found, SearchAnswer, SearchQuery } from './schemas/search.ts';

const OF_EACH = 8;
/** A single letter is in nearly everything. */
const SHORTEST = 2;

/** Customers, subscriptions and roles by a part of a name or of an id. */
export async function findAnything({ q: typed }: SearchQuery): Promise<SearchAnswer> {
  const context = await queryContext();
  const q = typed.trim();
  if (q.length < SHORTEST) return { items: [] };
  const { db, visible } = context;
  const asked = { q, visible, limit: OF_EACH };
  const { period } = await choosePeriod(context, undefined);
  const customers = await searchCustomers(db, asked);
  const subscriptions = await searchSubscriptions(db, period, asked);
  return {
    items: [
      ...customers.map(({ tenantId, displayName, domain }): Found => ({
        ...{ kind: 'customer', name: displayName, detail: domain ?? tenantId },
        path: `/customers/${tenantId}`,
      })),
      ...subscriptions.map(({ subscriptionId, tenantId, displayName, customerName }): Found => ({
        ...{ kind: 'subscription', name: displayName, detail: customerName },
        path: `/subscriptions/${subscriptionId}?customer=${tenantId}`,
      })),
      ...rolesNamed(q.toLowerCase()),
    ],
  };
}

const rolesNamed = (wanted: string): Found[] =>
  LISTED_ROLES.filter(({ currentName, roleDefinitionId }) =>
    [currentName, roleDefinitionId].some((text) => text.toLowerCase().includes(wanted)),
  )
    .slice(0, OF_EACH)
    .map(({ currentName, roleDefinitionId }) => ({
      ...{ kind: 'role', name: currentName, detail: roleDefinitionId },
      path: `/roles?q=${roleDefinitionId}`,
    }));
