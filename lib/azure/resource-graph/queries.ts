import type { PrincipalId } from '#lib/core/ids.ts';
import { LISTED_ROLES } from '#lib/core/roles.ts';

/** A text of the Kusto query language. */
export const quoteKql = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const listKql = (texts: readonly string[]): string => texts.map(quoteKql).join(', ');

const query = (...lines: string[]): string => lines.join('\n| ');

/** Pages hold together only where rows have an id and an order. */
const ordered = 'order by id asc';

export const SUBSCRIPTIONS = query(
  'ResourceContainers',
  "where type =~ 'microsoft.resources/subscriptions'",
  'project id, name, tenantId, subscriptionId, properties',
  ordered,
);

export const RESOURCE_GROUPS = query(
  'ResourceContainers',
  "where type =~ 'microsoft.resources/subscriptions/resourcegroups'",
  'project id, name, subscriptionId, managedBy',
  ordered,
);

export const MANAGED_RESOURCE_GROUPS = query(
  'ResourceContainers',
  "where type =~ 'microsoft.resources/subscriptions/resourcegroups'",
  'where isnotempty(managedBy)',
  'project id, name, subscriptionId, managedBy',
  ordered,
);

/** Whole rows: a column that Azure does not have would be an error, and it documents none for the time of creation. */
export const DEFINITIONS = query(
  'ManagedServicesResources',
  "where type =~ 'microsoft.managedservices/registrationdefinitions'",
  ordered,
);

export const ASSIGNMENTS = query(
  'ManagedServicesResources',
  "where type =~ 'microsoft.managedservices/registrationassignments'",
  ordered,
);

const NOT_EARNING = LISTED_ROLES.filter(({ earns }) => earns === 'no').map(
  ({ roleDefinitionId }) => roleDefinitionId,
);

/** Of thousands of assignments only those that can matter: of other tenants, of roles that may earn, of our own. */
export function roleAssignmentsQuery(principals: readonly PrincipalId[]): string {
  const interesting = [
    "tostring(properties.principalType) =~ 'ForeignGroup'",
    `roleId !in~ (${listKql(NOT_EARNING)})`,
    ...(principals.length === 0 ? [] : [`tostring(properties.principalId) in~ (${listKql(principals)})`]),
  ];
  return query(
    'AuthorizationResources',
    "where type =~ 'microsoft.authorization/roleassignments'",
    "extend roleId = tostring(split(tostring(properties.roleDefinitionId), '/')[-1])",
    `where ${interesting.join(' or ')}`,
    'project id, tenantId, subscriptionId, properties',
    ordered,
  );
}
