import { no, startingAt, unknown, within, type Answer } from '../answers.ts';
import { unread, type Facts } from '../evidence.ts';
import type { RoleAssignment, RoleSchedule } from '../facts.ts';
import type { Instant } from '../periods.ts';
import { roleEarns } from '../roles.ts';
import { groundsOfAssignment } from './aobo.ts';
import { NOBODY, pathOf, type AccessPath, type Candidate } from './access-path.ts';
import { directOwner } from './direct-owner.ts';
import { judgeIdentity } from './identity.ts';
import type { Parties } from './parties.ts';

type Asked = { assignment: RoleAssignment; readAt: Instant };

/** The check "Direct" of diagnosis.md section 5 (2026-11-21); null for principals that never count. */
export function directPath({ assignment, readAt }: Asked, facts: Facts, parties: Parties): AccessPath | null {
  const owner = directOwner(assignment, facts, parties);
  if (owner === 'third-party') return null;
  const { roleDefinitionId, principalId } = assignment;
  const grounds = { ...groundsOfAssignment(assignment, readAt), kind: 'direct' as const, owner };
  const only = (answer: Answer, permanent = true): AccessPath =>
    pathOf(grounds, [{ ...NOBODY, roleDefinitionId, principalId, permanent, answer }]);
  const earns = roleEarns(roleDefinitionId);
  if (earns === 'no') {
    // Reader is how we read the customer, not how we manage it: it is no access path.
    const readsOnly = principalId === facts.customer.servicePrincipalId;
    return readsOnly || owner === 'unknown' ? null : only(no('role-not-earning'));
  }
  if (owner === 'unknown') return only(unknown('access-unread'));
  if (earns === 'unlisted') return only(unknown('role-not-listed'));
  const permanent = isPermanent(assignment, facts);
  if (permanent === null) return only(unknown('access-unread'));
  if (!permanent) return only(no('just-in-time-only'), false);
  const firstReadAt = facts.subscription.firstReadAt.get(assignment.id) ?? readAt;
  const start = startingAt(assignment.createdAt, firstReadAt);
  const { tenantId, identities, groupMembers } = facts.customer;
  const question = {
    principalId,
    tenantId,
    // Schedules of groups are asked of our own directory only.
    directory: { tenantId, identities, groupMembers, membershipSchedules: unread('not-asked') },
    marketplace: false,
    namedBy: facts.subscription.roleAssignments,
    firstReadAt,
  };
  const candidates = judgeIdentity(question, facts, parties).map((judged): Candidate => ({
    ...NOBODY,
    ...judged,
    roleDefinitionId,
    answer: within(start, judged.answer),
  }));
  return pathOf(grounds, candidates);
}

/**
 * An assignment with an end, or made active for a time, is not permanent (facts.md section 4, 2026-11-21); null while
 * schedules are unread.
 */
function isPermanent(
  { scope, principalId, roleDefinitionId }: RoleAssignment,
  { subscription: { roleSchedules } }: Facts,
): boolean | null {
  if (roleSchedules.state === 'unread') return null;
  const same = roleSchedules.value.filter(
    (schedule) =>
      schedule.scope === scope &&
      schedule.principalId === principalId &&
      schedule.roleDefinitionId === roleDefinitionId &&
      schedule.kind !== 'eligible',
  );
  const lasting = same.some(({ kind, endAt }) => kind === 'assigned' && endAt === null);
  return same.length === 0 || lasting;
}

/** Roles that an identity of ours may make active, and does not hold. */
export function eligiblePath(
  { schedule, readAt }: { schedule: RoleSchedule; readAt: Instant },
  facts: Facts,
  parties: Parties,
): AccessPath | null {
  const { principalId, roleDefinitionId } = schedule;
  if (schedule.kind !== 'eligible' || roleEarns(roleDefinitionId) !== 'yes') return null;
  // A schedule does not tell the kind of its principal; of one that no directory shows nothing is said.
  const owner = directOwner({ principalId, principalType: 'other' }, facts, parties);
  if (owner !== 'us' && owner !== 'reseller-of-record') return null;
  const answer = no('just-in-time-only');
  return pathOf({ ...groundsOfAssignment(schedule, readAt), kind: 'direct', owner }, [
    { ...NOBODY, roleDefinitionId, principalId, permanent: false, answer },
  ]);
}
