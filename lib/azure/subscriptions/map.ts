import type { z } from 'zod';
import type { Subscription } from '#lib/core/facts.ts';
import type { subscriptionWire } from './wire.ts';

export const mapSubscription = (wire: z.infer<typeof subscriptionWire>): Subscription => ({
  subscriptionId: wire.subscriptionId,
  tenantId: wire.tenantId,
  displayName: wire.displayName,
  state: wire.state,
  offer: wire.subscriptionPolicies?.quotaId ?? null,
});
