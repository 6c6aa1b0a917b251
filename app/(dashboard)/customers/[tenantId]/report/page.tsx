import { notFound } from 'next/navigation';
import { ReportView } from '#components/customer/report-view.tsx';
import { WrongAddress } from '#components/layout/wrong-address.tsx';
import { requestLanguage } from '#components/language/in-server.ts';
import { getAppInfo } from '#lib/queries/app-info.ts';
import { getCustomer } from '#lib/queries/customer.ts';
import { customerQuery } from '#lib/queries/schemas/customers.ts';
import { pageTitle } from '../../../page-title.ts';
import { parseSearch, type SearchParams } from '../../../parse-search.ts';

export const generateMetadata = pageTitle('report');

type ReportPageProps = { params: Promise<{ tenantId: string }>; searchParams: SearchParams };

export default async function ReportPage({ params, searchParams }: ReportPageProps) {
  const { tenantId } = await params;
  const { problems, query } = await parseSearch(customerQuery, searchParams);
  if (problems !== null) {
    return <WrongAddress page="report" problems={problems} home={`/customers/${tenantId}/report`} />;
  }
  const customer = await getCustomer(tenantId, query, await requestLanguage());
  if (customer === null) notFound();
  return <ReportView customer={customer} now={getAppInfo().now} />;
}
