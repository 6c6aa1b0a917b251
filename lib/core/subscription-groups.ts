import type { SubscriptionId } from './ids.ts';

/** Resource Graph answers for the first 10,000 subscriptions only (azure/limits.md, 2026-11-21). */
const MOST_TOGETHER = 10_000;
/** Microsoft recommends fewer than 300 in one question. */
const GROUP_SIZE = 300;

/** What to ask in one question: null asks for all that the token sees. */
export type SubscriptionGroup = readonly SubscriptionId[] | null;

export function planSubscriptionGroups(visible: readonly SubscriptionId[]): SubscriptionGroup[] {
  return visible.length <= MOST_TOGETHER ? [null] : groupSubscriptions(visible);
}

export function groupSubscriptions(subscriptions: readonly SubscriptionId[]): (readonly SubscriptionId[])[] {
  const groups = Math.ceil(subscriptions.length / GROUP_SIZE);
  return Array.from({ length: groups }, (_, at) =>
    subscriptions.slice(at * GROUP_SIZE, (at + 1) * GROUP_SIZE),
  );
}
