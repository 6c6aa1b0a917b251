import 'server-only';
import {
  findListedRole,
  LISTED_ROLES,
  ROLE_LIST_DATE,
  ROLE_LIST_SOURCE,
  roleEarns,
} from '#lib/core/roles.ts';
import { parseRoleDefinitionId, type RoleDefinitionId } from '#lib/core/ids.ts';
import { dayOf, periodOf } from '#lib/core/periods.ts';
import { listRoleDefinitions } from '#lib/db/directory.ts';
import { listRoleUses, type RoleUse } from '#lib/db/role-uses.ts';
import { nextCursor, parseCursor } from './bad-query.ts';
import { getCompleteness } from './completeness.ts';
import { queryContext, type QueryContext } from './context.ts';
import { keptAnswer } from './kept-answers.ts';
import { wordsFor, type Reader, type ReaderWords } from './reader-words.ts';
import type { Role, RoleList, RolesQuery } from './schemas/roles.ts';

const NEEDED = new Set(['role-definitions', 'delegations', 'role-assignments', 'agent-groups']);

/** Every role of Microsoft's list, and the unlisted ones that we hold somewhere. */
export async function getRoles(query: RolesQuery, reader: Reader = 'program'): Promise<RoleList> {
  const context = await queryContext();
  const offset = parseCursor(query.cursor);
  const roles = await listRoles(context, wordsFor(reader));
  const matching = roles.filter((role) => matchesRole(role, query));
  const items = matching.slice(offset, offset + query.limit);
  const completeness = (await getCompleteness(context, periodOf(dayOf(context.now)))).filter(({ source }) =>
    NEEDED.has(source),
  );
  return {
    items,
    nextCursor: nextCursor(offset, items.length, matching.length),
    total: matching.length,
    counts: {
      yes: roles.filter(({ earns }) => earns === 'yes').length,
      no: roles.filter(({ earns }) => earns === 'no').length,
      unlisted: roles.filter(({ earns }) => earns === 'unlisted').length,
      inUse: roles.filter(isInUse).length,
    },
    listDate: ROLE_LIST_DATE,
    listSource: ROLE_LIST_SOURCE,
    asOf: completeness.flatMap(({ asOf }) => asOf ?? []).sort()[0] ?? null,
    completeness,
  };
}

/** Every role of the list, and those in use, by name. */
export async function listRoles(context: QueryContext, words: ReaderWords): Promise<Role[]> {
  const uses = context.managingTenantId === null ? [] : await getRoleUses(context, context.managingTenantId);
  const names = new Map(
    (await listRoleDefinitions(context.db)).map((row) => [row.roleDefinitionId, row.name]),
  );
  const usedIds = uses.flatMap(({ roleDefinitionId }) => parseRoleDefinitionId(roleDefinitionId) ?? []);
  const ids = [...new Set([...LISTED_ROLES.map(({ roleDefinitionId }) => roleDefinitionId), ...usedIds])];
  return ids
    .map((id) => {
      const note = findListedRole(id)?.lighthouseNote ?? null;
      return {
        ...roleOf(id, names.get(id) ?? null, uses),
        lighthouseNote: note === null ? null : words.lighthouseNote(note),
      };
    })
    .sort(byName);
}

const getRoleUses = (context: QueryContext, managingTenantId: string): Promise<RoleUse[]> =>
  keptAnswer(context, 'role uses', () => listRoleUses(context.db, managingTenantId, context.visible));

function roleOf(
  id: RoleDefinitionId,
  readName: string | null,
  uses: readonly RoleUse[],
): Omit<Role, 'lighthouseNote'> {
  const listed = findListedRole(id);
  const count = (kind: RoleUse['kind']): number =>
    uses.find((use) => use.roleDefinitionId === id && use.kind === kind)?.subscriptions ?? 0;
  return {
    roleDefinitionId: id,
    name: readName ?? listed?.currentName ?? null,
    earns: roleEarns(id),
    lighthouseAssignable: listed?.lighthouseAssignable ?? null,
    listedName: listed?.listedName ?? null,
    source: listed === null ? null : ROLE_LIST_SOURCE,
    uses: { permanent: count('permanent'), justInTime: count('just-in-time'), aobo: count('aobo') },
  };
}

const isInUse = ({ uses }: Role): boolean => uses.permanent + uses.justInTime + uses.aobo > 0;

export function matchesRole(role: Role, { earns, inUse, q }: Omit<RolesQuery, 'limit' | 'cursor'>): boolean {
  const wanted = q?.trim().toLowerCase() ?? '';
  const texts = [role.name, role.listedName, role.roleDefinitionId];
  return (
    (earns === undefined || role.earns === earns) &&
    (inUse === undefined || isInUse(role)) &&
    (wanted === '' || texts.some((text) => text?.toLowerCase().includes(wanted)))
  );
}

const byName = (left: Role, right: Role): number =>
  (left.name ?? left.roleDefinitionId).localeCompare(right.name ?? right.roleDefinitionId, 'en');
