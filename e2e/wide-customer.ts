import { buildWorld } from './simulator/worlds/world.ts';
import { guidOf } from './simulator/worlds/seeded.ts';
import type { Customer, Subscription, World } from './simulator/worlds/types.ts';

const COUNT = 150;

/**
 * The hand-written world in which one customer has so many subscriptions that a month of its costs fills
 * several pages of Azure's answer: each costs what the written one costs.
 */
export function worldWithWideCustomer(displayName: string, customers: number): World {
  const world = buildWorld({ customers, seed: 1 });
  const widened = world.customers.map((customer) =>
    customer.displayName === displayName ? widen(customer) : customer,
  );
  const subscriptions = widened.flatMap((customer) => customer.subscriptions);
  return {
    ...world,
    customers: widened,
    subscriptions: new Map(subscriptions.map((held) => [held.subscriptionId, held])),
  };
}

const widen = (customer: Customer): Customer => ({
  ...customer,
  subscriptions: [
    ...customer.subscriptions,
    ...Array.from({ length: COUNT }, (_, index) => copyOf(customer.subscriptions[0], index)),
  ],
});

function copyOf(first: Subscription | undefined, index: number): Subscription {
  if (first === undefined) throw new Error('the customer has no subscription to copy');
  const subscriptionId = guidOf(first.subscriptionId, 'copy', index);
  return { ...first, subscriptionId, displayName: `${first.displayName} ${index + 2}` };
}
