import { GapsView } from '#components/gaps/gaps-view.tsx';
import { WrongAddress } from '#components/layout/wrong-address.tsx';
import { getAppInfo } from '#lib/queries/app-info.ts';
import { getGaps } from '#lib/queries/gaps.ts';
import { gapsQuery } from '#lib/queries/schemas/gaps.ts';
import { pageTitle } from '../page-title.ts';
import { beginningOf, rowsOf } from '../page-rows.ts';
import { answerOrProblems, parseSearch, type SearchParams } from '../parse-search.ts';

export const generateMetadata = pageTitle('gaps');

export default async function GapsPage({ searchParams }: { searchParams: SearchParams }) {
  const { problems, query } = await parseSearch(gapsQuery, searchParams);
  const wrong = (found: NonNullable<typeof problems>) => (
    <WrongAddress page="gaps" problems={found} home="/gaps" />
  );
  if (problems !== null) return wrong(problems);
  const limit = await rowsOf(searchParams, query.limit);
  const asked = await answerOrProblems(getGaps({ ...query, limit }));
  if (asked.problems !== null) return wrong(asked.problems);
  const gaps = query.cause === undefined ? asked.answer : await beginningOf(searchParams, asked.answer);
  return <GapsView gaps={gaps} query={{ ...query, limit }} info={getAppInfo()} />;
}
