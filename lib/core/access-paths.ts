import { bestBy, later, no, unknown, yes, type Answer } from './answers.ts';
import type { Cause } from './causes.ts';
import { directOwner, isForeignGroup, type PathOwner } from './direct-owner.ts';
import { mayBeReseller, type Facts } from './evidence.ts';
import type { Authorization, Delegation, PartnerLink, RoleAssignment } from './facts.ts';
import type { PrincipalId, RoleDefinitionId } from './ids.ts';
import { judgeIdentity } from './identity.ts';
import type { Instant } from './periods.ts';
import { REGISTRATION_ASSIGNMENT_DELETE_ROLE, roleEarns } from './roles.ts';

export type AccessPath = {
  kind: 'aobo' | 'lighthouse' | 'direct';
  /** Id of the assignment that grants it. */
  sourceId: string;
  /** null when it covers the whole subscription; else the resource id, lower-cased, of what it covers. */
  narrowScope: string | null;
  owner: PathOwner;
  roleDefinitionId: RoleDefinitionId | null;
  principalId: PrincipalId | null;
  permanent: boolean;
  link: PartnerLink | null;
  origin: 'marketplace' | 'template' | null;
  answer: Answer;
  readAt: Instant;
};

/** Every path of ours, of a reseller of record, or of unknown owner, and foreign paths that explain a gap. */
export function accessPaths(facts: Facts): AccessPath[] {
  const { delegations, roleAssignments } = facts.subscription;
  const paths: AccessPath[] = [];
  if (delegations.state === 'read') {
    for (const delegation of delegations.value) paths.push(lighthousePath(delegation, delegations.at, facts));
  }
  if (roleAssignments.state === 'read') {
    for (const assignment of roleAssignments.value) {
      const path = isForeignGroup(assignment, facts)
        ? aoboPath(assignment, roleAssignments.at, facts)
        : directPath(assignment, roleAssignments.at, facts);
      if (path !== null) paths.push(path);
    }
  }
  return paths;
}

type Pair = Pick<AccessPath, 'roleDefinitionId' | 'principalId' | 'permanent' | 'link' | 'answer'>;

/** The check "Lighthouse" of diagnosis.md section 5 (2026-11-21); its best principal-role pair stands for it. */
function lighthousePath(delegation: Delegation, readAt: Instant, facts: Facts): AccessPath {
  const { definition } = delegation;
  const ours = definition?.managedByTenantId === facts.profile.managingTenantId;
  const path = {
    kind: 'lighthouse' as const,
    sourceId: delegation.id,
    narrowScope:
      delegation.resourceGroup === null
        ? null
        : `/subscriptions/${delegation.subscriptionId}/resourcegroups/${delegation.resourceGroup}`,
    owner: ours || definition === null ? ('us' as const) : ownerOfStranger(facts),
    origin:
      definition === null
        ? null
        : definition.plan === null
          ? ('template' as const)
          : ('marketplace' as const),
    readAt,
  };
  const none = { roleDefinitionId: null, principalId: null, permanent: true, link: null };
  if (definition === null || delegation.provisioningState.toLowerCase() !== 'succeeded') {
    return { ...path, ...none, answer: no('delegation-broken') };
  }
  if (!ours) {
    return { ...path, ...none, answer: strangersAnswer(facts, 'delegated-to-another-tenant') };
  }
  const pairs = [
    ...definition.authorizations.map((authorization) => permanentPair(authorization, delegation, facts)),
    ...definition.justInTime.map(justInTimePair),
  ];
  const best = bestBy(pairs, ({ answer }) => answer);
  return { ...path, ...(best ?? { ...none, answer: no('role-not-earning') }) };
}

function permanentPair(authorization: Authorization, delegation: Delegation, facts: Facts): Pair {
  const { principalId, roleDefinitionId } = authorization;
  const pair = { roleDefinitionId, principalId, permanent: true, link: null };
  const earns = roleDefinitionId === REGISTRATION_ASSIGNMENT_DELETE_ROLE ? 'no' : roleEarns(roleDefinitionId);
  if (earns === 'no') return { ...pair, answer: no('role-not-earning') };
  if (earns === 'unlisted') return { ...pair, answer: unknown('role-not-listed') };
  const question = {
    principalId,
    tenantId: facts.profile.managingTenantId,
    marketplace: delegation.definition?.plan !== null,
    namedBy: facts.subscription.delegations,
  };
  const { answer, link } = judgeIdentity(question, facts.managing, facts.profile);
  return { ...pair, link, answer: startingWith(delegation.createdAt, answer) };
}

function justInTimePair({ principalId, roleDefinitionId }: Authorization): Pair {
  const because = roleEarns(roleDefinitionId) === 'yes' ? 'just-in-time-only' : 'role-not-earning';
  return { roleDefinitionId, principalId, permanent: false, link: null, answer: no(because) };
}

/** The check "AOBO" of diagnosis.md section 5 (2026-11-21): agent groups by object id, never by name. */
function aoboPath(assignment: RoleAssignment, readAt: Instant, facts: Facts): AccessPath {
  const { agentGroups } = facts.managing;
  const path = assignmentPath('aobo', assignment, readAt);
  if (agentGroups.state === 'unread') return { ...path, owner: 'unknown', answer: unknown('access-unread') };
  if (!agentGroups.value.some((group) => group.principalId === assignment.principalId)) {
    const answer = strangersAnswer(facts, 'foreign-principal-of-another-partner');
    return { ...path, owner: ownerOfStranger(facts), answer };
  }
  const earns = roleEarns(assignment.roleDefinitionId);
  if (earns === 'no') return { ...path, owner: 'us', answer: no('aobo-role-not-earning') };
  const answer = earns === 'yes' ? yes(assignment.createdAt) : unknown('role-not-listed');
  return { ...path, owner: 'us', answer };
}

/**
 * The check "Direct" of diagnosis.md section 5 (2026-11-21). Whether such an assignment is permanent is not read
 * yet, so an earning one of ours stays unknown. Returns null for principals that never count.
 */
function directPath(assignment: RoleAssignment, readAt: Instant, facts: Facts): AccessPath | null {
  const owner = directOwner(assignment, facts);
  const path = { ...assignmentPath('direct', assignment, readAt), owner };
  const earns = roleEarns(assignment.roleDefinitionId);
  if (owner === 'third-party') return null;
  if (earns === 'no') {
    // Reader is how we read the customer, not how we manage it: it is no access path.
    const readsOnly = assignment.principalId === facts.customer.servicePrincipalId;
    return readsOnly || owner === 'unknown' ? null : { ...path, answer: no('role-not-earning') };
  }
  return {
    ...path,
    answer: unknown(earns === 'unlisted' && owner === 'us' ? 'role-not-listed' : 'access-unread'),
  };
}

const ownerOfStranger = ({ profile }: Facts): PathOwner =>
  mayBeReseller(profile) ? 'unknown' : 'third-party';

const strangersAnswer = ({ profile }: Facts, because: Cause): Answer =>
  mayBeReseller(profile) ? unknown('access-unread') : no(because);

const assignmentPath = (kind: 'aobo' | 'direct', assignment: RoleAssignment, readAt: Instant) => ({
  kind,
  sourceId: assignment.id,
  narrowScope:
    assignment.scopeLevel === 'subscription' || assignment.scopeLevel === 'above' ? null : assignment.scope,
  roleDefinitionId: assignment.roleDefinitionId,
  principalId: assignment.principalId,
  permanent: true,
  link: null,
  origin: null,
  readAt,
});

const startingWith = (start: Instant | null, answer: Answer): Answer =>
  answer.earns === 'yes' ? yes(later(start, answer.since)) : answer;
