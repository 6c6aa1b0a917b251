import type { PrincipalId, RoleDefinitionId, SubscriptionId, TenantId } from '../ids.ts';
import type { Command } from './command.ts';

type Grant = {
  subscriptionId: SubscriptionId;
  customerTenantId: TenantId;
  principalId: PrincipalId;
  principalType: 'ForeignGroup' | 'Group' | 'ServicePrincipal' | 'User';
  roleDefinitionId: RoleDefinitionId;
};

/** What an Owner or User Access Administrator of the customer runs: admin on behalf of again, or a direct role. */
export function roleCommands(grant: Grant): Command[] {
  const scope = `/subscriptions/${grant.subscriptionId}`;
  return [
    {
      shell: 'azure-cli',
      text: [
        `az login --tenant ${grant.customerTenantId}`,
        `az role assignment create --role ${grant.roleDefinitionId} --scope ${scope} --assignee-object-id ${grant.principalId} --assignee-principal-type ${grant.principalType}`,
      ].join('\n'),
    },
    {
      shell: 'powershell',
      text: [
        `Connect-AzAccount -Tenant '${grant.customerTenantId}'`,
        `New-AzRoleAssignment -ObjectId '${grant.principalId}' -RoleDefinitionId '${grant.roleDefinitionId}' -Scope '${scope}' -ObjectType '${grant.principalType}'`,
      ].join('\n'),
    },
  ];
}
