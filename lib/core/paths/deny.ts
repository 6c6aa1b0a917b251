import { no, unknown } from '../answers.ts';
import type { Facts } from '../evidence.ts';
import type { DenyAssignment } from '../facts.ts';
import type { PrincipalId } from '../ids.ts';
import { pathOf, type AccessPath, type Candidate } from './access-path.ts';
import { isWithin } from './scopes.ts';

/** A deny removes only its own scope and what is below (diagnosis.md section 5, Where, 2026-11-21). */
export function withoutDenied(path: AccessPath, { subscription: { denyAssignments } }: Facts): AccessPath {
  if (denyAssignments.state === 'unread') {
    return denyAssignments.reason === 'not-asked' ? path : pathOf(path, path.candidates.map(doubted));
  }
  const denies = denyAssignments.value.filter((deny) => takesAccess(deny) && reaches(deny));
  if (denies.length === 0) return path;
  return pathOf(
    path,
    path.candidates.map((candidate) => withHoles(candidate, path.narrowScope, denies)),
  );
}

const doubted = (candidate: Candidate): Candidate =>
  candidate.answer.earns === 'yes' ? { ...candidate, answer: unknown('access-unread') } : candidate;

function withHoles(
  candidate: Candidate,
  narrowScope: string | null,
  denies: readonly DenyAssignment[],
): Candidate {
  if (candidate.answer.earns !== 'yes') return candidate;
  const hitting = denies.filter((deny) => concerns(deny, candidate));
  const whole = hitting.some(
    ({ scope, scopeLevel }) =>
      scopeLevel === 'above' || scopeLevel === 'subscription' || isWithin(scope, narrowScope),
  );
  if (whole) return { ...candidate, answer: no('deny-assignment') };
  const holes = hitting
    .map(({ scope }) => scope)
    .filter((scope) => narrowScope === null || isWithin(narrowScope, scope));
  return { ...candidate, holes: holes.sort() };
}

/**
 * Whether what it denies matters: everything, or everything of a kind but reading, or support, which is what the
 * smallest earning role is for. Single operations of one service leave the role in force (inferred).
 */
function takesAccess({ actions, notActions }: DenyAssignment): boolean {
  if (notActions.includes('*')) return false;
  return actions.some((action) => {
    const lower = action.toLowerCase();
    if (lower === '*/read') return false;
    return lower === '*' || lower.startsWith('*/') || lower.startsWith('microsoft.support/');
  });
}

/** Credit is decided by resource, so a deny on a group alone, without what is in it, takes nothing. */
const reaches = ({ coversChildScopes, scopeLevel }: DenyAssignment): boolean =>
  coversChildScopes || scopeLevel === 'resource';

function concerns(
  { denied, excludedIds }: DenyAssignment,
  { principalId, throughGroup }: Candidate,
): boolean {
  const names = (ids: readonly PrincipalId[]): boolean =>
    ids.some((id) => id === principalId || id === throughGroup);
  return !names(excludedIds) && (denied === 'everyone' || names(denied));
}
