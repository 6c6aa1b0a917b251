import 'server-only';
import type { RoleDefinitionId } from '#lib/core/ids.ts';
import { roleEarns } from '#lib/core/roles.ts';
import type { listDelegations } from '#lib/db/delegations.ts';
import type { QueryContext } from './context.ts';
import type { Names } from './names.ts';
import type { Delegation } from './schemas/customers.ts';

type StoredDelegation = Awaited<ReturnType<typeof listDelegations>>[number];

export function showDelegation(
  row: StoredDelegation,
  names: Names,
  { managingTenantId }: Pick<QueryContext, 'managingTenantId'>,
): Delegation {
  const { definition } = row;
  const show = (granted: NonNullable<typeof definition>['authorizations'][number]) => ({
    principalId: granted.principalId,
    principalDisplayName:
      granted.principalDisplayName ?? names.principals.get(granted.principalId)?.displayName ?? null,
    role: showRole(granted.roleDefinitionId, names),
  });
  return {
    id: row.id,
    subscriptionId: row.subscriptionId,
    scope: row.resourceGroup === null ? 'subscription' : 'resource-group',
    resourceGroup: row.resourceGroup,
    origin: definition === null ? 'unknown' : definition.plan === null ? 'template' : 'marketplace',
    definitionName: definition?.name ?? null,
    provisioningState: row.provisioningState,
    managedByTenantId: definition?.managedByTenantId ?? null,
    managedByUs:
      definition === null || managingTenantId === null
        ? null
        : definition.managedByTenantId === managingTenantId,
    authorizations: (definition?.authorizations ?? []).map(show),
    justInTime: (definition?.justInTime ?? []).map((granted) => ({
      ...show(granted),
      maximumActivation: granted.maximumActivation,
      multiFactor: granted.multiFactor,
      approvers: granted.approverIds.length,
    })),
    createdAt: row.createdAt,
  };
}

export const showRole = (id: RoleDefinitionId, names: Names) => ({
  id,
  name: names.roles.get(id) ?? null,
  earns: roleEarns(id),
});
