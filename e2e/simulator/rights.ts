import { armError, type Answer } from './http.ts';
import type { Simulation } from './simulation.ts';
import type { Caller } from './tokens.ts';
import { roleAllows } from './worlds/roles.ts';
import type { Subscription, Tenant, World } from './worlds/types.ts';

/** A role that the caller holds; null: on the whole subscription. */
export type Right = { roleId: string; resourceGroup: string | null };

/** The caller and every group of its own directory that holds it, through any number of groups. */
function principalsOf(caller: Caller, tenant: Tenant | undefined): ReadonlySet<string> {
  const held = new Set([caller.objectId]);
  const groups = [...(tenant?.objects.values() ?? [])].filter((object) => object.kind === 'group');
  for (let before = 0; before !== held.size;) {
    before = held.size;
    for (const group of groups) if (group.memberIds.some((id) => held.has(id))) held.add(group.id);
  }
  return held;
}

/**
 * What a token may do on a subscription: permanent authorizations of a delegation to its tenant, and role
 * assignments of its own tenant. Agent groups of another tenant (AOBO) show nothing to an application.
 */
export function rightsOf(caller: Caller, subscription: Subscription, world: World): Right[] {
  const principals = principalsOf(caller, world.tenants.get(caller.tenantId));
  const delegated = subscription.delegations
    .filter(({ managedByTenantId }) => managedByTenantId === caller.tenantId)
    .flatMap(({ authorizations, resourceGroup }) =>
      authorizations
        .filter(({ principalId }) => principals.has(principalId))
        .map(({ roleId }) => ({ roleId, resourceGroup })),
    );
  if (caller.tenantId !== subscription.tenantId) return delegated;
  const assigned = subscription.roleAssignments
    .filter(({ principalId }) => principals.has(principalId))
    .map(({ roleId, resourceGroup }) => ({ roleId, resourceGroup }));
  return [...delegated, ...assigned];
}

/** The subscription that a call names, or ARM's refusal to tell. */
export function authorised(
  caller: Caller,
  subscriptionId: string,
  action: string,
  { world }: Simulation,
): { subscription: Subscription } | { refusal: Answer } {
  const subscription = world.subscriptions.get(subscriptionId.toLowerCase());
  const rights = subscription === undefined ? [] : rightsOf(caller, subscription, world);
  if (subscription === undefined || rights.length === 0) {
    const message = `The subscription '${subscriptionId}' could not be found.`;
    return { refusal: armError(404, 'SubscriptionNotFound', message) };
  }
  const allowed = rights.some(
    ({ roleId, resourceGroup }) => resourceGroup === null && roleAllows(roleId, action),
  );
  if (allowed) return { subscription };
  return { refusal: authorizationFailed(caller, action, `/subscriptions/${subscriptionId}`) };
}

export const authorizationFailed = (caller: Caller, action: string, scope: string): Answer =>
  armError(
    403,
    'AuthorizationFailed',
    `The client '${caller.appId}' with object id '${caller.objectId}' does not have authorization to perform action '${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  );
