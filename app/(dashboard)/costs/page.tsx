import { CostsView } from '#components/costs/costs-view.tsx';
import { WrongAddress } from '#components/layout/wrong-address.tsx';
import { getAppInfo } from '#lib/queries/app-info.ts';
import { getCosts } from '#lib/queries/costs.ts';
import { costsPageQuery } from '#lib/queries/schemas/costs.ts';
import { beginningOf, rowsOf } from '../page-rows.ts';
import { pageTitle } from '../page-title.ts';
import { answerOrProblems, parseSearch, type SearchParams } from '../parse-search.ts';

export const generateMetadata = pageTitle('costs');

/** A month by day in three currencies. */
const MONTH_ROWS = 100;

export default async function CostsPage({ searchParams }: { searchParams: SearchParams }) {
  const { problems, query } = await parseSearch(costsPageQuery, searchParams);
  const wrong = (found: NonNullable<typeof problems>) => (
    <WrongAddress page="costs" problems={found} home="/costs" />
  );
  if (problems !== null) return wrong(problems);
  const limit = await rowsOf(searchParams, query.limit, MONTH_ROWS);
  const asked = await answerOrProblems(getCosts({ ...query, limit }));
  if (asked.problems !== null) return wrong(asked.problems);
  const list = await beginningOf(searchParams, asked.answer, MONTH_ROWS);
  return <CostsView list={list} query={{ ...query, limit }} info={getAppInfo()} />;
}
