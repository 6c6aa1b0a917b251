import { notFound } from 'next/navigation';
import { CustomerView } from '#components/customer/customer-view.tsx';
import { WrongAddress } from '#components/layout/wrong-address.tsx';
import { requestLanguage } from '#components/language/in-server.ts';
import { getAppInfo } from '#lib/queries/app-info.ts';
import { includesRole, isRole } from '#lib/auth/roles.ts';
import { getSession } from '#lib/queries/session.ts';
import { getOwnerChoice } from '#lib/queries/owner-choice.ts';
import { getCustomer } from '#lib/queries/customer.ts';
import { customerQuery } from '#lib/queries/schemas/customers.ts';
import { pageTitle } from '../../page-title.ts';
import { parseSearch, type SearchParams } from '../../parse-search.ts';

export const generateMetadata = pageTitle('customer');

type CustomerPageProps = { params: Promise<{ tenantId: string }>; searchParams: SearchParams };

export default async function CustomerPage({ params, searchParams }: CustomerPageProps) {
  const { tenantId } = await params;
  const { problems, query } = await parseSearch(customerQuery, searchParams);
  if (problems !== null) {
    return <WrongAddress page="customer" problems={problems} home={`/customers/${tenantId}`} />;
  }
  const customer = await getCustomer(tenantId, query, await requestLanguage());
  if (customer === null) notFound();
  const { roles } = await getSession();
  return (
    <CustomerView
      customer={customer}
      info={getAppInfo()}
      mayRefresh={includesRole(roles.filter(isRole), 'Pec.Support')}
      owners={await getOwnerChoice()}
    />
  );
}
