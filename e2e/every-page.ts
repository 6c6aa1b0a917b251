import { z } from 'zod';
import type { Stack } from './stack.ts';

const findings = z.object({ items: z.array(z.object({ id: z.string() })) });

/** An address of every page that is signed in to, with much to show, and of the answers to wrong ones. */
export async function everyPage(stack: Stack): Promise<string[]> {
  const { customers } = stack.simulator.world;
  const [finding] = (await stack.get('/api/v1/findings?limit=1', findings)).items;
  // The hand-written customer of two currencies has the longest name and the most to show.
  const customer = `/customers/${customers[11]?.tenantId ?? ''}`;
  return [
    '/',
    '/customers',
    customer,
    `${customer}/report`,
    '/subscriptions',
    // The hand-written subscription of which one resource group only is delegated.
    `/subscriptions/${customers[5]?.subscriptions[0]?.subscriptionId ?? ''}`,
    '/gaps',
    '/gaps?cause=no-access',
    `/gaps/${finding?.id ?? ''}`,
    '/costs',
    '/changes',
    '/links',
    '/links/me',
    '/roles',
    '/sync',
    '/imports',
    '/imports/reconcile',
    '/audit',
    '/settings',
    '/settings/people',
    '/customers?verdict=green',
    '/costs?limit=many&day=monday&columns=colour&groupBy=colour&subscription=x&colour=red',
    '/nowhere',
  ];
}
