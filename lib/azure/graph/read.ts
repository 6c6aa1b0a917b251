import { getClient } from '@azure-rest/core-client';
import type {
  AgentGroup,
  GdapRelationship,
  GroupMember,
  Identity,
  MembershipSchedule,
  PrincipalType,
} from '#lib/core/facts.ts';
import type { PrincipalId } from '#lib/core/ids.ts';
import type { Caller } from '../caller.ts';
import { converse } from '../conversation.ts';
import { listPages } from '../rest-pages.ts';
import { AzureFailure } from '../failure.ts';
import { mapAgentGroup, mapIdentity, mapMembershipSchedule, mapRelationship } from './map.ts';
import {
  directoryObjectPage,
  directoryObjectWire,
  membershipSchedulePage,
  relationshipPage,
} from './wire.ts';

const AGENT_GROUPS = "displayName in ('AdminAgents','HelpdeskAgents')";
const IDENTITY_FIELDS =
  'id,displayName,accountEnabled,userType,userPrincipalName,mail,appId,appOwnerOrganizationId';
const IDENTITY_TYPES = ['user', 'group', 'servicePrincipal', 'device'];
/** Microsoft's limit for one getByIds call. */
const IDS_PER_CALL = 1_000;

/** Microsoft's limit for one page of relationships. */
const RELATIONSHIPS_PER_PAGE = 300;

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
  for (const ids of inIdentityBatches(principalIds)) yield* readIdentityBatch(caller, ids);
}

/** As many as one call takes. */
export function inIdentityBatches(principalIds: Iterable<PrincipalId>): PrincipalId[][] {
  const ids = [...new Set(principalIds)];
  return Array.from({ length: Math.ceil(ids.length / IDS_PER_CALL) }, (_, index) =>
    ids.slice(index * IDS_PER_CALL, (index + 1) * IDS_PER_CALL),
  );
}

/** Asked by type, a field of another type is an error. */
const ADDRESSES = new Map<PrincipalType, { collection: string; fields: string }>([
  ['user', { collection: 'users', fields: 'id,displayName,accountEnabled,userType,userPrincipalName,mail' }],
  [
    'service-principal',
    {
      collection: 'servicePrincipals',
      fields: 'id,displayName,accountEnabled,appId,appOwnerOrganizationId',
    },
  ],
]);

type Known = { principalId: PrincipalId; type: PrincipalType };

/** One identity at its own address, where a list left open whether it is enabled. null: gone from the directory. */
export async function readIdentity(caller: Caller, { principalId, type }: Known): Promise<Identity | null> {
  const { client, answer } = openGraph(caller);
  const { collection, fields } = ADDRESSES.get(type) ?? {
    collection: 'directoryObjects',
    fields: 'id,displayName',
  };
  const object = client.pathUnchecked('/v1.0/{collection}/{id}', collection, principalId);
  try {
    const wire = await answer(directoryObjectWire, () =>
      object.get({ queryParameters: { $select: fields } }),
    );
    return wire === null ? null : { ...mapIdentity(caller.tenantId, wire), type };
  } catch (error) {
    if (error instanceof AzureFailure && error.kind === 'not-found') return null;
    throw error;
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

/** Granular delegated admin privileges towards all customers of the caller's tenant. */
export async function* readGdapRelationships(caller: Caller): AsyncIterable<GdapRelationship[]> {
  const { client, pages } = openGraph(caller);
  const relationships = client.pathUnchecked('/v1.0/tenantRelationships/delegatedAdminRelationships');
  const first = () => relationships.get({ queryParameters: { $top: RELATIONSHIPS_PER_PAGE } });
  const steps = listPages<unknown>(client, first, '@odata.nextLink');
  for await (const page of pages(relationshipPage, steps)) yield page.value.map(mapRelationship);
}

export const SCHEDULE_LISTS = ['assignment', 'eligibility'] as const;
type ScheduleList = (typeof SCHEDULE_LISTS)[number];

/** Who is a member for a time only, or who may become one (Privileged Identity Management for groups). */
export async function* readScheduleList(
  caller: Caller,
  groupId: PrincipalId,
  list: ScheduleList,
): AsyncIterable<MembershipSchedule[]> {
  const { client, pages } = openGraph(caller);
  const queryParameters = { $filter: `groupId eq '${groupId}'` };
  const instances = client.pathUnchecked(
    `/v1.0/identityGovernance/privilegedAccess/group/${list}ScheduleInstances`,
  );
  const steps = listPages<unknown>(client, () => instances.get({ queryParameters }), '@odata.nextLink');
  for await (const page of pages(membershipSchedulePage, steps)) {
    yield page.value.map((wire) => mapMembershipSchedule(list, wire));
  }
}

export async function* readMembershipSchedules(
  caller: Caller,
  groupId: PrincipalId,
): AsyncIterable<MembershipSchedule[]> {
  for (const list of SCHEDULE_LISTS) yield* readScheduleList(caller, groupId, list);
}
