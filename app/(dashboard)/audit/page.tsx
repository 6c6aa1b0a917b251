import { AuditView } from '#components/audit/audit-view.tsx';
import { WrongAddress } from '#components/layout/wrong-address.tsx';
import { getAudit } from '#lib/queries/audit.ts';
import { auditPageQuery } from '#lib/queries/schemas/audit.ts';
import { beginningOf, rowsOf } from '../page-rows.ts';
import { pageTitle } from '../page-title.ts';
import { answerOrProblems, parseSearch, type SearchParams } from '../parse-search.ts';

export const generateMetadata = pageTitle('audit');

export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  const { problems, query } = await parseSearch(auditPageQuery, searchParams);
  if (problems !== null) return <WrongAddress page="audit" problems={problems} home="/audit" />;
  const limit = await rowsOf(searchParams, query.limit);
  const asked = await answerOrProblems(getAudit({ ...query, limit }));
  if (asked.problems !== null) return <WrongAddress page="audit" problems={asked.problems} home="/audit" />;
  return <AuditView list={await beginningOf(searchParams, asked.answer)} query={{ ...query, limit }} />;
}
