import type { Facts } from './evidence.ts';
import { aoboPath } from './paths/aobo.ts';
import type { AccessPath } from './paths/access-path.ts';
import { withoutDenied } from './paths/deny.ts';
import { directPath, eligiblePath } from './paths/direct.ts';
import { isForeignGroup } from './paths/direct-owner.ts';
import { lighthousePath } from './paths/lighthouse.ts';
import type { Parties } from './paths/parties.ts';
import { byText } from './text-order.ts';

export type { AccessPath } from './paths/access-path.ts';

/** Every path of ours, of a reseller of record, or of unknown owner, and foreign paths that explain a gap. */
export function accessPaths(facts: Facts, parties: Parties): AccessPath[] {
  const { delegations, roleAssignments, roleSchedules } = facts.subscription;
  const paths: (AccessPath | null)[] = [];
  if (delegations.state === 'read') {
    for (const delegation of delegations.value)
      paths.push(lighthousePath({ delegation, readAt: delegations.at }, facts, parties));
  }
  if (roleAssignments.state === 'read') {
    for (const assignment of roleAssignments.value) {
      const pathFrom = isForeignGroup(assignment, facts, parties) ? aoboPath : directPath;
      paths.push(pathFrom({ assignment, readAt: roleAssignments.at }, facts, parties));
    }
  }
  if (roleSchedules.state === 'read') {
    for (const schedule of roleSchedules.value)
      paths.push(eligiblePath({ schedule, readAt: roleSchedules.at }, facts, parties));
  }
  return paths
    .filter((path) => path !== null)
    .map((path) => withoutDenied(path, facts))
    .sort(byPlace);
}

/** The order in which Azure answered says nothing. */
const byPlace = (left: AccessPath, right: AccessPath): number =>
  byText(left.kind, right.kind) || byText(left.sourceId, right.sourceId);
