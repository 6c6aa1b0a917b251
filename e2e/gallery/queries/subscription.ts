import type { SubscriptionDetail } from '#lib/queries/schemas/subscriptions.ts';
import { subscriptionDetail } from '../fixture-subscription.ts';
import { chosenScenario } from './scenario.ts';

export const getSubscription = async (id: string): Promise<SubscriptionDetail | null> =>
  subscriptionDetail(id, await chosenScenario());
