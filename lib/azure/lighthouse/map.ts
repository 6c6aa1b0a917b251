import type { z } from 'zod';
import type {
  Authorization,
  Delegation,
  DelegationDefinition,
  JustInTimeAuthorization,
  MarketplaceOffer,
  MarketplacePlan,
} from '#lib/core/facts.ts';
import type { SubscriptionId } from '#lib/core/ids.ts';
import { normalResourceId, resourceGroupOf } from '../resource-id.ts';
import type {
  MarketplaceOfferWire,
  planWire,
  registrationAssignmentWire,
  registrationDefinitionWire,
} from './wire.ts';

type DefinitionWire = z.infer<typeof registrationDefinitionWire>;
type AuthorizationWire = NonNullable<DefinitionWire['properties']['authorizations']>[number];
type JustInTimeWire = NonNullable<DefinitionWire['properties']['eligibleAuthorizations']>[number];

const mapAuthorization = (wire: AuthorizationWire): Authorization => ({
  principalId: wire.principalId,
  principalDisplayName: wire.principalIdDisplayName,
  roleDefinitionId: wire.roleDefinitionId,
});

const MULTI_FACTOR = new Map([
  ['azure', true],
  ['none', false],
]);

function mapJustInTime(wire: JustInTimeWire): JustInTimeAuthorization {
  const policy = wire.justInTimeAccessPolicy;
  return {
    ...mapAuthorization(wire),
    maximumActivation: policy?.maximumActivationDuration ?? null,
    multiFactor: MULTI_FACTOR.get(policy?.multiFactorAuthProvider?.toLowerCase() ?? '') ?? null,
    approverIds: (policy?.managedByTenantApprovers ?? []).map(({ principalId }) => principalId),
  };
}

export function mapPlan(wire: z.infer<typeof planWire> | undefined): MarketplacePlan | null {
  if (!wire) return null;
  const { name, publisher, product, version } = wire;
  if (!name && !publisher && !product) return null;
  return { name: name ?? '', publisher: publisher ?? '', product: product ?? '', version: version ?? '' };
}

export const mapDefinition = ({ properties, plan }: DefinitionWire): DelegationDefinition => ({
  name: properties.registrationDefinitionName,
  managedByTenantId: properties.managedByTenantId,
  managedByTenantName: properties.managedByTenantName,
  manageeTenantId: properties.manageeTenantId,
  manageeTenantName: properties.manageeTenantName,
  plan: mapPlan(plan),
  provisioningState: properties.provisioningState ?? 'NotSpecified',
  authorizations: (properties.authorizations ?? []).map(mapAuthorization),
  justInTime: (properties.eligibleAuthorizations ?? []).map(mapJustInTime),
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

export const mapMarketplaceOffer = ({ id, properties, plan }: MarketplaceOfferWire): MarketplaceOffer => ({
  id: normalResourceId(id),
  managedByTenantId: properties.managedByTenantId,
  offerName: properties.offerDisplayName,
  planName: properties.planDisplayName,
  publisherName: properties.publisherDisplayName,
  plan: mapPlan(plan),
});
