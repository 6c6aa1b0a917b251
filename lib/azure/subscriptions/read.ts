import { SubscriptionClient } from '@azure/arm-resources-subscriptions';
import type { KnownTenant, Subscription } from '#lib/core/facts.ts';
import type { Caller } from '../caller.ts';
import { converse, pipelineCredential } from '../conversation.ts';
import { mapSubscription, mapTenant } from './map.ts';
import { subscriptionPage, tenantPage } from './wire.ts';

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

/** Tenants that the token sees: its own, and customers that Lighthouse projects into it. */
export async function* readTenants(caller: Caller): AsyncIterable<KnownTenant[]> {
  const { client, pages } = converse(
    caller,
    { ...subject, source: 'tenants' },
    (options) => new SubscriptionClient(pipelineCredential, options),
  );
  for await (const page of pages(tenantPage, client.tenants.list().byPage())) yield page.value.map(mapTenant);
}
