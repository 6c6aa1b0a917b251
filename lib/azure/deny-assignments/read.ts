import { AuthorizationManagementClient } from '@azure/arm-authorization';
import type { DenyAssignment } from '#lib/core/facts.ts';
import type { SubscriptionId } from '#lib/core/ids.ts';
import type { Caller } from '../caller.ts';
import { converse, pipelineCredential } from '../conversation.ts';
import { mapDenyAssignment } from './map.ts';
import { denyAssignmentPage } from './wire.ts';

const subject = { source: 'deny-assignments', audience: 'resource-manager' } as const;

/** At, above and below the subscription. */
export async function* readDenyAssignments(
  caller: Caller,
  subscriptionId: SubscriptionId,
): AsyncIterable<DenyAssignment[]> {
  const { client, pages } = converse(
    caller,
    subject,
    (options) => new AuthorizationManagementClient(pipelineCredential, subscriptionId, options),
  );
  const steps = client.denyAssignments.listForScope(`subscriptions/${subscriptionId}`).byPage();
  for await (const page of pages(denyAssignmentPage, steps)) {
    yield page.value.flatMap((wire) => mapDenyAssignment(subscriptionId, wire));
  }
}
