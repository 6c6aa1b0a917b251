import { bestBy, no, type Answer } from '../answers.ts';
import type { Cause } from '../causes.ts';
import type { PartnerLink } from '../facts.ts';
import type { PrincipalId, RoleDefinitionId } from '../ids.ts';
import type { Instant } from '../periods.ts';
import type { PathOwner } from './parties.ts';

/** One principal-role pair of an authorization, or of one member of its group. */
export type Candidate = {
  roleDefinitionId: RoleDefinitionId | null;
  principalId: PrincipalId | null;
  throughGroup: PrincipalId | null;
  permanent: boolean;
  link: PartnerLink | null;
  answer: Answer;
  notes: readonly Cause[];
  /** Scopes within the path's own that a deny assignment takes away. */
  holes: readonly string[];
};

export type AccessPath = {
  kind: 'aobo' | 'lighthouse' | 'direct';
  /** Id of the assignment that grants it. */
  sourceId: string;
  /** null when it covers the whole subscription; else the resource id, lower-cased, of what it covers. */
  narrowScope: string | null;
  /** Held above the subscription: the documents name no such scope, so it is inferred that it covers. */
  inherited: boolean;
  owner: PathOwner;
  origin: 'marketplace' | 'template' | null;
  readAt: Instant;
  /** Each day is judged by the best of them. */
  candidates: readonly Candidate[];
} & Omit<Candidate, 'throughGroup' | 'notes' | 'holes'>;

export type PathGrounds = Pick<
  AccessPath,
  'kind' | 'sourceId' | 'narrowScope' | 'inherited' | 'owner' | 'origin' | 'readAt'
>;

export const NOBODY: Candidate = {
  roleDefinitionId: null,
  principalId: null,
  throughGroup: null,
  permanent: true,
  link: null,
  answer: no('role-not-earning'),
  notes: [],
  holes: [],
};

/** The best principal-role pair stands for the path. */
export function pathOf(grounds: PathGrounds, candidates: readonly Candidate[]): AccessPath {
  const best = bestBy(candidates, ({ answer }) => answer) ?? NOBODY;
  const { roleDefinitionId, principalId, permanent, link, answer } = best;
  return {
    ...grounds,
    roleDefinitionId,
    principalId,
    permanent,
    link,
    answer,
    candidates: candidates.length === 0 ? [NOBODY] : candidates,
  };
}
