import { no, startingAt, unknown, yes, type Answer } from '../answers.ts';
import type { Facts } from '../evidence.ts';
import type { RoleAssignment } from '../facts.ts';
import type { Instant } from '../periods.ts';
import { roleEarns } from '../roles.ts';
import { NOBODY, pathOf, type AccessPath } from './access-path.ts';
import { isResellersGroup, type Parties, type PathOwner } from './parties.ts';

type Asked = { assignment: RoleAssignment; readAt: Instant };

/** The check "AOBO" of diagnosis.md section 5 (2026-11-21): agent groups by object id, never by name. */
export function aoboPath({ assignment, readAt }: Asked, facts: Facts, parties: Parties): AccessPath {
  const owner = ownerOfGroup(assignment, facts, parties);
  const { roleDefinitionId, principalId, createdAt } = assignment;
  const answer = (): Answer => {
    if (owner === 'unknown') return unknown('access-unread');
    if (owner === 'third-party') return no('foreign-principal-of-another-partner');
    const earns = roleEarns(roleDefinitionId);
    if (earns === 'no') return no('aobo-role-not-earning');
    if (earns === 'unlisted') return unknown('role-not-listed');
    return yes(startingAt(createdAt, facts.subscription.firstReadAt.get(assignment.id) ?? readAt));
  };
  return pathOf({ ...groundsOfAssignment(assignment, readAt), kind: 'aobo', owner }, [
    { ...NOBODY, roleDefinitionId, principalId, answer: answer() },
  ]);
}

function ownerOfGroup({ principalId }: RoleAssignment, { managing }: Facts, parties: Parties): PathOwner {
  const { agentGroups } = managing;
  if (isResellersGroup(principalId, parties)) return 'reseller-of-record';
  if (agentGroups.state === 'unread') return 'unknown';
  if (agentGroups.value.some((group) => group.principalId === principalId)) return 'us';
  return parties.strangerGroupsMayCount ? 'unknown' : 'third-party';
}

export const groundsOfAssignment = (
  { id, scope, scopeLevel }: Pick<RoleAssignment, 'id' | 'scope' | 'scopeLevel'>,
  readAt: Instant,
) => ({
  sourceId: id,
  narrowScope: scopeLevel === 'subscription' || scopeLevel === 'above' ? null : scope,
  inherited: scopeLevel === 'above',
  origin: null,
  readAt,
});
