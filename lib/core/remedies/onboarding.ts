import type { PrincipalId, RoleDefinitionId, SubscriptionId, TenantId } from '../ids.ts';

/** A delegation of one permanent role to one principal of ours. */
export type Onboarding = {
  subscriptionId: SubscriptionId;
  managingTenantId: TenantId;
  principalId: PrincipalId;
  principalName: string;
  roleDefinitionId: RoleDefinitionId;
  /** null: the whole subscription. */
  resourceGroup: string | null;
};

export const OFFER_NAME = 'Managed services';
export const DESCRIPTION = 'Permanent access for the partner that manages this subscription.';
export const API_VERSION = '2022-10-01';
export const DEPLOYMENTS_VERSION = '2022-09-01';
export const NESTED_SCHEMA =
  'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';
