import type { Facts } from '#lib/core/evidence.ts';
import type { Authorization, Delegation, RoleAssignment } from '#lib/core/facts.ts';
import type { Lead } from '#lib/core/findings.ts';
import type { SubscriptionId } from '#lib/core/ids.ts';
import type { Judgement } from '#lib/core/judge.ts';
import type { AccessPath } from '#lib/core/paths/access-path.ts';
import type { Grant, SeenCustomer, SeenLink, SeenPath, SeenSubscription } from '#lib/core/seen-access.ts';
import type { Source } from '#lib/core/statuses.ts';
import { byText } from '#lib/core/text-order.ts';
import type { VisibleSubscription } from '#lib/db/customers.ts';
import type { SubscriptionDetail } from '#lib/db/verdicts.ts';

export type JudgedSubscription = {
  facts: Facts;
  judgement: Judgement;
  seen: VisibleSubscription | null;
};

/** What this sync knows of a customer, to be compared to what the last one knew. */
export function seenCustomer(
  subscriptions: readonly JudgedSubscription[],
  details: readonly SubscriptionDetail[],
  /** What the month before says of subscriptions that this one leads to it. */
  before: ReadonlyMap<SubscriptionId, Pick<Lead, 'verdict' | 'cause'>>,
): SeenCustomer {
  const reads = details.flatMap((detail) => detail.reads);
  const isRefusal = (reason: string | null) => reason === 'forbidden' || reason === 'no-consent';
  return {
    managingTenantId: subscriptions[0]?.facts.profile.managingTenantId ?? '',
    subscriptions: subscriptions.map((one) =>
      seenSubscription(one, before.get(one.facts.subscription.subscriptionId) ?? one.judgement),
    ),
    links: seenLinks(subscriptions.flatMap(({ judgement }) => judgement.paths)),
    refused: unique(reads.flatMap(({ source, reason }) => (isRefusal(reason) ? [source] : []))),
    read: unique(reads.flatMap(({ source, state }) => (state === 'read' ? [source] : []))),
  };
}

const unique = (sources: readonly Source[]): Source[] => [...new Set(sources)].sort(byText);

function seenSubscription(
  { facts, judgement, seen }: JudgedSubscription,
  { verdict, cause }: Pick<Lead, 'verdict' | 'cause'>,
): SeenSubscription {
  const { subscriptionId, delegations, roleAssignments, transfers } = facts.subscription;
  return {
    subscriptionId,
    visible: seen?.source === 'subscriptions',
    delegations: delegations.state === 'read' ? inOrder(delegations.value.map(seenDelegation)) : null,
    foreignGroups:
      roleAssignments.state === 'read'
        ? inOrder(
            roleAssignments.value
              .filter(({ principalType }) => principalType === 'foreign-group')
              .map((row) => seenAssignment(row, 'aobo')),
          )
        : null,
    direct: seenDirect(facts, judgement.paths),
    transfers:
      transfers.state === 'read'
        ? transfers.value.map(({ id, direction, at }) => ({ id, direction, at }))
        : null,
    verdict: verdict === 'pending' ? null : { verdict, cause },
  };
}

const inOrder = (paths: SeenPath[]): SeenPath[] =>
  paths.sort((left, right) => byText(left.sourceId, right.sourceId));

function seenDelegation({ id, subscriptionId, resourceGroup, definition }: Delegation): SeenPath {
  const granted = (how: Grant['how']) => (row: Authorization) => ({
    principalId: row.principalId,
    roleDefinitionId: row.roleDefinitionId,
    how,
  });
  return {
    sourceId: id,
    kind: 'lighthouse',
    scope: `/subscriptions/${subscriptionId}${resourceGroup === null ? '' : `/resourcegroups/${resourceGroup}`}`,
    managedBy: definition?.managedByTenantId ?? null,
    grants: [
      ...(definition?.authorizations ?? []).map(granted('permanent')),
      ...(definition?.justInTime ?? []).map(granted('just-in-time')),
    ],
  };
}

const seenAssignment = (row: RoleAssignment, kind: SeenPath['kind']): SeenPath => ({
  ...{ sourceId: row.id, kind, scope: row.scope, managedBy: null },
  grants: [{ principalId: row.principalId, roleDefinitionId: row.roleDefinitionId, how: 'permanent' }],
});

/** Whose a direct assignment is, the customer's directory tells. */
function seenDirect({ subscription, customer }: Facts, paths: readonly AccessPath[]): SeenPath[] | null {
  const { roleAssignments } = subscription;
  if (roleAssignments.state === 'unread' || customer.identities.state === 'unread') return null;
  const ours = new Set(
    paths
      .filter(({ kind, owner }) => kind === 'direct' && (owner === 'us' || owner === 'reseller-of-record'))
      .map(({ sourceId }) => sourceId),
  );
  return inOrder(
    roleAssignments.value.filter(({ id }) => ours.has(id)).map((row) => seenAssignment(row, 'direct')),
  );
}

/** Every link that was read of who holds access. */
function seenLinks(paths: readonly AccessPath[]): SeenLink[] {
  const links = new Map<string, SeenLink>();
  for (const { link } of paths.flatMap(({ candidates }) => candidates)) {
    if (link === null) continue;
    const { tenantId, principalId } = link;
    const partnerId = link.link.state === 'linked' ? link.link.partnerId : null;
    links.set(`${tenantId}/${principalId}`, { tenantId, principalId, partnerId });
  }
  return [...links].sort(([left], [right]) => byText(left, right)).map(([, link]) => link);
}
