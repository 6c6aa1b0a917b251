import type { Subscription } from './worlds/types.ts';

/** Lists of Microsoft.Authorization and Microsoft.ManagedServices are asked at a subscription or at a group of it. */
export const SCOPES = [
  '/subscriptions/:subscriptionId',
  '/subscriptions/:subscriptionId/resourceGroups/:group',
];

type Placed = { resourceGroup: string | null };

const same = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

/** Without a filter all at the scope, above and below it; with atScope() none below. */
export function heldAt<Held extends Placed>(
  held: readonly Held[],
  { group, only }: { group: string | undefined; only: boolean },
): readonly Held[] {
  if (group === undefined) return only ? held.filter(({ resourceGroup }) => resourceGroup === null) : held;
  return held.filter(({ resourceGroup }) => resourceGroup === null || same(resourceGroup, group));
}

export const hasGroup = ({ resourceGroups }: Subscription, group: string): boolean =>
  resourceGroups.some((name) => same(name, group));
