import { readFileSync } from 'node:fs';

export type Role = {
  roleId: string;
  name: string;
  actions: readonly string[];
  notActions: readonly string[];
  dataActions: readonly string[];
};

export const ROLE = {
  owner: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
  contributor: 'b24988ac-6180-42a0-ab88-20f7382dd24c',
  reader: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
  supportRequestContributor: 'cfd33db0-3dd1-45e3-aa9d-cdbdf3b6f24e',
  monitoringReader: '43d0d8ad-25c7-4714-9337-8ba259a9fe05',
  /** Newer than Microsoft's list of earning roles, which is silent about it. */
  containerAppsContributor: '358470bc-b998-42bd-ab17-a7e34c199c0f',
} as const;

const SUPPORT_ACTIONS = [
  'Microsoft.Authorization/*/read',
  'Microsoft.Resources/subscriptions/resourceGroups/read',
  'Microsoft.Support/*',
];

/** Roles whose actions decide what a caller of ours may read; the others read role data and little more. */
const KNOWN_ACTIONS: ReadonlyMap<string, readonly string[]> = new Map([
  [ROLE.owner, ['*']],
  [ROLE.contributor, ['*']],
  [ROLE.reader, ['*/read']],
  [ROLE.supportRequestContributor, SUPPORT_ACTIONS],
  [
    ROLE.monitoringReader,
    ['*/read', 'Microsoft.OperationalInsights/workspaces/search/action', 'Microsoft.Support/*'],
  ],
]);

const CONTRIBUTOR_NOT_ACTIONS = [
  'Microsoft.Authorization/*/Delete',
  'Microsoft.Authorization/*/Write',
  'Microsoft.Authorization/elevateAccess/Action',
];

function readRoles(): Role[] {
  const text = readFileSync(new URL('./built-in-roles.csv', import.meta.url), 'utf8');
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [roleId = '', name = '', hasDataActions = ''] = line.split(',');
      return {
        roleId,
        name,
        actions: KNOWN_ACTIONS.get(roleId) ?? SUPPORT_ACTIONS.slice(0, 2),
        notActions: roleId === ROLE.contributor ? CONTRIBUTOR_NOT_ACTIONS : [],
        dataActions: hasDataActions === 'yes' ? ['Microsoft.Storage/storageAccounts/*/read'] : [],
      };
    });
}

export const BUILT_IN_ROLES: readonly Role[] = readRoles();

const BY_ID: ReadonlyMap<string, Role> = new Map(BUILT_IN_ROLES.map((role) => [role.roleId, role]));

export function roleAllows(roleId: string, action: string): boolean {
  const role = BY_ID.get(roleId);
  if (role === undefined) return false;
  const matches = (pattern: string): boolean => matchesAction(pattern, action);
  return role.actions.some(matches) && !role.notActions.some(matches);
}

function matchesAction(pattern: string, action: string): boolean {
  const source = pattern
    .split('*')
    .map((part) => part.replaceAll(/[.\\/]/g, String.raw`\$&`))
    .join('.*');
  return new RegExp(`^${source}$`, 'i').test(action);
}
