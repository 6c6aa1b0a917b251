import { parseTenantId, type SubscriptionId, type TenantId } from '#lib/core/ids.ts';
import type { Caller } from '../caller.ts';
import { readGroups, type CostFilter } from './groups.ts';
import type { AskedMonth } from './kinds.ts';

/** The customer that a subscription is billed to, as far as other sources tell. */
export type KnownTenant = (subscriptionId: SubscriptionId) => TenantId | null;

export const parseTenantCell = (cell: string): TenantId | null =>
  parseTenantId(cell.slice(cell.lastIndexOf('/') + 1));

/** Ids stand in the body of a query; for more of them all are asked for. */
const MOST_IDS = 100;

/** Asks whose subscriptions are that no other source names, each once. */
export function openTenants(caller: Caller, asked: AskedMonth) {
  const { customerTenantId, subscriptionId } = asked.dimensions;
  const told = new Map<string, TenantId | null>();

  async function ask(filters: readonly CostFilter[], tenant: string): Promise<void> {
    const groupings = [subscriptionId, tenant] as const;
    for (const { keys } of await readGroups(caller, { ...asked, daily: false, groupings, filters })) {
      told.set((keys[0] ?? '').toLowerCase(), parseTenantCell(keys[1] ?? ''));
    }
  }

  return {
    async learn(subscriptions: readonly string[]): Promise<void> {
      const unknown = subscriptions.filter((one) => !told.has(one.toLowerCase()));
      if (unknown.length === 0 || customerTenantId === null) return;
      const only = { dimension: subscriptionId, values: unknown };
      await ask(unknown.length > MOST_IDS ? [] : [only], customerTenantId);
      for (const one of unknown) if (!told.has(one.toLowerCase())) told.set(one.toLowerCase(), null);
    },
    tenantOf: (subscription: string): TenantId | null => told.get(subscription.toLowerCase()) ?? null,
  };
}
