import type { z } from 'zod';
import type { RoleAssignment } from '#lib/core/facts.ts';
import type { SubscriptionId } from '#lib/core/ids.ts';
import { principalTypeOf } from '../principal-type.ts';
import { normalResourceId, scopeLevelOf } from '../resource-id.ts';
import type { roleAssignmentWire } from './wire.ts';

export function mapRoleAssignment(
  subscriptionId: SubscriptionId,
  { id, properties }: z.infer<typeof roleAssignmentWire>,
): RoleAssignment {
  const scope = normalResourceId(properties.scope);
  return {
    id: normalResourceId(id),
    subscriptionId,
    scope,
    scopeLevel: scopeLevelOf(scope),
    principalId: properties.principalId,
    principalType: principalTypeOf(properties.principalType),
    roleDefinitionId: properties.roleDefinitionId,
    createdAt: properties.createdOn,
  };
}
