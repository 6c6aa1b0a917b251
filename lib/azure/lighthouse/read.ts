import type { Delegation, MarketplaceOffer } from '#lib/core/facts.ts';
import type { SubscriptionId } from '#lib/core/ids.ts';
import { ManagedServicesClient } from '../arm-managedservices/client.ts';
import type { Caller } from '../caller.ts';
import { converse, pipelineCredential } from '../conversation.ts';
import { mapDelegation, mapMarketplaceOffer } from './map.ts';
import { marketplaceOfferPage, registrationAssignmentPage } from './wire.ts';

const subject = { source: 'managed-services', audience: 'resource-manager' } as const;

const openManagedServices = (caller: Caller) =>
  converse(caller, subject, (options) => new ManagedServicesClient(pipelineCredential, options));

export async function* readDelegations(
  caller: Caller,
  subscriptionId: SubscriptionId,
): AsyncIterable<Delegation[]> {
  const { client, pages } = openManagedServices(caller);
  const listing = client.registrationAssignments.list(`subscriptions/${subscriptionId}`, {
    expandRegistrationDefinition: true,
  });
  for await (const page of pages(registrationAssignmentPage, listing.byPage())) {
    yield page.value.map((wire) => mapDelegation(subscriptionId, wire));
  }
}

/** Managed service offers that were bought: in the whole tenant of the caller, or in one subscription. */
export async function* readMarketplaceOffers(
  caller: Caller,
  subscriptionId: SubscriptionId | null,
): AsyncIterable<MarketplaceOffer[]> {
  const { client, pages } = openManagedServices(caller);
  const listing =
    subscriptionId === null
      ? client.marketplaceRegistrationDefinitionsWithoutScope.list()
      : client.marketplaceRegistrationDefinitions.list(`subscriptions/${subscriptionId}`);
  for await (const page of pages(marketplaceOfferPage, listing.byPage())) {
    yield page.value.map(mapMarketplaceOffer);
  }
}
