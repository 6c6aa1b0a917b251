import type { DayCoverage } from './access.ts';
import { classSums, type ClassSum } from './class-sums.ts';
import type { Facts } from './evidence.ts';
import { coverageOfGroup, groupCosts } from './resource-groups.ts';
import { byText } from './text-order.ts';

/** A resource group over the period; '' holds what belongs to no group. */
export type GroupJudgement = {
  name: string;
  /** 'partly': a part of it, or a part of the period. */
  coverage: 'covered' | 'partly' | 'not-covered' | 'unknown';
  amounts: readonly ClassSum[];
};

/** Resource groups covered and not, with their cost: those that have cost, and those known to exist. */
export function judgeGroups(
  facts: Facts,
  days: readonly { coverage: DayCoverage }[],
): GroupJudgement[] | null {
  const costs = groupCosts(facts);
  const { resourceGroups, subscriptionId } = facts.subscription;
  if (costs === null && resourceGroups.state === 'unread') return null;
  const lines = new Map((costs ?? []).map((group) => [group.name, group.lines]));
  const existing = resourceGroups.state === 'read' ? resourceGroups.value : [];
  const coverages = [...new Set(days.map(({ coverage }) => coverage))];
  const coverage = (name: string): GroupJudgement['coverage'] => {
    const seen = new Set(
      coverages.map(({ access, reaches }) => {
        const covered = coverageOfGroup(name, reaches, subscriptionId);
        return covered !== 'covered' && access.access === 'unknown' ? 'unknown' : covered;
      }),
    );
    const [only] = seen;
    return seen.size === 1 && only !== undefined ? only : seen.has('unknown') ? 'unknown' : 'partly';
  };
  return [...new Set([...lines.keys(), ...existing])].sort(byText).map((name) => ({
    name,
    coverage: coverage(name),
    amounts: classSums(lines.get(name) ?? []),
  }));
}
