import type { RoleList, RolesQuery } from '#lib/queries/schemas/roles.ts';
import { roleList } from '../fixture-roles.ts';
import { chosenScenario } from './scenario.ts';

export const getRoles = async (query: RolesQuery): Promise<RoleList> =>
  roleList(query, await chosenScenario());
