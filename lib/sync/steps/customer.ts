import { readIdentities } from '#lib/azure/graph/read.ts';
import { readDelegations } from '#lib/azure/lighthouse/read.ts';
import { readPartnerLink } from '#lib/azure/partner-link/read.ts';
import { readRoleAssignments } from '#lib/azure/role-assignments/read.ts';
import { readSubscriptions } from '#lib/azure/subscriptions/read.ts';
import type { AzureFailure } from '#lib/azure/failure.ts';
import type { Caller } from '#lib/azure/room.ts';
import type { SubscriptionId } from '#lib/core/ids.ts';
import { MISSING_RIGHTS } from '#lib/core/missing-rights.ts';
import { listVisibleSubscriptions, saveSubscriptions } from '#lib/db/customers.ts';
import type { Db } from '#lib/db/db.ts';
import {
  countUnreadSubscriptions,
  saveDelegations,
  saveSubscriptionRead,
  type SubscriptionRead,
} from '#lib/db/delegations.ts';
import { saveIdentities, saveLinks } from '#lib/db/directory.ts';
import { listDirectPrincipals, saveRoleAssignments } from '#lib/db/role-assignments.ts';
import { failureOf, isRefusal, NothingVisible } from '../failures.ts';
import { complete, requireTenant, type StepContext, type StepResult } from '../step-context.ts';

/** What our application sees with a token of the customer's own tenant, where it has consent there. */
export async function readCustomerSubscriptions(context: StepContext): Promise<StepResult> {
  const tenantId = requireTenant(context);
  for await (const page of readSubscriptions(context.caller(tenantId))) {
    const rows = page.filter((subscription) => subscription.tenantId === tenantId);
    context.done += rows.length;
    await context.storePage((tx) => saveSubscriptions(tx, context.readId, rows), { done: context.done });
  }
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

export const readCustomerDelegations = (context: StepContext): Promise<StepResult> =>
  readEachSubscription(context, readDelegations, (tx, rows) =>
    saveDelegations(tx, context.readId, requireTenant(context), rows),
  );

export const readCustomerRoleAssignments = (context: StepContext): Promise<StepResult> =>
  readEachSubscription(context, readRoleAssignments, (tx, rows) =>
    saveRoleAssignments(tx, context.readId, requireTenant(context), rows),
  );

/** Who the customer's directory says the holders of direct roles are: its own staff, guests, applications. */
export async function readDirectIdentities(context: StepContext): Promise<StepResult> {
  const tenantId = requireTenant(context);
  const principalIds = await listDirectPrincipals(context.deps.db, tenantId);
  if (principalIds.length === 0) return complete;
  for await (const rows of readIdentities(context.caller(tenantId), principalIds)) {
    context.done += rows.length;
    await context.storePage((tx) => saveIdentities(tx, context.readId, rows), { done: context.done });
  }
  return complete;
}

type Way = { via: SubscriptionRead['via']; caller: Caller };
type ReadOne<Row> = (caller: Caller, subscriptionId: SubscriptionId) => AsyncIterable<Row[]>;

/** Reads one list of every subscription we see of the customer, with the first token that may. */
async function readEachSubscription<Row>(
  context: StepContext,
  readOne: ReadOne<Row>,
  save: (tx: Db, rows: Row[]) => Promise<unknown>,
): Promise<StepResult> {
  const ways = await waysBySubscription(context);
  const left = [...ways].filter(
    ([subscriptionId]) => context.cursor === null || subscriptionId > context.cursor,
  );
  context.done = ways.size - left.length;
  let refusal: AzureFailure | null = null;
  for (const [subscriptionId, open] of left) {
    const { refused, ...outcome } = await readByFirstWay(context, subscriptionId, open, readOne, save);
    refusal = refused ?? refusal;
    context.done += 1;
    await context.storePage((tx) => saveSubscriptionRead(tx, context.readId, outcome), {
      done: context.done,
      total: ways.size,
      cursor: subscriptionId,
    });
  }
  return resultOf(context, ways.size, refusal);
}

/** A read of which every subscription was refused says nothing new, so it replaces nothing. */
async function resultOf(
  context: StepContext,
  asked: number,
  refusal: AzureFailure | null,
): Promise<StepResult> {
  const unread = await countUnreadSubscriptions(context.deps.db, context.readId);
  if (unread === 0) return complete;
  const reason = refusal ?? new NothingVisible('refused before the run was taken up again');
  if (unread === asked) throw reason;
  const failure = failureOf(reason, context.key);
  return {
    incomplete: { ...failure, message: `${unread} of ${asked} subscriptions: ${failure.message}` },
  };
}

async function waysBySubscription(context: StepContext): Promise<Map<SubscriptionId, Way[]>> {
  const tenantId = requireTenant(context);
  const ways = new Map<SubscriptionId, Way[]>();
  for (const { subscriptionId, source } of await listVisibleSubscriptions(context.deps.db, [tenantId])) {
    const managing = source === 'subscriptions';
    const way: Way = managing
      ? { via: 'managing-tenant', caller: context.caller() }
      : { via: 'customer-tenant', caller: context.caller(tenantId) };
    const known = ways.get(subscriptionId) ?? [];
    ways.set(subscriptionId, managing ? [way, ...known] : [...known, way]);
  }
  return ways;
}

async function readByFirstWay<Row>(
  context: StepContext,
  subscriptionId: SubscriptionId,
  ways: readonly Way[],
  readOne: ReadOne<Row>,
  save: (tx: Db, rows: Row[]) => Promise<unknown>,
): Promise<SubscriptionRead & { refused: AzureFailure | null }> {
  let refused: AzureFailure | null = null;
  for (const { via, caller } of ways) {
    try {
      for await (const rows of readOne(caller, subscriptionId)) {
        await context.storePage((tx) => save(tx, rows), { done: context.done });
      }
      return { subscriptionId, via, unreadReason: null, missingRight: null, refused: null };
    } catch (error) {
      if (!isRefusal(error)) throw error;
      refused = error;
    }
  }
  // A token that is not accepted is a fault, not a missing right: it says nothing about the subscription.
  if (refused?.kind === 'unauthorized') throw refused;
  return {
    refused,
    subscriptionId,
    via: ways[0]?.via ?? 'managing-tenant',
    unreadReason: 'forbidden',
    missingRight: MISSING_RIGHTS[context.key.source],
  };
}
