import { notFound } from 'next/navigation';
import { WrongAddress } from '#components/layout/wrong-address.tsx';
import { SubscriptionView } from '#components/subscription/subscription-view.tsx';
import { requestLanguage } from '#components/language/in-server.ts';
import { getAppInfo } from '#lib/queries/app-info.ts';
import { getSubscription } from '#lib/queries/subscription.ts';
import { subscriptionQuery } from '#lib/queries/schemas/subscriptions.ts';
import { pageTitle } from '../../page-title.ts';
import { parseSearch, type SearchParams } from '../../parse-search.ts';

export const generateMetadata = pageTitle('subscription');

type SubscriptionPageProps = { params: Promise<{ subscriptionId: string }>; searchParams: SearchParams };

export default async function SubscriptionPage({ params, searchParams }: SubscriptionPageProps) {
  const { subscriptionId } = await params;
  const { problems, query } = await parseSearch(subscriptionQuery, searchParams);
  if (problems !== null) {
    return <WrongAddress page="subscription" problems={problems} home={`/subscriptions/${subscriptionId}`} />;
  }
  const subscription = await getSubscription(subscriptionId, query, await requestLanguage());
  if (subscription === null) notFound();
  return <SubscriptionView subscription={subscription} info={getAppInfo()} />;
}
