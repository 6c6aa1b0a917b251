import { assignmentOf } from './arm-authorization.ts';
import {
  assignmentOf as delegationOf,
  echoedDefinitionId,
  existingDelegations,
  expandedDefinition,
} from './arm-managedservices.ts';
import { subscriptionOf } from './arm-subscriptions.ts';
import type { Row } from './kql/run.ts';
import type { Seen } from './rights.ts';
import { roleAllows } from './worlds/roles.ts';
import type { World } from './worlds/types.ts';

export const COLUMNS = [
  'id',
  'name',
  'type',
  'tenantId',
  'kind',
  'location',
  'resourceGroup',
  'subscriptionId',
  'managedBy',
  'sku',
  'plan',
  'properties',
  'tags',
  'identity',
  'zones',
  'extendedLocation',
  'systemData',
];

/** Rows of a table for one subscription: only what the rights of the token show. */
export const TABLES: Readonly<Record<string, (seen: Seen, world: World) => Row[]>> = {
  ManagedServicesResources: managedServices,
  ResourceContainers: containers,
  AuthorizationResources: authorization,
};

function sees({ rights }: Seen, action: string, resourceGroup: string | null): boolean {
  return rights.some(
    (right) =>
      (right.resourceGroup === null || right.resourceGroup === resourceGroup) &&
      roleAllows(right.roleId, action),
  );
}

type Resource = { id: string; name: string; type: string; properties?: unknown };

function rowOf(
  { id, name, type, ...rest }: Resource & Record<string, unknown>,
  { subscription }: Seen,
  resourceGroup: string | null,
): Row {
  return {
    id: id.toLowerCase(),
    name,
    type: type.toLowerCase(),
    tenantId: subscription.tenantId,
    kind: '',
    location: '',
    resourceGroup: resourceGroup ?? '',
    subscriptionId: subscription.subscriptionId,
    managedBy: '',
    sku: null,
    plan: null,
    tags: null,
    identity: null,
    zones: null,
    extendedLocation: null,
    systemData: null,
    ...rest,
  };
}

function managedServices(seen: Seen, world: World): Row[] {
  const { subscription } = seen;
  const namespace = 'Microsoft.ManagedServices';
  const definitions = sees(seen, `${namespace}/registrationDefinitions/read`, null)
    ? existingDelegations(subscription).map((held) =>
        rowOf(expandedDefinition(held, subscription, world), seen, null),
      )
    : [];
  const assignments = subscription.delegations
    .filter(({ resourceGroup }) => sees(seen, `${namespace}/registrationAssignments/read`, resourceGroup))
    .map((held) =>
      rowOf(
        {
          ...delegationOf(held, subscription),
          properties: {
            provisioningState: held.provisioningState,
            registrationDefinitionId: echoedDefinitionId(held, subscription),
          },
        },
        seen,
        held.resourceGroup,
      ),
    );
  return [...definitions, ...assignments];
}

function containers(seen: Seen): Row[] {
  const { subscription } = seen;
  const { subscriptionId, managedBy } = subscription;
  const { state, subscriptionPolicies, managedByTenants, displayName } = subscriptionOf(subscription);
  const groups = subscription.resourceGroups
    .filter((name) => sees(seen, 'Microsoft.Resources/subscriptions/resourceGroups/read', name))
    .map((name) =>
      rowOf(
        {
          id: `/subscriptions/${subscriptionId}/resourceGroups/${name}`,
          name,
          type: 'microsoft.resources/subscriptions/resourcegroups',
          location: 'westeurope',
          managedBy: managedBy.get(name) ?? '',
          properties: { provisioningState: 'Succeeded' },
        },
        seen,
        name,
      ),
    );
  const own = rowOf(
    {
      id: `/subscriptions/${subscriptionId}`,
      name: displayName,
      type: 'microsoft.resources/subscriptions',
      properties: { state, subscriptionPolicies, managedByTenants, managementGroupAncestorsChain: [] },
    },
    seen,
    null,
  );
  return [own, ...groups];
}

/** Roles are named without the subscription here, and with another casing than in the lists. */
function authorization(seen: Seen): Row[] {
  const { subscription } = seen;
  return subscription.roleAssignments
    .filter(({ resourceGroup }) => sees(seen, 'Microsoft.Authorization/roleAssignments/read', resourceGroup))
    .map((held) => {
      const { properties, ...frame } = assignmentOf(held, subscription);
      return rowOf(
        {
          ...frame,
          properties: {
            ...properties,
            roleDefinitionId: `/providers/Microsoft.Authorization/RoleDefinitions/${held.roleId}`,
          },
        },
        seen,
        held.resourceGroup,
      );
    });
}
