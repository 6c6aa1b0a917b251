import type { Delegation } from '#lib/core/facts.ts';
import type { SubscriptionId } from '#lib/core/ids.ts';
import { ManagedServicesClient } from '../arm-managedservices/client.ts';
import type { Caller } from '../caller.ts';
import { converse, pipelineCredential } from '../conversation.ts';
import { mapDelegation } from './map.ts';
import { registrationAssignmentPage } from './wire.ts';

const subject = { source: 'managed-services', audience: 'resource-manager' } as const;

export async function* readDelegations(
  caller: Caller,
  subscriptionId: SubscriptionId,
): AsyncIterable<Delegation[]> {
  const { client, pages } = converse(
    caller,
    subject,
    (options) => new ManagedServicesClient(pipelineCredential, options),
  );
  const listing = client.registrationAssignments.list(`subscriptions/${subscriptionId}`, {
    expandRegistrationDefinition: true,
  });
  for await (const page of pages(registrationAssignmentPage, listing.byPage())) {
    yield page.value.map((wire) => mapDelegation(subscriptionId, wire));
  }
}
