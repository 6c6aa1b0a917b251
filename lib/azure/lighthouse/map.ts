import type { z } from 'zod';
import type { Authorization, Delegation, DelegationDefinition } from '#lib/core/facts.ts';
import type { SubscriptionId } from '#lib/core/ids.ts';
import { normalResourceId, resourceGroupOf } from '../resource-id.ts';
import type { registrationAssignmentWire, registrationDefinitionWire } from './wire.ts';

type DefinitionWire = z.infer<typeof registrationDefinitionWire>;
type AuthorizationWires = DefinitionWire['properties']['authorizations'];

const mapAuthorizations = (wires: AuthorizationWires): Authorization[] =>
  (wires ?? []).map(({ principalId, principalIdDisplayName, roleDefinitionId }) => ({
    principalId,
    principalDisplayName: principalIdDisplayName,
    roleDefinitionId,
  }));

const mapDefinition = ({ properties, plan }: DefinitionWire): DelegationDefinition => ({
  name: properties.registrationDefinitionName,
  managedByTenantId: properties.managedByTenantId,
  managedByTenantName: properties.managedByTenantName,
  manageeTenantId: properties.manageeTenantId,
  manageeTenantName: properties.manageeTenantName,
  plan: plan ?? null,
  provisioningState: properties.provisioningState ?? 'NotSpecified',
  authorizations: mapAuthorizations(properties.authorizations),
  justInTime: mapAuthorizations(properties.eligibleAuthorizations).map((authorization) => ({
    ...authorization,
    maximumActivation: null,
    multiFactor: null,
    approverIds: [],
  })),
});

/** A listing at a subscription also holds the delegations of its resource groups (contracts.md section 2). */
export function mapDelegation(
  subscriptionId: SubscriptionId,
  { id, properties, systemData }: z.infer<typeof registrationAssignmentWire>,
): Delegation {
  const { registrationDefinitionId, provisioningState, registrationDefinition } = properties;
  return {
    id: normalResourceId(id),
    subscriptionId,
    resourceGroup: resourceGroupOf(id),
    definitionId: normalResourceId(registrationDefinitionId),
    definition: registrationDefinition ? mapDefinition(registrationDefinition) : null,
    provisioningState,
    createdAt: systemData?.createdAt ?? null,
  };
}
