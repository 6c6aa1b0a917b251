import type { CostScope } from '#lib/core/cost-plan.ts';

export const billingAccountScope = (name: string): string =>
  `providers/Microsoft.Billing/billingAccounts/${name}`;

/** Without a leading slash: the SDK would double it. */
export function pathOfScope(scope: CostScope): string {
  const account = billingAccountScope(scope.billingAccountName);
  return scope.kind === 'profile'
    ? `${account}/billingProfiles/${scope.billingProfileName}`
    : `${account}/customers/${scope.customerId}`;
}
