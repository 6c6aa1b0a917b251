/** The operations of Microsoft.ManagedServices that the client offers, by their names in the OpenAPI file. */
export const API_VERSION = '2022-10-01';

export type Operation = { path: string; queryParameters: readonly string[] };

const PROVIDER = '/{scope}/providers/Microsoft.ManagedServices';

export const OPERATIONS = {
  RegistrationAssignments_List: {
    path: `${PROVIDER}/registrationAssignments`,
    queryParameters: ['$expandRegistrationDefinition', '$filter', 'api-version'],
  },
  RegistrationAssignments_Get: {
    path: `${PROVIDER}/registrationAssignments/{registrationAssignmentId}`,
    queryParameters: ['$expandRegistrationDefinition', 'api-version'],
  },
  RegistrationDefinitions_List: {
    path: `${PROVIDER}/registrationDefinitions`,
    queryParameters: ['$filter', 'api-version'],
  },
  RegistrationDefinitions_Get: {
    path: `${PROVIDER}/registrationDefinitions/{registrationDefinitionId}`,
    queryParameters: ['api-version'],
  },
  MarketplaceRegistrationDefinitions_List: {
    path: `${PROVIDER}/marketplaceRegistrationDefinitions`,
    queryParameters: ['$filter', 'api-version'],
  },
  MarketplaceRegistrationDefinitionsWithoutScope_List: {
    path: '/providers/Microsoft.ManagedServices/marketplaceRegistrationDefinitions',
    queryParameters: ['$filter', 'api-version'],
  },
} as const satisfies Record<string, Operation>;
