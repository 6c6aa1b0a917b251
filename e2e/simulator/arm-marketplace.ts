import type { ArmCall, ArmRoute } from './arm-route.ts';
import { json, type Answer } from './http.ts';
import { pageOf } from './paging.ts';
import { authorised } from './rights.ts';
import type { MarketplaceOffer } from './worlds/types.ts';

const TYPE = 'Microsoft.ManagedServices/marketplaceRegistrationDefinitions';
const VERSION = '2022-10-01';

export const marketplaceRoutes: readonly ArmRoute[] = [
  { api: 'managed-services', pattern: `/providers/${TYPE}`, version: VERSION, methods: { GET: list } },
  {
    api: 'managed-services',
    pattern: `/subscriptions/:subscriptionId/providers/${TYPE}`,
    version: VERSION,
    methods: { GET: list },
  },
];

/** Offers that somebody of the token's own tenant bought; another tenant's are nobody else's business. */
function list({ call, params, caller, simulation }: ArmCall): Answer {
  const { subscriptionId } = params;
  if (subscriptionId !== undefined) {
    const asked = authorised(caller, subscriptionId, `${TYPE}/read`, simulation);
    if ('refusal' in asked) return asked.refusal;
  }
  const owner =
    subscriptionId === undefined
      ? caller.tenantId
      : simulation.world.subscriptions.get(subscriptionId.toLowerCase())?.tenantId;
  const offers = simulation.world.customers.find(({ tenantId }) => tenantId === owner)?.offers ?? [];
  const page = pageOf(offers, call);
  if ('refusal' in page) return page.refusal;
  const scope = subscriptionId === undefined ? '' : `/subscriptions/${subscriptionId}`;
  return json({
    value: page.items.map((offer) => wireOf(offer, scope)),
    ...(page.nextLink === undefined ? {} : { nextLink: page.nextLink }),
  });
}

const wireOf = (offer: MarketplaceOffer, scope: string) => ({
  id: `${scope}/providers/${TYPE}/${offer.identifier}`,
  name: offer.identifier,
  type: TYPE,
  plan: offer.plan,
  properties: {
    managedByTenantId: offer.managedByTenantId,
    authorizations: offer.authorizations.map(({ principalId, principalName, roleId }) => ({
      principalId,
      principalIdDisplayName: principalName,
      roleDefinitionId: roleId,
    })),
    offerDisplayName: offer.offerName,
    publisherDisplayName: offer.publisherName,
    planDisplayName: offer.planName,
  },
});
