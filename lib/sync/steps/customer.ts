import { readDenyAssignments } from '#lib/azure/deny-assignments/read.ts';
import { readDelegations, readMarketplaceOffers } from '#lib/azure/lighthouse/read.ts';
import { readPartnerLink } from '#lib/azure/partner-link/read.ts';
import { readRoleAssignments } from '#lib/azure/role-assignments/read.ts';
import { readRoleSchedules } from '#lib/azure/role-schedules/read.ts';
import { readSubscriptions } from '#lib/azure/subscriptions/read.ts';
import type { Caller } from '#lib/azure/room.ts';
import type { RoleSchedule, Subscription } from '#lib/core/facts.ts';
import type { SubscriptionId, TenantId } from '#lib/core/ids.ts';
import { listVisibleSubscriptions, saveSubscriptions } from '#lib/db/customers.ts';
import { saveDelegations } from '#lib/db/delegations.ts';
import { saveLinks } from '#lib/db/directory.ts';
import { listDenialTargets, listDirectHolders, listScheduledScopes } from '#lib/db/follow-ups.ts';
import { saveDenyAssignments, saveRoleSchedules } from '#lib/db/restrictions.ts';
import { saveRoleAssignments } from '#lib/db/role-assignments.ts';
import { saveMarketplaceOffers } from '#lib/db/tenants.ts';
import { tenantsOfOurs } from '#lib/core/ours.ts';
import {
  complete,
  requireTenant,
  storeLists,
  storeRows,
  type StepContext,
  type StepResult,
} from '../step-context.ts';
import { storeIdentities } from './directory.ts';
import { readEachSubscription, type Target } from './lists.ts';

/** What our application sees with a token of the customer's own tenant, where it has consent there. */
export async function readCustomerSubscriptions(context: StepContext): Promise<StepResult> {
  const tenantId = requireTenant(context);
  const isOwn = (subscription: Subscription): boolean => subscription.tenantId === tenantId;
  await storeLists(context, [{ tenantId, read: readSubscriptions }], {
    save: (tx, page) => saveSubscriptions(tx, context.readId, page.filter(isOwn)),
    count: (page) => page.filter(isOwn).length,
  });
  return complete;
}

/** Our own application's link and object id in the customer's tenant. */
export async function readLinkInCustomerTenant(context: StepContext): Promise<StepResult> {
  const caller = context.caller(requireTenant(context));
  const link = await readPartnerLink(caller, { displayName: 'Service identity', how: 'own-token' });
  await context.storePage((tx) => saveLinks(tx, context.readId, [{ ...link, credential: 'own' }]), {
    done: 1,
    total: 1,
  });
  return complete;
}

export async function readOffersBought(context: StepContext): Promise<StepResult> {
  const tenantId = requireTenant(context);
  const read = (caller: Caller) => readMarketplaceOffers(caller, null);
  await storeRows(context, [{ tenantId, read }], (tx, rows) =>
    saveMarketplaceOffers(tx, context.readId, rows),
  );
  return complete;
}

/** Delegations by the list of each subscription: all that are seen (a refresh), or those only the customer shows. */
export const readCustomerDelegations = async (context: StepContext): Promise<StepResult> =>
  readEachSubscription(context, await targetsOf(context), {
    readOne: readDelegations,
    save: saveDelegations,
  });

export const readCustomerRoleAssignments = async (context: StepContext): Promise<StepResult> =>
  readEachSubscription(context, await targetsOf(context), {
    readOne: readRoleAssignments,
    save: saveRoleAssignments,
  });

/** Who the customer's directory says the holders of direct roles are: its own staff, guests, applications. */
export async function readDirectIdentities(context: StepContext): Promise<StepResult> {
  const holders = await listDirectHolders(context.deps.db, requireTenant(context));
  await storeIdentities(
    context,
    holders.map(({ principalId }) => principalId),
  );
  return complete;
}

/** Only where something else manages a resource group, or nothing tells whether it does. */
export async function readDenials(context: StepContext): Promise<StepResult> {
  const tenantId = requireTenant(context);
  const owners = await listDenialTargets(context.deps.db, tenantId);
  const wanted = new Set(owners.map(({ subscriptionId }) => subscriptionId));
  const targets = (await visibleTargets(context)).filter(({ subscriptionId }) => wanted.has(subscriptionId));
  return readEachSubscription(context, targets, { readOne: readDenyAssignments, save: saveDenyAssignments });
}

/** Only at scopes where an identity that may be ours holds a direct role that may earn. */
export async function readSchedules(context: StepContext): Promise<StepResult> {
  const { db, profile } = context.deps;
  const scopes = Map.groupBy(
    await listScheduledScopes(db, tenantsOfOurs(profile), requireTenant(context)),
    (row) => row.subscriptionId,
  );
  const targets = (await visibleTargets(context)).filter(({ subscriptionId }) => scopes.has(subscriptionId));
  async function* readOne(caller: Caller, subscriptionId: SubscriptionId): AsyncIterable<RoleSchedule[]> {
    for (const { scope } of scopes.get(subscriptionId) ?? []) {
      yield* readRoleSchedules(caller, { subscriptionId, scope });
    }
  }
  return readEachSubscription(context, targets, { readOne, save: saveRoleSchedules });
}

/** A source of the customer's own tenant asks for what the managing tenant does not see. */
async function targetsOf(context: StepContext): Promise<Target[]> {
  const targets = await visibleTargets(context);
  const ofCustomerOnly = context.key.source.startsWith('customer-');
  return ofCustomerOnly
    ? targets.filter(({ ways }) => ways.every(({ via }) => via === 'customer-tenant'))
    : targets;
}

/** Subscriptions of the customer that a token of ours sees, the managing tenant's first. */
async function visibleTargets(context: StepContext): Promise<Target[]> {
  const tenantId: TenantId = requireTenant(context);
  const visible = await listVisibleSubscriptions(context.deps.db, [tenantId]);
  return [...Map.groupBy(visible, (row) => row.subscriptionId)].map(([subscriptionId, rows]) => ({
    subscriptionId,
    tenantId,
    ways: [
      ...rows.flatMap(({ source }) =>
        source === 'subscriptions' ? [{ via: 'managing-tenant' as const, caller: context.caller() }] : [],
      ),
      ...rows.flatMap(({ source }) =>
        source === 'subscriptions'
          ? []
          : [{ via: 'customer-tenant' as const, caller: context.caller(tenantId) }],
      ),
    ],
  }));
}
