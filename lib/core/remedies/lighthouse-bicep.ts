import { quotedForBicep } from './command.ts';
import {
  API_VERSION,
  DEPLOYMENTS_VERSION,
  DESCRIPTION,
  NESTED_SCHEMA,
  OFFER_NAME,
  type Onboarding,
} from './onboarding.ts';

/** The same as the ARM template, in Bicep. */
export function lighthouseBicep(onboarding: Onboarding): string {
  const { resourceGroup } = onboarding;
  return `targetScope = 'subscription'

param managedByTenantId string = '${onboarding.managingTenantId}'
param principalId string = '${onboarding.principalId}'
param principalName string = ${quotedForBicep(onboarding.principalName)}
param roleDefinitionId string = '${onboarding.roleDefinitionId}'

var delegationName = guid(subscription().id, managedByTenantId, principalId)

resource definition 'Microsoft.ManagedServices/registrationDefinitions@${API_VERSION}' = {
  name: delegationName
  properties: {
    registrationDefinitionName: '${OFFER_NAME}'
    description: '${DESCRIPTION}'
    managedByTenantId: managedByTenantId
    authorizations: [
      {
        principalId: principalId
        principalIdDisplayName: principalName
        roleDefinitionId: roleDefinitionId
      }
    ]
  }
}

${resourceGroup === null ? WHOLE_SUBSCRIPTION : ofGroup(resourceGroup)}`;
}

const WHOLE_SUBSCRIPTION = `resource assignment 'Microsoft.ManagedServices/registrationAssignments@${API_VERSION}' = {
  name: delegationName
  properties: {
    registrationDefinitionId: definition.id
  }
}
`;

/** A module would need a second file; the linter's advice to use one is answered in place. */
const ofGroup = (resourceGroup: string): string => `#disable-next-line no-deployments-resources
resource assignment 'Microsoft.Resources/deployments@${DEPLOYMENTS_VERSION}' = {
  name: 'delegate-resource-group'
  resourceGroup: ${quotedForBicep(resourceGroup)}
  properties: {
    mode: 'Incremental'
    template: {
      '$schema': '${NESTED_SCHEMA}'
      contentVersion: '1.0.0.0'
      resources: [
        {
          type: 'Microsoft.ManagedServices/registrationAssignments'
          apiVersion: '${API_VERSION}'
          name: delegationName
          properties: {
            registrationDefinitionId: definition.id
          }
        }
      ]
    }
  }
}
`;
