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
import { findListVersion } from '#lib/db/list-versions.ts';
import { countRoleUses, listRoleUses, type RoleTotals, type RoleUse } from '#lib/db/role-uses.ts';
import { nextCursor, parseCursor } from './bad-query.ts';
import { getCompleteness } from './completeness.ts';
import { queryContext, type QueryContext } from './context.ts';
import { keptAnswer } from './kept-answers.ts';
import { wordsFor, type Reader, type ReaderWords } from './reader-words.ts';
import type { Role, RoleList, RoleSort, RolesQuery } from './schemas/roles.ts';
import type { RowsQuery, RowsWindow } from './schemas/rows.ts';
import type { Completeness } from './schemas/shared.ts';

const NEEDED = new Set(['role-definitions', 'delegations', 'role-assignments', 'agent-groups']);

/** Every role of Microsoft's list, and the unlisted ones that we hold somewhere. */
export async function getRoles(query: RolesQuery, reader: Reader = 'program'): Promise<RoleList> {
  const context = await queryContext();
  const offset = parseCursor(query.cursor);
  const { roles, matching, ...window } = await readWindow(context, { ...query, offset }, wordsFor(reader));
  const completeness = await completenessOf(context);
  return {
    ...window,
    nextCursor: nextCursor(offset, window.items.length, window.total),
    counts: {
      yes: roles.filter(({ earns }) => earns === 'yes').length,
      no: roles.filter(({ earns }) => earns === 'no').length,
      unlisted: roles.filter(({ earns }) => earns === 'unlisted').length,
      inUse: roles.filter(isInUse).length,
    },
    totalUses: await totalUsesOf(context, query, matching),
    listDate: ROLE_LIST_DATE,
    listSource: ROLE_LIST_SOURCE,
    asOf: completeness.flatMap(({ asOf }) => asOf ?? []).sort()[0] ?? null,
    completeness,
  };
}

/** Further rows of the same view, in the words of whoever reads. */
export async function getRoleRows(
  query: RowsQuery<'roles'>,
  reader: Reader,
): Promise<RowsWindow<Role> & { usesKnown: boolean }> {
  const context = await queryContext();
  const {
    roles: _roles,
    matching: _matching,
    ...window
  } = await readWindow(context, query, wordsFor(reader));
  const needed = await completenessOf(context);
  return { ...window, usesKnown: needed.some(({ status }) => status !== 'never') };
}

const completenessOf = async (context: QueryContext): Promise<Completeness[]> =>
  (await getCompleteness(context, periodOf(dayOf(context.now)))).filter(({ source }) => NEEDED.has(source));

type WindowQuery = Omit<RolesQuery, 'cursor'> & { offset: number };

async function readWindow(
  context: QueryContext,
  { offset, limit, sort, ...query }: WindowQuery,
  words: ReaderWords,
): Promise<RowsWindow<Role> & { roles: Role[]; matching: Role[] }> {
  const version = await findListVersion(context.db);
  const roles = await listRoles(context, words);
  const matching = inRoleOrder(
    roles.filter((role) => matchesRole(role, query)),
    sort,
  );
  const items = matching.slice(offset, offset + limit);
  return { items, total: matching.length, offset, version, roles, matching };
}

/** One subscription may have several of the roles, so that their numbers do not add up. */
async function totalUsesOf(
  context: QueryContext,
  { earns, inUse, q }: RolesQuery,
  matching: readonly Role[],
): Promise<RoleTotals> {
  const { db, managingTenantId, visible } = context;
  const used = matching.filter(isInUse).map(({ roleDefinitionId }) => roleDefinitionId);
  if (managingTenantId === null || used.length === 0) return { permanent: 0, justInTime: 0, aobo: 0 };
  return keptAnswer(context, `role totals ${JSON.stringify({ earns, inUse, q })}`, () =>
    countRoleUses(db, { managingTenantId, visible }, used),
  );
}

/** Those of the same number stay by name. */
export function inRoleOrder(roles: readonly Role[], sort: RoleSort = 'name'): Role[] {
  const sign = sort.startsWith('-') ? -1 : 1;
  // The schema lists each key with and without the sign.
  const by = sort.replace('-', '') as 'name' | keyof Role['uses'];
  if (by === 'name') return sign === 1 ? [...roles] : roles.toReversed();
  return roles.toSorted((left, right) => sign * (left.uses[by] - right.uses[by]));
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
  keptAnswer(context, 'role uses', () =>
    listRoleUses(context.db, { managingTenantId, visible: context.visible }),
  );

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

export function matchesRole(
  role: Role,
  { earns, inUse, q }: Pick<RolesQuery, 'earns' | 'inUse' | 'q'>,
): boolean {
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
