import { LISTED_ROLES, ROLE_LIST_DATE, ROLE_LIST_SOURCE } from '#lib/core/roles.ts';
import type { Role, RoleList, RolesQuery } from '#lib/queries/schemas/roles.ts';
import { completenessOf, type Scenario } from './fixture-sources.ts';

const listed: Role[] = LISTED_ROLES.map((role, index) => ({
  roleDefinitionId: role.roleDefinitionId,
  name: role.currentName,
  earns: role.earns,
  lighthouseAssignable: role.lighthouseAssignable,
  lighthouseNote: role.lighthouseNote,
  listedName: role.listedName,
  source: ROLE_LIST_SOURCE,
  uses: {
    permanent: index % 9 === 0 ? index + 1 : 0,
    justInTime: index % 17 === 0 ? 3 : 0,
    aobo: index % 40 === 0 ? 12 : 0,
  },
}));

const unlisted: Role = {
  roleDefinitionId: '00000abc-0000-4000-8000-000000000001',
  name: null,
  earns: 'unlisted',
  lighthouseAssignable: null,
  lighthouseNote: null,
  listedName: null,
  source: null,
  uses: { permanent: 2, justInTime: 0, aobo: 0 },
};

const isUsed = (role: Role) => role.uses.permanent + role.uses.justInTime + role.uses.aobo > 0;

export function roleList(query: RolesQuery, scenario: Scenario): RoleList {
  const all =
    scenario === 'empty'
      ? listed.map((role) => ({ ...role, uses: { permanent: 0, justInTime: 0, aobo: 0 } }))
      : [...listed, unlisted];
  const text = query.q?.toLowerCase() ?? '';
  const items = all.filter(
    (role) =>
      (query.earns === undefined || role.earns === query.earns) &&
      (query.inUse === undefined || isUsed(role)) &&
      `${role.name} ${role.listedName} ${role.roleDefinitionId}`.toLowerCase().includes(text),
  );
  return {
    items,
    nextCursor: null,
    total: items.length,
    offset: 0,
    version: '0',
    counts: {
      yes: all.filter((role) => role.earns === 'yes').length,
      no: all.filter((role) => role.earns === 'no').length,
      unlisted: all.filter((role) => role.earns === 'unlisted').length,
      inUse: all.filter(isUsed).length,
    },
    totalUses: {
      permanent: Math.max(0, ...items.map(({ uses }) => uses.permanent)),
      justInTime: Math.max(0, ...items.map(({ uses }) => uses.justInTime)),
      aobo: Math.max(0, ...items.map(({ uses }) => uses.aobo)),
    },
    listDate: ROLE_LIST_DATE,
    listSource: ROLE_LIST_SOURCE,
    asOf: '2026-11-21T04:12:00Z',
    completeness: completenessOf(scenario).filter((entry) =>
      ['delegations', 'role-assignments'].includes(entry.source),
    ),
  };
}
