import type { AccessPath } from './access-paths.ts';
import { directOwner, isForeignGroup } from './direct-owner.ts';
import { linkKey, wasAskedFor, type Facts } from './evidence.ts';
import type { PartnerLink, RoleAssignment } from './facts.ts';
import type { PrincipalId, TenantId } from './ids.ts';
import type { Linked } from './statuses.ts';

/** Why we say so; wording on screen is made where it is shown. */
export type LinkedHow =
  | { kind: 'link'; link: PartnerLink; throughGroup: PrincipalId | null }
  | { kind: 'aobo'; principalId: PrincipalId | null }
  | { kind: 'marketplace' }
  | { kind: 'none-linked'; identities: number }
  | {
      kind: 'unread';
      what:
        | 'delegations'
        | 'definitions'
        | 'role-assignments'
        | 'agent-groups'
        | 'members'
        | 'links'
        | 'owners';
    };

export type LinkedAnswer = { linked: Linked; how: LinkedHow };

type Named = { principalId: PrincipalId; tenantId: TenantId; ownerKnown: boolean };

/** "Is this subscription linked to our partner ID?": first match wins (diagnosis.md section 3, 2026-11-21). */
export function linkedOf(facts: Facts, paths: readonly AccessPath[]): LinkedAnswer {
  const named = namedPrincipals(facts);
  const linked = named.flatMap((principal) => ourLinks(principal, facts))[0];
  if (linked !== undefined) return { linked: 'yes', how: { kind: 'link', ...linked } };
  const aobo = paths.find(({ kind, owner }) => kind === 'aobo' && owner === 'us');
  if (aobo !== undefined)
    return { linked: 'automatic', how: { kind: 'aobo', principalId: aobo.principalId } };
  const offer = paths.some(({ origin, owner }) => origin === 'marketplace' && owner === 'us');
  if (offer) return { linked: 'automatic', how: { kind: 'marketplace' } };
  const what = firstUnread(facts, named);
  if (what !== null) return { linked: 'unknown', how: { kind: 'unread', what } };
  return { linked: 'no', how: { kind: 'none-linked', identities: named.length } };
}

function namedPrincipals(facts: Facts): Named[] {
  const { profile, subscription } = facts;
  const byDelegation =
    subscription.delegations.state === 'unread'
      ? []
      : subscription.delegations.value
          .flatMap(({ definition }) =>
            definition?.managedByTenantId === profile.managingTenantId
              ? [...definition.authorizations, ...definition.justInTime]
              : [],
          )
          .map(({ principalId }) => ({ principalId, tenantId: profile.managingTenantId, ownerKnown: true }));
  const byAssignment =
    subscription.roleAssignments.state === 'unread'
      ? []
      : subscription.roleAssignments.value
          .filter((assignment) => !isForeignGroup(assignment, facts))
          .flatMap((assignment) => directPrincipal(assignment, facts));
  return [...byDelegation, ...byAssignment];
}

/** The customer's own staff and third applications are never asked for a link. */
function directPrincipal(assignment: RoleAssignment, facts: Facts): Named[] {
  const owner = directOwner(assignment, facts);
  if (owner === 'third-party') return [];
  const { principalId } = assignment;
  return [{ principalId, tenantId: facts.customer.tenantId, ownerKnown: owner === 'us' }];
}

function ourLinks({ principalId, tenantId }: Named, facts: Facts) {
  const { managing, profile } = facts;
  const members = managing.groupMembers.get(principalId) ?? [];
  return [
    { id: principalId, throughGroup: null },
    ...members.map((member) => ({ id: member.principalId, throughGroup: principalId })),
  ].flatMap(({ id, throughGroup }) => {
    const link = managing.links.get(linkKey(tenantId, id));
    const ours =
      link?.link.state === 'linked' &&
      (profile.partnerIds.has(link.link.partnerId) || link.link.partnerId === profile.globalId);
    return ours ? [{ link, throughGroup }] : [];
  });
}

type Unread = Extract<LinkedHow, { kind: 'unread' }>['what'];

function firstUnread(facts: Facts, named: readonly Named[]): Unread | null {
  const { managing, subscription } = facts;
  if (subscription.delegations.state === 'unread') return 'delegations';
  if (subscription.delegations.value.some(({ definition }) => definition === null)) return 'definitions';
  if (subscription.roleAssignments.state === 'unread') return 'role-assignments';
  if (managing.agentGroups.state === 'unread') return 'agent-groups';
  if (named.some(({ ownerKnown }) => !ownerKnown)) return 'owners';
  for (const principal of named) {
    const what = unreadOf(principal, facts);
    if (what !== null) return what;
  }
  return null;
}

function unreadOf(
  { principalId, tenantId }: Named,
  { managing, profile, subscription }: Facts,
): Unread | null {
  if (managing.links.has(linkKey(tenantId, principalId))) return null;
  if (tenantId !== profile.managingTenantId) return 'links';
  if (managing.identities.state === 'unread') return 'members';
  const identity = managing.identities.value.get(principalId);
  if (identity === undefined)
    return wasAskedFor(managing.identities, subscription.delegations) ? null : 'members';
  if (identity.type !== 'group') return 'links';
  const members = managing.groupMembers.get(principalId);
  if (members === undefined) return 'members';
  const asked = members.filter(({ enabled }) => enabled !== false);
  return asked.every((member) => managing.links.has(linkKey(tenantId, member.principalId))) ? null : 'links';
}
