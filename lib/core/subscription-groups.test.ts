import { expect, it } from 'vitest';
import { parseSubscriptionId, type SubscriptionId } from './ids.ts';
import { groupSubscriptions, planSubscriptionGroups } from './subscription-groups.ts';

const subscriptions = (count: number): SubscriptionId[] =>
  Array.from({ length: count }, (_, at) => {
    const id = parseSubscriptionId(`55555555-0000-4000-8000-${String(at).padStart(12, '0')}`);
    if (id === null) throw new Error('not an id');
    return id;
  });

it('asks once for everything up to 10,000 subscriptions', () => {
  expect(planSubscriptionGroups([])).toEqual([null]);
  expect(planSubscriptionGroups(subscriptions(10_000))).toEqual([null]);
});

it('asks in groups of 300 above 10,000, each subscription once', () => {
  const all = subscriptions(10_001);
  const groups = planSubscriptionGroups(all);
  expect(groups).toHaveLength(34);
  expect(groups.every((group) => group !== null && group.length <= 300)).toBe(true);
  expect(groups.flat()).toEqual(all);
});

it('makes no group of nothing', () => {
  expect(groupSubscriptions([])).toEqual([]);
  expect(groupSubscriptions(subscriptions(301)).map(({ length }) => length)).toEqual([300, 1]);
});
