import 'server-only';
import { wordsFor } from '../reader-words.ts';
import type { QueryContext } from '../context.ts';
import { inRoleOrder, listRoles, matchesRole } from '../roles.ts';
import type { ExportFilters } from '../schemas/exports.ts';
import { belongsTo, inWindows, named, number, text, type ExportTable } from './table.ts';

const WINDOW = 5000;
const ASSIGNABLE = { true: 'yes', false: 'no', null: 'unknown' };

export async function exportRoles(
  context: QueryContext,
  query: ExportFilters<'roles'>,
): Promise<ExportTable> {
  const listed = await listRoles(context, wordsFor('program'));
  const roles = inRoleOrder(
    listed.filter((role) => matchesRole(role, query)),
    query.sort,
  );
  return {
    columns: [
      ...[text('roleDefinitionId'), named('name', text('role')), text('listedName')],
      ...[text('earns')].map(belongsTo('earns')),
      ...[text('lighthouseAssignable')].map(belongsTo('lighthouse')),
      text('source'),
      ...[number('permanent')].map(belongsTo('permanent')),
      ...[number('justInTime')].map(belongsTo('justInTime')),
      ...[number('aobo')].map(belongsTo('agentGroups')),
    ],
    windows: () =>
      inWindows(roles, WINDOW, (window) =>
        Promise.resolve(
          window.map(({ uses, ...role }) => [
            ...[role.roleDefinitionId, role.name, role.listedName, role.earns],
            ...[ASSIGNABLE[`${role.lighthouseAssignable}`], role.source],
            ...[uses.permanent, uses.justInTime, uses.aobo],
          ]),
        ),
      ),
  };
}
