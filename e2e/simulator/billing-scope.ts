import type { ArmCall } from './arm-route.ts';
import { paramOf, type Answer, type Params } from './http.ts';
import { authorizationFailed, mayReadBilling } from './rights.ts';

export const PAGE_OF_BILLING = 1000;

export const billingScope = (params: Params): string =>
  `/providers/Microsoft.Billing/billingAccounts/${paramOf(params, 'billingAccountName')}`;

/** Only who holds a billing role on the partner's account may read anything of it. */
export function refuseBilling(
  { caller, params, simulation: { world } }: ArmCall,
  action: string,
): Answer | null {
  const known = paramOf(params, 'billingAccountName') === world.partner.billingAccountName;
  if (known && mayReadBilling(caller, world)) return null;
  return authorizationFailed(caller, `Microsoft.Billing/billingAccounts/${action}`, billingScope(params));
}
