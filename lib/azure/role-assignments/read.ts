import { AuthorizationManagementClient } from '@azure/arm-authorization';
import type { RoleAssignment } from '#lib/core/facts.ts';
import type { SubscriptionId } from '#lib/core/ids.ts';
import type { Caller } from '../caller.ts';
import { converse, pipelineCredential } from '../conversation.ts';
import { mapRoleAssignment } from './map.ts';
import { roleAssignmentPage } from './wire.ts';

const subject = { source: 'role-assignments', audience: 'resource-manager' } as const;

/** Assignments at, above and below the subscription. */
export async function* readRoleAssignments(
  caller: Caller,
  subscriptionId: SubscriptionId,
): AsyncIterable<RoleAssignment[]> {
  const { client, pages } = converse(
    caller,
    subject,
    (options) => new AuthorizationManagementClient(pipelineCredential, subscriptionId, options),
  );
  const steps = client.roleAssignments.listForScope(`subscriptions/${subscriptionId}`).byPage();
  for await (const page of pages(roleAssignmentPage, steps)) {
    yield page.value.map((wire) => mapRoleAssignment(subscriptionId, wire));
  }
}
