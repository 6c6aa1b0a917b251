import type { PrincipalId, RoleDefinitionId, SubscriptionId, TenantId } from '../ids.ts';
import { quotedForBicep, type Command } from './command.ts';

export type Onboarding = {
  subscriptionId: SubscriptionId;
  managingTenantId: TenantId;
  principalId: PrincipalId;
  principalName: string;
  roleDefinitionId: RoleDefinitionId;
  /** null: the whole subscription. */
  resourceGroup: string | null;
};

export const OFFER_NAME = 'Managed services';
const API_VERSION = '2022-10-01';
const DESCRIPTION = 'Permanent access for the partner that manages this subscription.';

/** An ARM template for a subscription deployment: one definition, one assignment, one permanent role. */
export function lighthouseArmTemplate(onboarding: Onboarding): object {
  const definitionName =
    "[guid(subscription().id, parameters('managedByTenantId'), parameters('principalId'))]";
  const definitionId = `[subscriptionResourceId('Microsoft.ManagedServices/registrationDefinitions', ${inner(definitionName)})]`;
  return {
    $schema: 'https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    parameters: {
      managedByTenantId: { type: 'string', defaultValue: onboarding.managingTenantId },
      principalId: { type: 'string', defaultValue: onboarding.principalId },
      principalName: { type: 'string', defaultValue: literal(onboarding.principalName) },
      roleDefinitionId: { type: 'string', defaultValue: onboarding.roleDefinitionId },
    },
    resources: [
      {
        type: 'Microsoft.ManagedServices/registrationDefinitions',
        apiVersion: API_VERSION,
        name: definitionName,
        properties: {
          registrationDefinitionName: OFFER_NAME,
          description: DESCRIPTION,
          managedByTenantId: "[parameters('managedByTenantId')]",
          authorizations: [
            {
              principalId: "[parameters('principalId')]",
              principalIdDisplayName: "[parameters('principalName')]",
              roleDefinitionId: "[parameters('roleDefinitionId')]",
            },
          ],
        },
      },
      onboarding.resourceGroup === null
        ? armAssignment(definitionName, definitionId)
        : armGroupDeployment(onboarding.resourceGroup, definitionName, definitionId),
    ],
  };
}

const inner = (expression: string): string => expression.slice(1, -1);

/** A leading bracket would be read as an expression. */
const literal = (text: string): string => (text.startsWith('[') ? `[${text}` : text);

const armAssignment = (name: string, definitionId: string) => ({
  type: 'Microsoft.ManagedServices/registrationAssignments',
  apiVersion: API_VERSION,
  name,
  dependsOn: [definitionId],
  properties: { registrationDefinitionId: definitionId },
});

/** A delegation of one group is deployed into that group. */
const armGroupDeployment = (resourceGroup: string, definitionName: string, definitionId: string) => ({
  type: 'Microsoft.Resources/deployments',
  apiVersion: '2022-09-01',
  name: 'delegate-resource-group',
  resourceGroup,
  dependsOn: [definitionId],
  properties: {
    mode: 'Incremental',
    template: {
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      contentVersion: '1.0.0.0',
      resources: [
        {
          type: 'Microsoft.ManagedServices/registrationAssignments',
          apiVersion: API_VERSION,
          name: definitionName,
          properties: { registrationDefinitionId: definitionId },
        },
      ],
    },
  },
});

/** The same in Bicep; a group needs a module of its own, so it is left to the ARM template. */
export function lighthouseBicep(onboarding: Onboarding): string {
  return `targetScope = 'subscription'

param managedByTenantId string = '${onboarding.managingTenantId}'
param principalId string = '${onboarding.principalId}'
param principalName string = ${quotedForBicep(onboarding.principalName)}
param roleDefinitionId string = '${onboarding.roleDefinitionId}'

resource definition 'Microsoft.ManagedServices/registrationDefinitions@${API_VERSION}' = {
  name: guid(subscription().id, managedByTenantId, principalId)
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

resource assignment 'Microsoft.ManagedServices/registrationAssignments@${API_VERSION}' = {
  name: guid(subscription().id, managedByTenantId, principalId)
  properties: {
    registrationDefinitionId: definition.id
  }
}
`;
}

/** Template, Bicep file and the commands by which the customer deploys either. */
export function onboardingCommands(onboarding: Onboarding, customerTenantId: TenantId): Command[] {
  const { subscriptionId, resourceGroup } = onboarding;
  const file = resourceGroup === null ? 'delegation.bicep' : 'delegation.json';
  const templates: Command[] = [
    { shell: 'arm', text: `${JSON.stringify(lighthouseArmTemplate(onboarding), null, 2)}\n` },
    ...(resourceGroup === null ? [{ shell: 'bicep' as const, text: lighthouseBicep(onboarding) }] : []),
  ];
  return [
    ...templates,
    {
      shell: 'azure-cli',
      text: [
        `az login --tenant ${customerTenantId}`,
        `az account set --subscription ${subscriptionId}`,
        `az deployment sub create --name delegation --location westeurope --template-file ${file}`,
      ].join('\n'),
    },
    {
      shell: 'powershell',
      text: [
        `Connect-AzAccount -Tenant '${customerTenantId}' -Subscription '${subscriptionId}'`,
        `New-AzSubscriptionDeployment -Name delegation -Location westeurope -TemplateFile 'delegation.json'`,
      ].join('\n'),
    },
  ];
}
