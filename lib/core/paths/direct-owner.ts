import { linkKey, wasAskedFor, type Facts } from '../evidence.ts';
import type { Identity, RoleAssignment } from '../facts.ts';
import type { PrincipalId } from '../ids.ts';
import { isResellersGroup, ownerOfTenant, type Parties, type PathOwner } from './parties.ts';
import { ownTwins } from './twins.ts';

type Held = Pick<RoleAssignment, 'principalId' | 'principalType'>;

/** A role held by an agent group of a partner, and not by a principal of the customer's own. */
export const isForeignGroup = (
  { principalId, principalType }: Held,
  { managing: { agentGroups } }: Facts,
  parties: Parties,
): boolean =>
  principalType === 'foreign-group' ||
  (agentGroups.state === 'read' && agentGroups.value.some((group) => group.principalId === principalId)) ||
  isResellersGroup(principalId, parties);

/** Whose a directly assigned principal is; the customer's own staff and applications are third parties. */
export function directOwner(assignment: Held, facts: Facts, parties: Parties): PathOwner {
  const { identities, servicePrincipalId } = facts.customer;
  const { principalId } = assignment;
  if (principalId === servicePrincipalId || isRecorded(principalId, facts)) return 'us';
  if (identities.state === 'unread') return 'unknown';
  const identity = identities.value.get(principalId);
  if (identity !== undefined) return ownerOfPresent(identity, facts, parties);
  // A deleted principal has no access; a kind that no directory was asked for may exist.
  const gone =
    assignment.principalType !== 'other' && wasAskedFor(identities, facts.subscription.roleAssignments);
  return gone ? 'third-party' : 'unknown';
}

/** An identity of the customer's tenant whose link we hold is one of those we work with. */
const isRecorded = (principalId: PrincipalId, { managing, customer }: Facts): boolean =>
  managing.links.has(linkKey(customer.tenantId, principalId));

function ownerOfPresent(identity: Identity, facts: Facts, parties: Parties): PathOwner {
  if (identity.type === 'user') return ownerOfUser(identity, facts);
  if (identity.type === 'group') return ownerOfGroup(identity, facts, parties);
  if (identity.type !== 'service-principal') return 'unknown';
  const { appOwnerTenantId } = identity;
  // A managed identity has no owning tenant: it belongs to the customer's own subscription.
  if (appOwnerTenantId === null || appOwnerTenantId === facts.customer.tenantId) return 'third-party';
  const owner = ownerOfTenant(appOwnerTenantId, parties);
  return owner ?? (parties.strangerTenantsMayCount ? 'unknown' : 'third-party');
}

/** A guest is ours when our directory knows the name it signs in with; one it does not know may still be. */
function ownerOfUser(identity: Identity, { managing }: Facts): PathOwner {
  if (identity.userType?.toLowerCase() === 'member') return 'third-party';
  return ownTwins(identity, managing).length > 0 ? 'us' : 'unknown';
}

/** A group of the customer's is ours as soon as one of its members is. */
function ownerOfGroup({ principalId }: Identity, facts: Facts, parties: Parties): PathOwner {
  const members = facts.customer.groupMembers.get(principalId);
  if (members === undefined) return 'unknown';
  const owners = members.map((member) =>
    isRecorded(member.principalId, facts) ? 'us' : ownerOfPresent(member, facts, parties),
  );
  const best = OWNER_ORDER.find((owner) => owners.includes(owner));
  return best ?? 'third-party';
}

const OWNER_ORDER: readonly PathOwner[] = ['us', 'reseller-of-record', 'unknown'];
