import { requestLanguage } from '#components/language/in-server.ts';
import { WrongAddress } from '#components/layout/wrong-address.tsx';
import { RolesView } from '#components/roles/roles-view.tsx';
import { getAppInfo } from '#lib/queries/app-info.ts';
import { getRoles } from '#lib/queries/roles.ts';
import { rolesQuery } from '#lib/queries/schemas/roles.ts';
import { pageTitle } from '../page-title.ts';
import { answerOrProblems, parseSearch, type SearchParams } from '../parse-search.ts';

/** The list is short enough to be searched with the eye. */
const WHOLE_LIST = 500;

export const generateMetadata = pageTitle('roles');

export default async function RolesPage({ searchParams }: { searchParams: SearchParams }) {
  const { problems, query } = await parseSearch(rolesQuery, searchParams);
  if (problems !== null) return <WrongAddress page="roles" problems={problems} home="/roles" />;
  const asked = await answerOrProblems(getRoles({ ...query, limit: WHOLE_LIST }, await requestLanguage()));
  if (asked.problems !== null) return <WrongAddress page="roles" problems={asked.problems} home="/roles" />;
  return <RolesView list={asked.answer} query={query} info={getAppInfo()} />;
}
