import { CostManagementClient } from '@azure/arm-costmanagement';
import type { CostScope } from '#lib/core/cost-plan.ts';
import { pipelineCredential, type SdkOptions } from '../conversation.ts';

/** The SDK's own default is 2022-10-01. */
export const API_VERSION = '2023-11-01';

export const openCostClient = (options: SdkOptions): CostManagementClient =>
  new CostManagementClient(pipelineCredential, { ...options, apiVersion: API_VERSION });

export const billingAccountScope = (name: string): string =>
  `providers/Microsoft.Billing/billingAccounts/${name}`;

/** Without a leading slash: the SDK would double it. */
export function pathOfScope(scope: CostScope): string {
  const account = billingAccountScope(scope.billingAccountName);
  return scope.kind === 'profile'
    ? `${account}/billingProfiles/${scope.billingProfileName}`
    : `${account}/customers/${scope.customerId}`;
}
