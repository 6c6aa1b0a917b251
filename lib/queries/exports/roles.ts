import 'server-only';
import { wordsFor } from '../reader-words.ts';
import type { QueryContext } from '../context.ts';
import { listRoles, matchesRole } from '../roles.ts';
import type { RolesQuery } from '../schemas/roles.ts';
import { inWindows, named, number, text, type ExportTable } from './table.ts';

const WINDOW = 5000;
const ASSIGNABLE = { true: 'yes', false: 'no', null: 'unknown' };

export async function exportRoles(
  context: QueryContext,
  query: Omit<RolesQuery, 'limit' | 'cursor'>,
): Promise<ExportTable> {
  const roles = (await listRoles(context, wordsFor('program'))).filter((role) => matchesRole(role, query));
  return {
    columns: [
      ...[text('roleDefinitionId'), named('name', text('role')), text('listedName'), text('earns')],
      ...[text('lighthouseAssignable'), text('source')],
      ...[number('permanent'), number('justInTime'), number('aobo')],
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
