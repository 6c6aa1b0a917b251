import { SubscriptionClient } from '@azure/arm-resources-subscriptions';
import type { Subscription } from '#lib/core/facts.ts';
import type { Caller } from '../caller.ts';
import { converse, pipelineCredential } from '../conversation.ts';
import { mapSubscription } from './map.ts';
import { subscriptionPage } from './wire.ts';

const subject = { source: 'subscriptions', audience: 'resource-manager' } as const;

export async function* readSubscriptions(caller: Caller): AsyncIterable<Subscription[]> {
  const { client, pages } = converse(
    caller,
    subject,
    (options) => new SubscriptionClient(pipelineCredential, options),
  );
  for await (const page of pages(subscriptionPage, client.subscriptions.list().byPage())) {
    yield page.value.map(mapSubscription);
  }
}
