import { AuthorizationManagementClient } from '@azure/arm-authorization';
import type { RoleDefinition } from '#lib/core/facts.ts';
import type { SubscriptionId } from '#lib/core/ids.ts';
import type { Caller } from '../caller.ts';
import { converse, pipelineCredential } from '../conversation.ts';
import { mapRoleDefinition } from './map.ts';
import { roleDefinitionPage } from './wire.ts';

const subject = { source: 'role-definitions', audience: 'resource-manager' } as const;

export async function* readRoleDefinitions(
  caller: Caller,
  subscriptionId: SubscriptionId,
): AsyncIterable<RoleDefinition[]> {
  const { client, pages } = converse(
    caller,
    subject,
    (options) => new AuthorizationManagementClient(pipelineCredential, subscriptionId, options),
  );
  const steps = client.roleDefinitions.list(`subscriptions/${subscriptionId}`).byPage();
  for await (const page of pages(roleDefinitionPage, steps)) yield page.value.map(mapRoleDefinition);
}
