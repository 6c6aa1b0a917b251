import type { z } from 'zod';
import type { KnownTenant, Subscription } from '#lib/core/facts.ts';
import type { subscriptionWire, TenantWire } from './wire.ts';

export const mapSubscription = (wire: z.infer<typeof subscriptionWire>): Subscription => ({
  subscriptionId: wire.subscriptionId,
  tenantId: wire.tenantId,
  displayName: wire.displayName,
  state: wire.state,
  offer: wire.subscriptionPolicies?.quotaId ?? null,
});

const CATEGORIES = new Map<string, KnownTenant['category']>([
  ['home', 'home'],
  ['projectedby', 'projected-by'],
  ['managedby', 'managed-by'],
]);

export const mapTenant = (wire: TenantWire): KnownTenant => ({
  tenantId: wire.tenantId,
  displayName: wire.displayName,
  domain: wire.defaultDomain ?? wire.domains?.[0] ?? null,
  category: CATEGORIES.get(wire.tenantCategory?.toLowerCase() ?? '') ?? 'other',
});
