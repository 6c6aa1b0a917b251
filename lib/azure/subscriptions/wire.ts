import { z } from 'zod';
import { optionalText, pageOf, subscriptionId, tenantId } from '../wire.ts';

export const subscriptionWire = z.object({
  subscriptionId,
  tenantId,
  displayName: z.string(),
  state: z.string(),
  subscriptionPolicies: z.object({ quotaId: optionalText }).nullish(),
});

export const subscriptionPage = pageOf(subscriptionWire);

export const tenantPage = pageOf(
  z.object({
    tenantId,
    displayName: optionalText,
    defaultDomain: optionalText,
    domains: z.array(z.string()).nullish(),
    tenantCategory: optionalText,
  }),
);
export type TenantWire = z.infer<typeof tenantPage>['value'][number];
