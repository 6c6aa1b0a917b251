import { parseRoleDefinitionId, type RoleDefinitionId } from './ids.ts';
import { PEC_ROLE_ROWS } from './pec-role-list.ts';

/** 'unlisted' is not 'no': Microsoft's table is silent about 806 of 928 built-in roles (facts.md section 7). */
export type RoleEarns = 'yes' | 'no' | 'unlisted';

/** Why Lighthouse cannot delegate it, or how far it can. */
export const LIGHTHOUSE_NOTES = ['data-actions', 'owner', 'limited'] as const;
export type LighthouseNote = (typeof LIGHTHOUSE_NOTES)[number];

export type ListedRole = {
  roleDefinitionId: RoleDefinitionId;
  earns: 'yes' | 'no';
  listedName: string;
  currentName: string;
  lighthouseAssignable: boolean;
  lighthouseNote: LighthouseNote | null;
};

export const ROLE_LIST_DATE = '2022-11-08';
export const ROLE_LIST_SOURCE = 'Microsoft Learn: azure-roles-perms-pec';

/** Reported in no list and of no use for credit: it only lets the managing tenant remove its delegation. */
export const REGISTRATION_ASSIGNMENT_DELETE_ROLE = requireRoleId('91c1777a-f3dc-4fae-b103-61d183457e46');

/** The smallest common role that earns (facts.md section 7, 2026-11-21). */
export const SUPPORT_REQUEST_CONTRIBUTOR = requireRoleId('cfd33db0-3dd1-45e3-aa9d-cdbdf3b6f24e');

export const LISTED_ROLES: readonly ListedRole[] = PEC_ROLE_ROWS.map((row) => {
  const [id = '', earns = '', listedName = '', currentName = '', lighthouse = ''] = row.split('|');
  return {
    roleDefinitionId: requireRoleId(id),
    earns: earns === 'yes' ? 'yes' : 'no',
    listedName,
    currentName,
    lighthouseAssignable: lighthouse === 'yes' || lighthouse === 'limited',
    lighthouseNote: LIGHTHOUSE_NOTES.find((note) => note === lighthouse) ?? null,
  };
});

const LISTED_BY_ID: ReadonlyMap<string, ListedRole> = new Map(
  LISTED_ROLES.map((role) => [role.roleDefinitionId, role]),
);

export const findListedRole = (id: RoleDefinitionId): ListedRole | null => LISTED_BY_ID.get(id) ?? null;

/** By GUID only: six names in the table differ from Azure's names of today. */
export const roleEarns = (id: RoleDefinitionId): RoleEarns => LISTED_BY_ID.get(id)?.earns ?? 'unlisted';

function requireRoleId(text: string): RoleDefinitionId {
  const id = parseRoleDefinitionId(text);
  if (id === null) throw new Error(`not a role GUID: ${text}`);
  return id;
}
