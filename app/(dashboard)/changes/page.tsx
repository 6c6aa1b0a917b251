import { ChangesView } from '#components/changes/changes-view.tsx';
import { WrongAddress } from '#components/layout/wrong-address.tsx';
import { getAppInfo } from '#lib/queries/app-info.ts';
import { getChangesPage } from '#lib/queries/changes.ts';
import { changesPageQuery } from '#lib/queries/schemas/changes.ts';
import { beginningOf, rowsOf } from '../page-rows.ts';
import { pageTitle } from '../page-title.ts';
import { answerOrProblems, parseSearch, type SearchParams } from '../parse-search.ts';

export const generateMetadata = pageTitle('changes');

export default async function ChangesPage({ searchParams }: { searchParams: SearchParams }) {
  const { problems, query } = await parseSearch(changesPageQuery, searchParams);
  const wrong = (found: NonNullable<typeof problems>) => (
    <WrongAddress page="changes" problems={found} home="/changes" />
  );
  if (problems !== null) return wrong(problems);
  const limit = await rowsOf(searchParams, query.limit);
  const asked = await answerOrProblems(getChangesPage({ ...query, limit }));
  if (asked.problems !== null) return wrong(asked.problems);
  return (
    <ChangesView
      list={await beginningOf(searchParams, asked.answer)}
      query={{ ...query, limit }}
      info={getAppInfo()}
    />
  );
}
