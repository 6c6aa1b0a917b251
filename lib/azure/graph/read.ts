import { getClient } from '@azure-rest/core-client';
import type { AgentGroup, GroupMember, Identity } from '#lib/core/facts.ts';
import type { PrincipalId } from '#lib/core/ids.ts';
import type { Caller } from '../caller.ts';
import { converse } from '../conversation.ts';
import { listPages } from '../rest-pages.ts';
import { mapAgentGroup, mapIdentity } from './map.ts';
import { directoryObjectPage } from './wire.ts';

const AGENT_GROUPS = "displayName in ('AdminAgents','HelpdeskAgents')";
const IDENTITY_FIELDS =
  'id,displayName,accountEnabled,userType,userPrincipalName,mail,appId,appOwnerOrganizationId';
const IDENTITY_TYPES = ['user', 'group', 'servicePrincipal', 'device'];
/** Microsoft's limit for one getByIds call. */
const IDS_PER_CALL = 1_000;

const openGraph = (caller: Caller) =>
  converse(caller, { source: 'graph', audience: 'graph' }, ({ endpoint, ...options }) =>
    getClient(endpoint, options),
  );

/** The two groups that every partner tenant has for administering on behalf of its customers. */
export async function* readAgentGroups(caller: Caller): AsyncIterable<AgentGroup[]> {
  const { client, pages } = openGraph(caller);
  const queryParameters = { $filter: AGENT_GROUPS, $select: 'id,displayName' };
  const first = () => client.pathUnchecked('/v1.0/groups').get({ queryParameters });
  const steps = listPages<unknown>(client, first, '@odata.nextLink');
  for await (const page of pages(directoryObjectPage, steps)) yield page.value.map(mapAgentGroup);
}

async function* readIdentityBatch(caller: Caller, ids: readonly PrincipalId[]): AsyncGenerator<Identity[]> {
  const { client, pages } = openGraph(caller);
  const first = () =>
    client.pathUnchecked('/v1.0/directoryObjects/getByIds').post({
      queryParameters: { $select: IDENTITY_FIELDS },
      contentType: 'application/json',
      body: { ids, types: IDENTITY_TYPES },
    });
  const steps = listPages<unknown>(client, first, '@odata.nextLink');
  for await (const page of pages(directoryObjectPage, steps)) {
    yield page.value.map((wire) => mapIdentity(caller.tenantId, wire));
  }
}

/** Ids that the directory does not know are absent from the answer. */
export async function* readIdentities(
  caller: Caller,
  principalIds: Iterable<PrincipalId>,
): AsyncIterable<Identity[]> {
  const ids = [...new Set(principalIds)];
  for (let start = 0; start < ids.length; start += IDS_PER_CALL) {
    yield* readIdentityBatch(caller, ids.slice(start, start + IDS_PER_CALL));
  }
}

export async function* readGroupMembers(caller: Caller, groupId: PrincipalId): AsyncIterable<GroupMember[]> {
  const { client, pages } = openGraph(caller);
  const members = client.pathUnchecked('/v1.0/groups/{id}/transitiveMembers', groupId);
  const first = () => members.get({ queryParameters: { $select: IDENTITY_FIELDS } });
  const steps = listPages<unknown>(client, first, '@odata.nextLink');
  for await (const page of pages(directoryObjectPage, steps)) {
    yield page.value.map((wire) => ({ groupId, member: mapIdentity(caller.tenantId, wire) }));
  }
}
