import { isWithin } from './scopes.ts';
import type { AccessPath } from './access-path.ts';

/** What a yes covers on a day: a scope (null: the whole subscription) less what is denied in it. */
export type Reach = {
  scope: string | null;
  holes: readonly string[];
  path: AccessPath;
};

const covers = ({ scope, holes }: Reach, wanted: string): boolean =>
  (scope === null || isWithin(scope, wanted)) &&
  !holes.some((hole) => isWithin(hole, wanted) || isWithin(wanted, hole));

export type GroupCoverage = 'covered' | 'partly' | 'not-covered';

/** How far the reaches cover one scope within the subscription. */
export function coverageOf(wanted: string, reaches: readonly Reach[]): GroupCoverage {
  if (reaches.some((reach) => covers(reach, wanted))) return 'covered';
  const touched = reaches.some(
    ({ scope, holes }) =>
      (scope === null || isWithin(scope, wanted) || isWithin(wanted, scope)) &&
      !holes.some((hole) => isWithin(hole, wanted)),
  );
  return touched ? 'partly' : 'not-covered';
}

/** Denied scopes that no other reach covers; null: no reach covers the whole subscription at all. */
export function openHoles(reaches: readonly Reach[]): readonly string[] | null {
  const whole = reaches.find(({ scope }) => scope === null);
  if (whole === undefined) return null;
  // A hole of one reach matters only where every other whole reach leaves it too.
  return whole.holes.filter((hole) => coverageOf(hole, reaches) !== 'covered');
}
