import { CustomersView } from '#components/customers/customers-view.tsx';
import { WrongAddress } from '#components/layout/wrong-address.tsx';
import { getAppInfo } from '#lib/queries/app-info.ts';
import { getCustomers } from '#lib/queries/customers.ts';
import { customersPageQuery } from '#lib/queries/schemas/customers.ts';
import { beginningOf, rowsOf } from '../page-rows.ts';
import { pageTitle } from '../page-title.ts';
import { answerOrProblems, parseSearch, type SearchParams } from '../parse-search.ts';

export const generateMetadata = pageTitle('customers');

export default async function CustomersPage({ searchParams }: { searchParams: SearchParams }) {
  const { problems, query } = await parseSearch(customersPageQuery, searchParams);
  if (problems !== null) return <WrongAddress page="customers" problems={problems} home="/customers" />;
  const limit = await rowsOf(searchParams, query.limit);
  const asked = await answerOrProblems(getCustomers({ ...query, limit }));
  if (asked.problems !== null) {
    return <WrongAddress page="customers" problems={asked.problems} home="/customers" />;
  }
  return (
    <CustomersView
      list={await beginningOf(searchParams, asked.answer)}
      query={{ ...query, limit }}
      info={getAppInfo()}
    />
  );
}
