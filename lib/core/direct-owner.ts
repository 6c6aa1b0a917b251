import { mayBeReseller, wasAskedFor, type Facts } from './evidence.ts';
import type { Identity, RoleAssignment } from './facts.ts';

export type PathOwner = 'us' | 'reseller-of-record' | 'third-party' | 'unknown';

/** A role held by an agent group of a partner, ours or another's, and not by a principal of the customer's own. */
export const isForeignGroup = (assignment: RoleAssignment, { managing: { agentGroups } }: Facts): boolean =>
  assignment.principalType === 'foreign-group' ||
  (agentGroups.state === 'read' &&
    agentGroups.value.some(({ principalId }) => principalId === assignment.principalId));

/** Whose a directly assigned principal is; the customer's own staff and applications are third parties. */
export function directOwner(assignment: RoleAssignment, facts: Facts): PathOwner {
  const { identities, servicePrincipalId } = facts.customer;
  if (assignment.principalId === servicePrincipalId) return 'us';
  if (identities.state === 'unread') return 'unknown';
  const identity = identities.value.get(assignment.principalId);
  return identity === undefined
    ? ownerOfAbsent(assignment, identities, facts)
    : ownerOfPresent(identity, facts);
}

/** A deleted principal has no access, so nobody's path remains; a kind that no directory was asked for may exist. */
function ownerOfAbsent(
  { principalType }: RoleAssignment,
  identities: Extract<Facts['customer']['identities'], { state: 'read' }>,
  { subscription: { roleAssignments } }: Facts,
): PathOwner {
  return principalType !== 'other' && wasAskedFor(identities, roleAssignments) ? 'third-party' : 'unknown';
}

function ownerOfPresent(identity: Identity, { profile, customer }: Facts): PathOwner {
  if (identity.type === 'user')
    return identity.userType?.toLowerCase() === 'member' ? 'third-party' : 'unknown';
  if (identity.type !== 'service-principal') return 'unknown';
  const { appOwnerTenantId } = identity;
  if (appOwnerTenantId === profile.managingTenantId) return 'us';
  // A managed identity has no owning tenant: it belongs to the customer's own subscription.
  const customers = appOwnerTenantId === null || appOwnerTenantId === customer.tenantId;
  return !customers && mayBeReseller(profile) ? 'unknown' : 'third-party';
}
