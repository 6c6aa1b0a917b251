import type { DirectoryObject, Group, Tenant } from './worlds/types.ts';

/** Members of a group and of the groups in it, each once. */
export function membersOf(group: Group, tenant: Tenant): DirectoryObject[] {
  const found = new Map<string, DirectoryObject>();
  const open = [...group.memberIds];
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    const member = tenant.objects.get(id);
    if (member === undefined || found.has(id)) continue;
    found.set(id, member);
    if (member.kind === 'group') open.push(...member.memberIds);
  }
  return [...found.values()];
}

/** What Graph shows when nothing is selected; enabled and the type of a user are not among it. */
const USER_DEFAULTS = [
  'businessPhones',
  'displayName',
  'givenName',
  'id',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
];

type Shown = { select: string | null; typed: boolean };

export function wireOfObject(object: DirectoryObject, { select, typed }: Shown): Record<string, unknown> {
  const all = propertiesOf(object);
  const wanted =
    select?.split(',').map((name) => name.trim().toLowerCase()) ??
    (object.kind === 'user' ? USER_DEFAULTS.map((name) => name.toLowerCase()) : null);
  const kept = Object.entries(all).filter(([name]) => wanted === null || wanted.includes(name.toLowerCase()));
  return {
    ...(typed ? { '@odata.type': `#microsoft.graph.${object.kind}` } : {}),
    ...Object.fromEntries(kept),
  };
}

export function propertiesOf(object: DirectoryObject): Record<string, unknown> {
  const base = { id: object.id, deletedDateTime: null, displayName: object.displayName };
  if (object.kind === 'user') {
    const [givenName = '', surname = ''] = object.displayName.split(' ');
    return {
      ...base,
      businessPhones: [],
      givenName,
      surname,
      jobTitle: null,
      mail: object.mail,
      mobilePhone: null,
      officeLocation: null,
      preferredLanguage: null,
      userPrincipalName: object.userPrincipalName,
      accountEnabled: object.accountEnabled,
      userType: object.userType,
    };
  }
  if (object.kind === 'group') {
    return { ...base, description: null, groupTypes: [], mailEnabled: false, securityEnabled: true };
  }
  return {
    ...base,
    appId: object.appId,
    appDisplayName: object.displayName,
    appOwnerOrganizationId: object.appOwnerOrganizationId,
    accountEnabled: object.accountEnabled,
    servicePrincipalType: object.appOwnerOrganizationId === null ? 'ManagedIdentity' : 'Application',
  };
}
