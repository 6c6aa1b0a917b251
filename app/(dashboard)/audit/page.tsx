import { AuditView } from '#components/audit/audit-view.tsx';
import { WrongAddress } from '#components/layout/wrong-address.tsx';
import { getAudit } from '#lib/queries/audit.ts';
import { auditQuery } from '#lib/queries/schemas/audit.ts';
import { pageTitle } from '../page-title.ts';
import { answerOrProblems, parseSearch, type SearchParams } from '../parse-search.ts';

export const generateMetadata = pageTitle('audit');

export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  const { problems, query } = await parseSearch(auditQuery, searchParams);
  if (problems !== null) return <WrongAddress page="audit" problems={problems} home="/audit" />;
  const asked = await answerOrProblems(getAudit(query));
  if (asked.problems !== null) return <WrongAddress page="audit" problems={asked.problems} home="/audit" />;
  return <AuditView list={asked.answer} query={query} />;
}
