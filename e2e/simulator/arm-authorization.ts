import type { ArmCall, ArmRoute } from './arm-route.ts';
import { armError, json, paramOf, type Answer, type Params } from './http.ts';
import { pageOf } from './paging.ts';
import { authorised, authorisedAt } from './rights.ts';
import { heldAt, SCOPES } from './scope.ts';
import { BUILT_IN_ROLES, type Role } from './worlds/roles.ts';
import type { RoleAssignment, Subscription } from './worlds/types.ts';

const VERSION = '2022-04-01';
const NAMESPACE = 'Microsoft.Authorization';
const BASE = `/subscriptions/:subscriptionId/providers/${NAMESPACE}`;

export const authorizationRoutes: readonly ArmRoute[] = [
  {
    api: 'role-definitions',
    pattern: `${BASE}/roleDefinitions`,
    version: VERSION,
    methods: { GET: listDefinitions },
  },
  ...SCOPES.map((scope): ArmRoute => ({
    api: 'role-assignments',
    pattern: `${scope}/providers/${NAMESPACE}/roleAssignments`,
    version: VERSION,
    methods: { GET: listAssignments },
  })),
];

/** All roles in one answer, without pages, each under the id of the subscription that was asked. */
function listDefinitions({ call, params, caller, simulation }: ArmCall): Answer {
  const asked = authorised(
    caller,
    paramOf(params, 'subscriptionId'),
    `${NAMESPACE}/roleDefinitions/read`,
    simulation,
  );
  if ('refusal' in asked) return asked.refusal;
  const filter = call.query.get('$filter');
  const roles = filter === null ? BUILT_IN_ROLES : filteredRoles(filter);
  if (roles === null) return unsupportedFilter(filter ?? '');
  return json({ value: roles.map((role) => definitionOf(role, asked.subscription)) });
}

function filteredRoles(filter: string): readonly Role[] | null {
  const [, field, value = ''] = /^\s*(roleName|type)\s+eq\s+'([^']*)'\s*$/i.exec(filter) ?? [];
  if (field === undefined) return null;
  const wanted = value.toLowerCase();
  if (field.toLowerCase() === 'type') return wanted === 'builtinrole' ? BUILT_IN_ROLES : [];
  return BUILT_IN_ROLES.filter(({ name }) => name.toLowerCase() === wanted);
}

const definitionOf = (role: Role, { subscriptionId }: Subscription) => ({
  properties: {
    roleName: role.name,
    type: 'BuiltInRole',
    description: `Built-in role ${role.name}.`,
    assignableScopes: ['/'],
    permissions: [
      {
        actions: role.actions,
        notActions: role.notActions,
        dataActions: role.dataActions,
        notDataActions: [],
      },
    ],
    createdOn: '2015-02-02T21:55:09.8806423Z',
    updatedOn: '2021-11-11T20:13:47.8628684Z',
    createdBy: null,
    updatedBy: null,
  },
  id: `/subscriptions/${subscriptionId}/providers/${NAMESPACE}/roleDefinitions/${role.roleId}`,
  type: `${NAMESPACE}/roleDefinitions`,
  name: role.roleId,
});

function listAssignments(armCall: ArmCall): Answer {
  const { call, params } = armCall;
  const asked = authorisedAt(armCall, `${NAMESPACE}/roleAssignments/read`);
  if ('refusal' in asked) return asked.refusal;
  const filter = call.query.get('$filter');
  const held = filteredAssignments(asked.subscription.roleAssignments, filter, params);
  if (held === null) return unsupportedFilter(filter ?? '');
  const page = pageOf(held, call, { parameter: '$skipToken' });
  if ('refusal' in page) return page.refusal;
  return json({
    value: page.items.map((assignment) => assignmentOf(assignment, asked.subscription)),
    ...(page.nextLink === undefined ? {} : { nextLink: page.nextLink }),
  });
}

function filteredAssignments(
  held: readonly RoleAssignment[],
  filter: string | null,
  { group }: Params,
): readonly RoleAssignment[] | null {
  const only = filter !== null && /^\s*atScope\(\)\s*$/i.test(filter);
  const found = heldAt(held, { group, only });
  if (filter === null || only) return found;
  const principal = /^\s*principalId\s+eq\s+'([^']*)'\s*$/i.exec(filter)?.[1];
  return principal === undefined ? null : found.filter(({ principalId }) => principalId === principal);
}

export function assignmentOf(assignment: RoleAssignment, { subscriptionId }: Subscription) {
  const subscription = `/subscriptions/${subscriptionId}`;
  const { resourceGroup, name, roleId, principalId, principalType, createdOn } = assignment;
  const scope = resourceGroup === null ? subscription : `${subscription}/resourceGroups/${resourceGroup}`;
  return {
    properties: {
      roleDefinitionId: `${subscription}/providers/${NAMESPACE}/roleDefinitions/${roleId}`,
      principalId,
      principalType,
      scope,
      condition: null,
      conditionVersion: null,
      createdOn,
      updatedOn: createdOn,
      createdBy: null,
      updatedBy: null,
      delegatedManagedIdentityResourceId: null,
      description: null,
    },
    id: `${scope}/providers/${NAMESPACE}/roleAssignments/${name}`,
    type: `${NAMESPACE}/roleAssignments`,
    name,
  };
}

const unsupportedFilter = (filter: string): Answer =>
  armError(400, 'UnsupportedQuery', `The filter '${filter}' is not supported.`);
