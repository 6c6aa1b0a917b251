import 'server-only';
import { LISTED_ROLES } from '#lib/core/roles.ts';
import type { listDelegations } from '#lib/db/delegations.ts';
import { listNamedIdentities, listRoleDefinitions } from '#lib/db/directory.ts';
import type { SubscriptionVerdict } from '#lib/db/verdicts.ts';
import type { QueryContext } from './context.ts';

export type Names = {
  roles: ReadonlyMap<string, string>;
  principals: ReadonlyMap<string, { type: string; displayName: string | null }>;
};

const LISTED_NAMES = new Map<string, string>(
  LISTED_ROLES.map((role) => [role.roleDefinitionId, role.currentName]),
);

/** A delegation, or anything else that names a principal and its role. */
type Granting =
  | Pick<Awaited<ReturnType<typeof listDelegations>>[number], 'definition'>
  | { principalId: string; roleDefinitionId: string };

/** Names of the roles and principals that a customer's answers speak of. */
export async function findNames(
  { db }: QueryContext,
  subscriptions: readonly Pick<SubscriptionVerdict, 'paths'>[],
  granting: readonly Granting[],
): Promise<Names> {
  const granted = granting.flatMap((row) =>
    'definition' in row
      ? [...(row.definition?.authorizations ?? []), ...(row.definition?.justInTime ?? [])]
      : [row],
  );
  const paths = subscriptions.flatMap((row) => row.paths);
  const roleIds = [...granted, ...paths].flatMap(({ roleDefinitionId }) => roleDefinitionId ?? []);
  const principalIds = [...granted, ...paths].flatMap(({ principalId }) => principalId ?? []);
  const read = roleIds.length === 0 ? [] : await listRoleDefinitions(db, [...new Set(roleIds)]);
  const identities =
    principalIds.length === 0 ? [] : await listNamedIdentities(db, [...new Set(principalIds)]);
  return {
    roles: new Map([
      ...LISTED_NAMES,
      ...read.map(({ roleDefinitionId, name }) => [roleDefinitionId, name] as const),
    ]),
    principals: new Map(identities.map((row) => [row.principalId, row])),
  };
}
