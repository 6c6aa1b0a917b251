import { requestLanguage } from '#components/language/in-server.ts';
import { WrongAddress } from '#components/layout/wrong-address.tsx';
import { RolesView } from '#components/roles/roles-view.tsx';
import { getAppInfo } from '#lib/queries/app-info.ts';
import { getRoles } from '#lib/queries/roles.ts';
import { rolesPageQuery } from '#lib/queries/schemas/roles.ts';
import { beginningOf, rowsOf } from '../page-rows.ts';
import { pageTitle } from '../page-title.ts';
import { answerOrProblems, parseSearch, type SearchParams } from '../parse-search.ts';

export const generateMetadata = pageTitle('roles');

export default async function RolesPage({ searchParams }: { searchParams: SearchParams }) {
  const { problems, query } = await parseSearch(rolesPageQuery, searchParams);
  if (problems !== null) return <WrongAddress page="roles" problems={problems} home="/roles" />;
  const limit = await rowsOf(searchParams, query.limit);
  const asked = await answerOrProblems(getRoles({ ...query, limit }, await requestLanguage()));
  if (asked.problems !== null) return <WrongAddress page="roles" problems={asked.problems} home="/roles" />;
  const list = await beginningOf(searchParams, asked.answer);
  return <RolesView list={list} query={{ ...query, limit }} info={getAppInfo()} />;
}
