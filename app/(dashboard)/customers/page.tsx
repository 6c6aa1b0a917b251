import type { Metadata } from 'next';
import { CustomersView } from '#components/customers/customers-view.tsx';
import { WrongAddress } from '#components/layout/wrong-address.tsx';
import { getAppInfo } from '#lib/queries/app-info.ts';
import { getCustomers } from '#lib/queries/customers.ts';
import { customersPageQuery } from '#lib/queries/schemas/customers.ts';
import { rowsOf } from '../page-rows.ts';
import { answerOrProblems, parseSearch, type SearchParams } from '../parse-search.ts';

export const metadata: Metadata = { title: 'Customers' };

export default async function CustomersPage({ searchParams }: { searchParams: SearchParams }) {
  const { problems, query } = await parseSearch(customersPageQuery, searchParams);
  if (problems !== null) return <WrongAddress title="Customers" problems={problems} home="/customers" />;
  const limit = await rowsOf(searchParams, query.limit);
  const asked = await answerOrProblems(getCustomers({ ...query, limit }));
  if (asked.problems !== null) {
    return <WrongAddress title="Customers" problems={asked.problems} home="/customers" />;
  }
  return <CustomersView list={asked.answer} query={query} info={getAppInfo()} />;
}
