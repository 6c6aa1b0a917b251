import type { PartnerId, TenantId } from '../ids.ts';
import type { Command } from './command.ts';

type Linking = {
  tenantId: TenantId;
  partnerId: PartnerId;
  /** A link that exists is changed; a person signs in, a service principal brings its secret. */
  exists: boolean;
  byPerson: boolean;
  /** Application id of the service principal; null: not known, or not the one to link. */
  appId: string | null;
};

/** Azure CLI asks for the secret by itself, so that none gets into a shell's history. */
const signInAs = (appId: string | null, tenantId: TenantId): string =>
  `az login --service-principal --tenant ${tenantId} --username ${appId ?? 'APP_ID'} --allow-no-subscriptions`;

/** Linking works only as the identity itself (facts.md section 11, 2026-11-21). */
export function linkCommands({ tenantId, partnerId, exists, byPerson, appId }: Linking): Command[] {
  const verb = exists ? 'update' : 'create';
  const signIn = byPerson ? `az login --tenant ${tenantId}` : signInAs(appId, tenantId);
  const connect = byPerson
    ? `Connect-AzAccount -Tenant '${tenantId}'`
    : `Connect-AzAccount -ServicePrincipal -Tenant '${tenantId}' -Credential (Get-Credential ${appId === null ? '' : `-UserName '${appId}' `}-Message 'Application id and secret')`;
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
