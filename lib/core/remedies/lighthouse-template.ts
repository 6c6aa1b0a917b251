import type { TenantId } from '../ids.ts';
import type { Command } from './command.ts';
import { lighthouseBicep } from './lighthouse-bicep.ts';
import {
  API_VERSION,
  DEPLOYMENTS_VERSION,
  DESCRIPTION,
  NESTED_SCHEMA,
  OFFER_NAME,
  type Onboarding,
} from './onboarding.ts';

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
  apiVersion: DEPLOYMENTS_VERSION,
  name: 'delegate-resource-group',
  resourceGroup,
  dependsOn: [definitionId],
  properties: {
    mode: 'Incremental',
    template: {
      $schema: NESTED_SCHEMA,
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

/** Template, Bicep file and the commands by which the customer deploys either. */
export function onboardingCommands(onboarding: Onboarding, customerTenantId: TenantId): Command[] {
  const { subscriptionId } = onboarding;
  return [
    { shell: 'arm', text: `${JSON.stringify(lighthouseArmTemplate(onboarding), null, 2)}\n` },
    { shell: 'bicep', text: lighthouseBicep(onboarding) },
    {
      shell: 'azure-cli',
      text: [
        `az login --tenant ${customerTenantId}`,
        `az account set --subscription ${subscriptionId}`,
        `az deployment sub create --name delegation --location westeurope --template-file delegation.bicep`,
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
