import { linkKey, wasAskedFor, type Facts } from './evidence.ts';
import type { PartnerLink, RoleAssignment } from './facts.ts';
import type { PrincipalId, TenantId } from './ids.ts';
import type { AccessPath } from './paths/access-path.ts';
import { directOwner, isForeignGroup } from './paths/direct-owner.ts';
import type { Parties } from './paths/parties.ts';
import type { Linked } from './statuses.ts';
import { byText } from './text-order.ts';

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
export function linkedOf(facts: Facts, paths: readonly AccessPath[], parties: Parties): LinkedAnswer {
  const named = namedPrincipals(facts, parties);
  const linked = firstLink(named, facts);
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

function namedPrincipals(facts: Facts, parties: Parties): Named[] {
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
          .filter((assignment) => !isForeignGroup(assignment, facts, parties))
          .flatMap((assignment) => directPrincipal(assignment, facts, parties));
  return [...byDelegation, ...byAssignment];
}

/** The customer's own staff and third applications are never asked for a link. */
function directPrincipal(assignment: RoleAssignment, facts: Facts, parties: Parties): Named[] {
  const owner = directOwner(assignment, facts, parties);
  if (owner === 'third-party' || owner === 'reseller-of-record') return [];
  const { principalId } = assignment;
  return [{ principalId, tenantId: facts.customer.tenantId, ownerKnown: owner === 'us' }];
}

type OurLink = { link: PartnerLink; throughGroup: PrincipalId | null };

/** The first by identity, so that the order of the answers says nothing. */
function firstLink(named: readonly Named[], facts: Facts): OurLink | undefined {
  return named
    .flatMap((principal) => ourLinks(principal, facts))
    .sort(
      (left, right) =>
        byText(left.link.principalId, right.link.principalId) ||
        byText(left.throughGroup ?? '', right.throughGroup ?? ''),
    )[0];
}

function ourLinks({ principalId, tenantId }: Named, facts: Facts): OurLink[] {
  const { managing, profile } = facts;
  return [
    { id: principalId, throughGroup: null },
    ...membersOf(principalId, facts).map((member) => ({ id: member.principalId, throughGroup: principalId })),
  ].flatMap(({ id, throughGroup }) => {
    const link = managing.links.get(linkKey(tenantId, id));
    const ours =
      link?.link.state === 'linked' &&
      (profile.partnerIds.has(link.link.partnerId) || link.link.partnerId === profile.globalId);
    return ours ? [{ link, throughGroup }] : [];
  });
}

const membersOf = (groupId: PrincipalId, { managing, customer }: Facts) =>
  managing.groupMembers.get(groupId) ?? customer.groupMembers.get(groupId) ?? [];

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

function unreadOf({ principalId, tenantId }: Named, facts: Facts): Unread | null {
  const { managing, profile, subscription, customer } = facts;
  if (managing.links.has(linkKey(tenantId, principalId))) return null;
  const ours = tenantId === profile.managingTenantId;
  const { identities, groupMembers } = ours ? managing : customer;
  if (identities.state === 'unread') return 'members';
  const identity = identities.value.get(principalId);
  if (identity === undefined) {
    const namedBy = ours ? subscription.delegations : subscription.roleAssignments;
    return wasAskedFor(identities, namedBy) ? null : 'members';
  }
  if (identity.type !== 'group') return 'links';
  const members = groupMembers.get(principalId);
  if (members === undefined) return 'members';
  const asked = members.filter(({ enabled }) => enabled !== false);
  return asked.every((member) => managing.links.has(linkKey(tenantId, member.principalId))) ? null : 'links';
}
