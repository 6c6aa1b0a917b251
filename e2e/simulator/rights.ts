import type { ArmCall } from './arm-route.ts';
import { armError, paramOf, type Answer } from './http.ts';
import { hasGroup } from './scope.ts';
import type { Simulation } from './simulation.ts';
import type { Caller } from './tokens.ts';
import { roleAllows } from './worlds/roles.ts';
import type { Subscription, Tenant, World } from './worlds/types.ts';

/** A role that the caller holds; null: on the whole subscription. */
export type Right = { roleId: string; resourceGroup: string | null };

/** Directories do not change, so what a principal belongs to is found out once. */
const belongings = new WeakMap<Tenant, Map<string, ReadonlySet<string>>>();

/** The caller and every group of its own directory that holds it, through any number of groups. */
function principalsOf(objectId: string, tenant: Tenant): ReadonlySet<string> {
  const known = belongings.get(tenant) ?? new Map<string, ReadonlySet<string>>();
  belongings.set(tenant, known);
  const before = known.get(objectId);
  if (before !== undefined) return before;
  const held = new Set([objectId]);
  const groups = [...tenant.objects.values()].filter((object) => object.kind === 'group');
  for (let size = 0; size !== held.size;) {
    size = held.size;
    for (const group of groups) if (group.memberIds.some((id) => held.has(id))) held.add(group.id);
  }
  known.set(objectId, held);
  return held;
}

/**
 * What a token may do on a subscription: permanent authorizations of a delegation to its tenant, and role
 * assignments of its own tenant. Agent groups of another tenant (AOBO) show nothing to an application.
 */
export function rightsOf(caller: Caller, subscription: Subscription, world: World): Right[] {
  const tenant = world.tenants.get(caller.tenantId);
  if (tenant === undefined) return [];
  const principals = principalsOf(caller.objectId, tenant);
  const delegated = subscription.delegations
    .filter(({ managedByTenantId }) => managedByTenantId === caller.tenantId)
    .filter(
      ({ provisioningState, definitionMissing }) => provisioningState === 'Succeeded' && !definitionMissing,
    )
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

export type Seen = { subscription: Subscription; rights: readonly Right[] };

/** Worlds do not change, so what a caller sees of one is found out once. */
const sights = new WeakMap<World, Map<string, readonly Seen[]>>();

/** The world is another one now. */
export const forgetSights = (world: World): void => void sights.delete(world);

/** Every subscription on which the caller holds any role. */
export function visibleTo(caller: Caller, world: World): readonly Seen[] {
  const known = sights.get(world) ?? new Map<string, readonly Seen[]>();
  sights.set(world, known);
  const key = `${caller.tenantId} ${caller.objectId}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const seen = candidates(caller, world).flatMap((subscription) => {
    const rights = rightsOf(caller, subscription, world);
    return rights.length === 0 ? [] : { subscription, rights };
  });
  known.set(key, seen);
  return seen;
}

/** Another tenant than ours sees its own subscriptions only. */
function candidates({ tenantId }: Caller, world: World): readonly Subscription[] {
  if (tenantId === world.managingTenant.tenantId) return [...world.subscriptions.values()];
  return world.customers.find((customer) => customer.tenantId === tenantId)?.subscriptions ?? [];
}

/** Only who holds a billing role on the partner's billing account. */
export const mayReadBilling = ({ tenantId, objectId }: Caller, world: World): boolean =>
  tenantId === world.managingTenant.tenantId && world.partner.billingReaders.has(objectId);

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

/** The subscription whose scope, or whose group's, a call names; a right on the group is enough for that. */
export function authorisedAt(
  { caller, params, simulation }: ArmCall,
  action: string,
): { subscription: Subscription } | { refusal: Answer } {
  const { group } = params;
  const subscriptionId = paramOf(params, 'subscriptionId');
  if (group === undefined) return authorised(caller, subscriptionId, action, simulation);
  const subscription = simulation.world.subscriptions.get(subscriptionId.toLowerCase());
  const rights = subscription === undefined ? [] : rightsOf(caller, subscription, simulation.world);
  const allowed = rights.some(
    ({ roleId, resourceGroup }) =>
      (resourceGroup === null || resourceGroup.toLowerCase() === group.toLowerCase()) &&
      roleAllows(roleId, action),
  );
  if (subscription === undefined || rights.length === 0) {
    return authorised(caller, subscriptionId, action, simulation);
  }
  const scope = `/subscriptions/${subscriptionId}/resourceGroups/${group}`;
  if (!allowed) return { refusal: authorizationFailed(caller, action, scope) };
  if (hasGroup(subscription, group)) return { subscription };
  const message = `Resource group '${group}' could not be found.`;
  return { refusal: armError(404, 'ResourceGroupNotFound', message) };
}

export const authorizationFailed = (caller: Caller, action: string, scope: string): Answer =>
  armError(
    403,
    'AuthorizationFailed',
    `The client '${caller.appId}' with object id '${caller.objectId}' does not have authorization to perform action '${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  );
