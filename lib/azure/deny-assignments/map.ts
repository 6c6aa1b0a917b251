import type { z } from 'zod';
import type { DenyAssignment } from '#lib/core/facts.ts';
import type { SubscriptionId } from '#lib/core/ids.ts';
import { normalResourceId, scopeLevelOf } from '../resource-id.ts';
import type { denyAssignmentWire } from './wire.ts';

/** The id of the principal that stands for all of them. */
const EVERYONE = '00000000-0000-0000-0000-000000000000';

/** One for each permission: what one of them leaves allowed, another may deny. */
export function mapDenyAssignment(
  subscriptionId: SubscriptionId,
  { id, properties }: z.infer<typeof denyAssignmentWire>,
): DenyAssignment[] {
  const scope = normalResourceId(properties.scope);
  const named = (properties.principals ?? []).map((principal) => principal.id);
  const permissions = properties.permissions ?? [];
  return permissions.map(({ actions, notActions }, at) => ({
    id: permissions.length === 1 ? normalResourceId(id) : `${normalResourceId(id)}#${at + 1}`,
    subscriptionId,
    scope,
    scopeLevel: scopeLevelOf(scope),
    name: properties.denyAssignmentName,
    denied: named.some((principal) => principal === EVERYONE) ? 'everyone' : named,
    excludedIds: (properties.excludePrincipals ?? []).map((principal) => principal.id),
    actions: actions ?? [],
    notActions: notActions ?? [],
    coversChildScopes: properties.doNotApplyToChildScopes !== true,
    madeBySystem: properties.isSystemProtected === true,
  }));
}
