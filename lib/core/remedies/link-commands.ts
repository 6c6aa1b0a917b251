import type { PartnerId, TenantId } from '../ids.ts';
import type { Command } from './command.ts';

type Linking = {
  tenantId: TenantId;
  partnerId: PartnerId;
  /** A link that exists is changed; a person signs in, a service principal brings its secret. */
  exists: boolean;
  byPerson: boolean;
};

/** Linking works only as the identity itself (facts.md section 11, 2026-11-21). */
export function linkCommands({ tenantId, partnerId, exists, byPerson }: Linking): Command[] {
  const verb = exists ? 'update' : 'create';
  const signIn = byPerson
    ? `az login --tenant ${tenantId}`
    : `az login --service-principal --tenant ${tenantId} --username APP_ID --password CLIENT_SECRET --allow-no-subscriptions`;
  const connect = byPerson
    ? `Connect-AzAccount -Tenant '${tenantId}'`
    : `Connect-AzAccount -ServicePrincipal -Tenant '${tenantId}' -Credential (Get-Credential -Message 'Application id and secret')`;
  const cmdlet = exists ? 'Update-AzManagementPartner' : 'New-AzManagementPartner';
  return [
    {
      shell: 'azure-cli',
      text: [
        'az extension add --name managementpartner',
        signIn,
        `az managementpartner ${verb} --partner-id ${partnerId}`,
        'az managementpartner show',
      ].join('\n'),
    },
    {
      shell: 'powershell',
      text: [
        'Install-Module Az.ManagementPartner -Scope CurrentUser',
        connect,
        `${cmdlet} -PartnerId ${partnerId}`,
        'Get-AzManagementPartner',
      ].join('\n'),
    },
  ];
}
