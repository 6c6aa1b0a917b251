import { creditSigns } from './credit.ts';
import { weightOf } from './cost-classes.ts';
import type { Facts } from './evidence.ts';
import type { GroupedCost } from './facts.ts';
import { sum, type Decimal } from './money.ts';
import { coverageOf, type GroupCoverage, type Reach } from './paths/reach.ts';
import type { SubscriptionId } from './ids.ts';

/** Cost of one resource group over the month; '' holds what belongs to no group. */
export type GroupCost = {
  name: string;
  lines: readonly GroupedCost[];
  earned: boolean;
  missed: boolean;
  /** Gross of eligible lines without credit, in dollars where known: to compare, never to show. */
  missedWeight: Decimal;
};

/** null where the way of reading carries no resource groups. */
export function groupCosts({ subscription, profile }: Facts): readonly GroupCost[] | null {
  const { groupedCosts } = subscription;
  if (groupedCosts.state === 'unread') return null;
  const rows = groupedCosts.value.filter(({ grouping }) => grouping === 'resource-group');
  const rate = profile.creditRateFraction;
  return [...Map.groupBy(rows, ({ name }) => name)].map(([name, lines]) => {
    const signs = creditSigns(lines, rate);
    const { missed } = weightOf(lines, rate);
    return { name, lines, earned: signs.earned, missed: signs.missed, missedWeight: missed };
  });
}

export const scopeOfGroup = (subscriptionId: SubscriptionId, name: string): string =>
  `/subscriptions/${subscriptionId}/resourcegroups/${name}`;

/** How far access covers a group; what belongs to no group is covered with the whole subscription only. */
export function coverageOfGroup(
  name: string,
  reaches: readonly Reach[],
  subscriptionId: SubscriptionId,
): GroupCoverage {
  if (name !== '') return coverageOf(scopeOfGroup(subscriptionId, name), reaches);
  return reaches.some(({ scope }) => scope === null) ? 'covered' : 'not-covered';
}

export type GroupSplit = {
  missedInside: Decimal;
  missedOutside: Decimal;
  /** Every group is credited as a whole or not at all, and both kinds exist. */
  followsGroups: boolean;
};

/** Where the credit that is missing belongs: below the covered scopes or beside them. */
export function splitByAccess(
  groups: readonly GroupCost[] | null,
  reaches: readonly Reach[],
  subscriptionId: SubscriptionId,
): GroupSplit | null {
  const named = groups?.filter(({ name }) => name !== '') ?? [];
  if (groups === null || named.length === 0) return null;
  const isInside = ({ name }: GroupCost): boolean =>
    coverageOfGroup(name, reaches, subscriptionId) === 'covered';
  const weigh = (of: readonly GroupCost[]): Decimal => sum(of.map(({ missedWeight }) => missedWeight));
  return {
    missedInside: weigh(groups.filter(isInside)),
    missedOutside: weigh(groups.filter((group) => !isInside(group))),
    followsGroups:
      groups.every(({ earned, missed }) => !(earned && missed)) &&
      groups.some(({ earned }) => earned) &&
      groups.some(({ missed }) => missed),
  };
}
