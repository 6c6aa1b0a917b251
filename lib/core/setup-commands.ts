import type { SetupStep } from './setup-steps.ts';

/** Text to copy; nothing here is ever run by the product. `settings` are lines for the environment. */
export type SetupCommand = { kind: 'settings' | 'azure-cli' | 'address' | 'json'; text: string };

export type SetupNames = {
  managingTenantId: string | null;
  /** Of the service's own identity; null: not configured, or a managed identity without one. */
  clientId: string | null;
  /** Without a slash at its end. */
  authority: string;
};

/** Azure's built-in roles by GUID (list of 2026-08-22). */
const READER = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';
const STORAGE_BLOB_DATA_READER = '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1';

/** Application permissions of Microsoft Graph by GUID. */
const GRAPH = '00000003-0000-0000-c000-000000000000';
const GROUP_MEMBERS = '98830695-27a2-44f7-8c18-0c3ebc9698f6';
const DIRECTORY = '7ab1d382-f21e-4acd-a863-ba3e13f7da61';
const GROUP_ELIGIBILITY = 'edb419d6-7edc-42a3-9345-509bfdf5d87c';
const GROUP_ASSIGNMENT = 'cd4161cb-f098-48f8-a884-1eda9a42434c';
const GDAP = 'f6e9e124-4586-492f-adc0-c6f96e4823fd';

const cli = (...lines: string[]): SetupCommand => ({ kind: 'azure-cli', text: lines.join('\n') });
const settings = (...lines: string[]): SetupCommand => ({ kind: 'settings', text: lines.join('\n') });

const permissionLine = ({ clientId }: SetupNames, permissions: readonly string[]): string => {
  const wanted = permissions.map((permission) => `${permission}=Role`).join(' ');
  return `az ad app permission add --id ${clientId ?? 'CLIENT_ID'} --api ${GRAPH} --api-permissions ${wanted}`;
};

/** Consent of an administrator follows, else the permission is asked for and not held. */
const graphCommands = (names: SetupNames, permissions: readonly string[]): SetupCommand[] => [
  cli(
    `az login --tenant ${names.managingTenantId ?? 'TENANT_ID'} --allow-no-subscriptions`,
    permissionLine(names, permissions),
    `az ad app permission admin-consent --id ${names.clientId ?? 'CLIENT_ID'}`,
  ),
];

/** Whether the application may read billing: a list without an account means that it may not. */
const billingCheck = ({ managingTenantId, clientId }: SetupNames): SetupCommand =>
  cli(
    `az login --service-principal --tenant ${managingTenantId ?? 'TENANT_ID'} --username ${clientId ?? 'CLIENT_ID'} --allow-no-subscriptions`,
    "az rest --method get --url '/providers/Microsoft.Billing/billingAccounts?api-version=2024-04-01'",
  );

const IDENTITY: readonly SetupCommand[] = [
  cli(
    'az login --tenant TENANT_ID --allow-no-subscriptions',
    'az ad app create --display-name Pecboard --sign-in-audience AzureADMultipleOrgs --query appId --output tsv',
    'az ad sp create --id CLIENT_ID',
    'az ad app credential reset --id CLIENT_ID --query password --output tsv',
  ),
  settings('AZURE_TENANT_ID=TENANT_ID', 'AZURE_CLIENT_ID=CLIENT_ID', 'AZURE_CLIENT_SECRET='),
];

const delegatedReader = ({ clientId }: SetupNames): SetupCommand[] => [
  cli(`az ad sp show --id ${clientId ?? 'CLIENT_ID'} --query id --output tsv`),
  {
    kind: 'json',
    text: JSON.stringify(
      { principalId: 'OBJECT_ID', principalIdDisplayName: 'Pecboard', roleDefinitionId: READER },
      null,
      2,
    ),
  },
];

const consentAddress = ({ authority, clientId }: SetupNames): SetupCommand => ({
  kind: 'address',
  text: `${authority}/CUSTOMER_TENANT_ID/adminconsent?client_id=${clientId ?? 'CLIENT_ID'}`,
});

const customerConsent = (names: SetupNames): SetupCommand[] => [
  consentAddress(names),
  cli(
    'az login --tenant CUSTOMER_TENANT_ID',
    `az role assignment create --assignee ${names.clientId ?? 'CLIENT_ID'} --role ${READER} --scope /subscriptions/SUBSCRIPTION_ID`,
  ),
];

/** The permission is asked for at home; the customer's administrator grants it there. */
const customerDirectory = (names: SetupNames): SetupCommand[] => [
  cli(permissionLine(names, [DIRECTORY])),
  consentAddress(names),
];

const LINK_CREDENTIALS: readonly SetupCommand[] = [
  {
    kind: 'json',
    text: JSON.stringify(
      [{ displayName: 'NAME', tenantId: 'TENANT_ID', clientId: 'CLIENT_ID', clientSecret: 'SECRET' }],
      null,
      2,
    ),
  },
  settings('LINK_CREDENTIALS_FILE=/etc/pecboard/link-credentials.json'),
];

const COMMANDS: Record<SetupStep, (names: SetupNames) => readonly SetupCommand[]> = {
  identity: () => IDENTITY,
  'partner-ids': () => [settings('PARTNER_IDS=', 'PARTNER_GLOBAL_ID=')],
  'partner-type': () => [settings('PARTNER_TYPE=direct-bill')],
  'first-sync': () => [],
  'delegated-reader': delegatedReader,
  'billing-role': (names) => [billingCheck(names)],
  'cost-role': (names) => [billingCheck(names)],
  'cost-detail': ({ clientId }) => [
    cli(
      `az role assignment create --assignee ${clientId ?? 'CLIENT_ID'} --role ${STORAGE_BLOB_DATA_READER} --scope STORAGE_ACCOUNT_RESOURCE_ID`,
    ),
  ],
  'agent-groups': (names) => graphCommands(names, [GROUP_MEMBERS]),
  directory: (names) => graphCommands(names, [DIRECTORY]),
  'group-schedules': (names) => graphCommands(names, [GROUP_ELIGIBILITY, GROUP_ASSIGNMENT]),
  gdap: (names) => graphCommands(names, [GDAP]),
  'customer-consent': customerConsent,
  'customer-directory': customerDirectory,
  'link-credentials': () => LINK_CREDENTIALS,
  'sign-in': () => [
    settings('SIGN_IN_TENANT_ID=', 'SIGN_IN_CLIENT_ID=', 'SIGN_IN_API_SCOPE=', 'SESSION_SECRET='),
  ],
};

/** What to copy for a step; words in capitals stand for what is not known here. */
export const setupCommands = (step: SetupStep, names: SetupNames): readonly SetupCommand[] =>
  COMMANDS[step](names);
