import { json, matchPath, paramOf, type Answer, type Call } from './http.ts';
import { graphError } from './graph-error.ts';
import {
  listAssignmentInstances,
  listEligibilityInstances,
  listRelationships,
  type GraphCall,
} from './graph-governance.ts';
import { membersOf, propertiesOf, wireOfObject } from './graph-objects.ts';
import { pageOf } from './paging.ts';
import type { Simulation } from './simulation.ts';
import type { TokenProblem } from './tokens.ts';
import type { DirectoryObject } from './worlds/types.ts';

const READS_GROUPS = ['GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All'];
const READS_OBJECTS = ['User.Read.All', 'Application.Read.All', 'Directory.Read.All'];
const READS_USERS = ['User.Read.All', 'Directory.Read.All'];
const READS_APPLICATIONS = ['Application.Read.All', 'Directory.Read.All'];
const READS_RELATIONSHIPS = [
  'DelegatedAdminRelationship.Read.All',
  'DelegatedAdminRelationship.ReadWrite.All',
];
const READS_ASSIGNMENTS = [
  'PrivilegedAssignmentSchedule.Read.AzureADGroup',
  'PrivilegedAccess.Read.AzureADGroup',
];
const READS_ELIGIBILITIES = [
  'PrivilegedEligibilitySchedule.Read.AzureADGroup',
  'PrivilegedAccess.Read.AzureADGroup',
];
const GOVERNANCE = '/v1.0/identityGovernance/privilegedAccess/group';

const ROUTES = [
  ['/v1.0/groups', 'GET', READS_GROUPS, listGroups],
  ['/v1.0/groups/:groupId/transitiveMembers', 'GET', READS_GROUPS, listMembers],
  ['/v1.0/directoryObjects/getByIds', 'POST', READS_OBJECTS, getByIds],
  ['/v1.0/users/:id', 'GET', READS_USERS, (held: GraphCall) => getObject(held, 'user')],
  [
    '/v1.0/servicePrincipals/:id',
    'GET',
    READS_APPLICATIONS,
    (held: GraphCall) => getObject(held, 'servicePrincipal'),
  ],
  ['/v1.0/tenantRelationships/delegatedAdminRelationships', 'GET', READS_RELATIONSHIPS, listRelationships],
  [`${GOVERNANCE}/assignmentScheduleInstances`, 'GET', READS_ASSIGNMENTS, listAssignmentInstances],
  [`${GOVERNANCE}/eligibilityScheduleInstances`, 'GET', READS_ELIGIBILITIES, listEligibilityInstances],
] as const;

export async function answerGraph(call: Call, simulation: Simulation): Promise<Answer> {
  const verified = await simulation.tokens.verify(call.headers.authorization, 'graph');
  if ('problem' in verified) return unauthenticated(verified.problem, simulation);
  const { caller } = verified;
  const tenant = simulation.world.tenants.get(caller.tenantId);
  if (tenant === undefined) throw new Error('tokens are only issued for tenants of the world');
  for (const [pattern, method, roles, answer] of ROUTES) {
    const params = matchPath(pattern, call.path);
    if (params === null) continue;
    if (call.method !== method) return wrongMethod(simulation);
    if (!roles.some((role) => caller.graphRoles.includes(role))) return denied(simulation);
    const quota = simulation.quotas.graph(`${caller.tenantId} ${caller.appId}`);
    if (!quota.allowed) return { ...throttled(simulation), headers: quota.headers };
    const answered = answer({ call, params, caller, tenant, simulation });
    return { ...answered, headers: { 'content-type': GRAPH_JSON, ...answered.headers } };
  }
  const message = `Resource not found for the segment '${call.path.split('/')[2] ?? ''}'.`;
  return graphError(400, 'BadRequest', message, simulation);
}

const GRAPH_JSON =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

function listGroups({ call, tenant, simulation }: GraphCall): Answer {
  const groups = [...tenant.objects.values()].filter((object) => object.kind === 'group');
  const filter = call.query.get('$filter');
  const names = filter === null ? null : namesOf(filter);
  if (filter !== null && names === null) {
    return graphError(400, 'Request_UnsupportedQuery', `Unsupported filter '${filter}'.`, simulation);
  }
  const found =
    names === null ? groups : groups.filter(({ displayName }) => names.has(displayName.toLowerCase()));
  return collectionOf(found, 'groups', call, simulation);
}

/** displayName eq 'a' | displayName in ('a', 'b'); Graph compares names without regard to case. */
function namesOf(filter: string): Set<string> | null {
  const one = /^displayName eq '((?:[^']|'')*)'$/i.exec(filter.trim())?.[1];
  const several = /^displayName in \(\s*('(?:[^']|'')*'(?:\s*,\s*'(?:[^']|'')*')*)\s*\)$/i.exec(
    filter.trim(),
  )?.[1];
  const quoted =
    one === undefined ? several?.match(/'(?:[^']|'')*'/g)?.map((text) => text.slice(1, -1)) : [one];
  return quoted === undefined
    ? null
    : new Set(quoted.map((text) => text.replaceAll("''", "'").toLowerCase()));
}

function listMembers({ call, params, tenant, simulation }: GraphCall): Answer {
  const groupId = paramOf(params, 'groupId').toLowerCase();
  const group = tenant.objects.get(groupId);
  if (group?.kind !== 'group') {
    const message = `Resource '${groupId}' does not exist or one of its queried reference-property objects are not present.`;
    return graphError(404, 'Request_ResourceNotFound', message, simulation);
  }
  return collectionOf(membersOf(group, tenant), 'directoryObjects', call, simulation);
}

/** By its own address only what the type has may be selected. */
function getObject({ call, params, tenant, simulation }: GraphCall, kind: DirectoryObject['kind']): Answer {
  const id = paramOf(params, 'id').toLowerCase();
  const object = tenant.objects.get(id);
  if (object?.kind !== kind) {
    const message = `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`;
    return graphError(404, 'Request_ResourceNotFound', message, simulation);
  }
  const select = call.query.get('$select');
  const known = Object.keys(propertiesOf(object)).map((name) => name.toLowerCase());
  const unknown = select?.split(',').find((name) => !known.includes(name.trim().toLowerCase()));
  if (unknown !== undefined) {
    const message = `Could not find a property named '${unknown}' on type 'microsoft.graph.${kind}'.`;
    return graphError(400, 'BadRequest', message, simulation);
  }
  return json({
    '@odata.context': `${call.origin}/v1.0/$metadata#${kind}s/$entity`,
    ...wireOfObject(object, { select, typed: false }),
  });
}

function collectionOf(
  found: readonly DirectoryObject[],
  set: string,
  call: Call,
  simulation: Simulation,
): Answer {
  const page = pageOf(found, call);
  if ('refusal' in page) {
    return graphError(400, 'Request_BadRequest', 'The skip token is not valid.', simulation);
  }
  const typed = set === 'directoryObjects';
  const select = call.query.get('$select');
  return json({
    '@odata.context': `${call.origin}/v1.0/$metadata#${set}`,
    ...(page.nextLink === undefined ? {} : { '@odata.nextLink': page.nextLink }),
    value: page.items.map((object) => wireOfObject(object, { select, typed })),
  });
}

const MOST_IDS = 1000;
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function getByIds({ call, tenant, simulation }: GraphCall): Answer {
  const asked = idsOf(call.body);
  if (asked === null) {
    return graphError(400, 'Request_BadRequest', 'The request body holds no list of ids.', simulation);
  }
  if (asked.ids.length > MOST_IDS) {
    const message = `Too many ids: ${asked.ids.length}. At most ${MOST_IDS} are taken.`;
    return graphError(400, 'Request_BadRequest', message, simulation);
  }
  const invalid = asked.ids.find((id) => !GUID.test(id));
  if (invalid !== undefined) {
    return graphError(400, 'Request_BadRequest', `Invalid GUID: ${invalid}`, simulation);
  }
  const found = [...new Set(asked.ids.map((id) => id.toLowerCase()))]
    .flatMap((id) => tenant.objects.get(id) ?? [])
    .filter(({ kind }) => asked.types === null || asked.types.includes(kind));
  const select = call.query.get('$select');
  return json({
    '@odata.context': `${call.origin}/v1.0/$metadata#directoryObjects`,
    value: found.map((object) => wireOfObject(object, { select, typed: true })),
  });
}

function idsOf(body: string): { ids: string[]; types: string[] | null } | null {
  try {
    const held: unknown = JSON.parse(body);
    if (typeof held !== 'object' || held === null || !('ids' in held) || !Array.isArray(held.ids))
      return null;
    const types = 'types' in held && Array.isArray(held.types) ? held.types.map(String) : null;
    return { ids: held.ids.map(String), types: types?.includes('directoryObject') ? null : types };
  } catch {
    return null;
  }
}

const PROBLEMS: Readonly<Record<TokenProblem, string>> = {
  missing: 'Access token is empty.',
  malformed: 'IDX14100: JWT is not well formed.',
  signature: 'Signature is invalid.',
  expired: 'Lifetime validation failed, the token is expired.',
  audience: 'Access token validation failure. Invalid audience.',
  issuer: 'Access token validation failure. Invalid issuer.',
};

const unauthenticated = (problem: TokenProblem, simulation: Simulation): Answer =>
  graphError(401, 'InvalidAuthenticationToken', PROBLEMS[problem], simulation);

const throttled = (simulation: Simulation): Answer =>
  graphError(429, 'TooManyRequests', 'Too many requests. Try again later.', simulation);

const denied = (simulation: Simulation): Answer =>
  graphError(
    403,
    'Authorization_RequestDenied',
    'Insufficient privileges to complete the operation.',
    simulation,
  );

const wrongMethod = (simulation: Simulation): Answer =>
  graphError(
    405,
    'Request_BadRequest',
    'Specified HTTP method is not allowed for the request target.',
    simulation,
  );
