import { WrongAddress } from '#components/layout/wrong-address.tsx';
import { LinksView } from '#components/links/links-view.tsx';
import { getAppInfo } from '#lib/queries/app-info.ts';
import { includesRole, isRole } from '#lib/auth/roles.ts';
import { getLinks } from '#lib/queries/links.ts';
import { getSession } from '#lib/queries/session.ts';
import { getAttestationDays } from '#lib/queries/settings.ts';
import { linksPageQuery } from '#lib/queries/schemas/links.ts';
import { beginningOf, rowsOf } from '../page-rows.ts';
import { pageTitle } from '../page-title.ts';
import { answerOrProblems, parseSearch, type SearchParams } from '../parse-search.ts';

export const generateMetadata = pageTitle('links');

export default async function LinksPage({ searchParams }: { searchParams: SearchParams }) {
  const { problems, query } = await parseSearch(linksPageQuery, searchParams);
  const wrong = (found: NonNullable<typeof problems>) => (
    <WrongAddress page="links" problems={found} home="/links" />
  );
  if (problems !== null) return wrong(problems);
  const limit = await rowsOf(searchParams, query.limit);
  const asked = await answerOrProblems(getLinks({ ...query, limit }));
  if (asked.problems !== null) return wrong(asked.problems);
  const { roles } = await getSession();
  const mayAttest = includesRole(roles.filter(isRole), 'Pec.Support');
  const attestationDays = mayAttest ? await getAttestationDays() : null;
  return (
    <LinksView
      list={await beginningOf(searchParams, asked.answer)}
      query={{ ...query, limit }}
      info={getAppInfo()}
      attestationDays={attestationDays}
    />
  );
}
