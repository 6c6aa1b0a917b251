import { WrongAddress } from '#components/layout/wrong-address.tsx';
import { SubscriptionsView } from '#components/subscriptions/subscriptions-view.tsx';
import { getAppInfo } from '#lib/queries/app-info.ts';
import { getSubscriptions } from '#lib/queries/subscriptions.ts';
import { subscriptionsPageQuery } from '#lib/queries/schemas/subscriptions.ts';
import { beginningOf, rowsOf } from '../page-rows.ts';
import { pageTitle } from '../page-title.ts';
import { answerOrProblems, parseSearch, type SearchParams } from '../parse-search.ts';

export const generateMetadata = pageTitle('subscriptions');

export default async function SubscriptionsPage({ searchParams }: { searchParams: SearchParams }) {
  const { problems, query } = await parseSearch(subscriptionsPageQuery, searchParams);
  const wrong = (found: NonNullable<typeof problems>) => (
    <WrongAddress page="subscriptions" problems={found} home="/subscriptions" />
  );
  if (problems !== null) return wrong(problems);
  const limit = await rowsOf(searchParams, query.limit);
  const asked = await answerOrProblems(getSubscriptions({ ...query, limit }));
  if (asked.problems !== null) return wrong(asked.problems);
  return (
    <SubscriptionsView
      list={await beginningOf(searchParams, asked.answer)}
      query={{ ...query, limit }}
      info={getAppInfo()}
    />
  );
}
