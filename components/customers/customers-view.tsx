import type { AppInfo } from '#lib/queries/app-info.ts';
import { ListTools } from '#components/layout/list-tools.tsx';
import { MonthList } from '#components/layout/month-list.tsx';
import { addressWith } from '#components/ui/address.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { NoMatch } from '#components/ui/no-match.tsx';
import { Pager } from '#components/ui/pager.tsx';
import type { CustomerList, CustomersQuery } from '#lib/queries/schemas/customers.ts';
import { choiceOf, isFiltered } from './choice.ts';
import { CustomerFilters } from './customer-filters.tsx';
import { CustomerTable } from './customer-table.tsx';

type CustomersViewProps = { list: CustomerList; query: CustomersQuery; info: AppInfo };

export function CustomersView({ list, query, info }: CustomersViewProps) {
  const choice = choiceOf(query);
  return (
    <MonthList
      title="Customers"
      what="Your customers, what they earn and why not,"
      list={list}
      info={info}
      hrefOf={(period) => addressWith('/customers', choice, { period })}
    >
      <CustomerFilters choice={choice} list={list} />
      {list.items.length === 0 ? (
        <NoRows filtered={isFiltered(choice)} period={query.period} />
      ) : (
        <>
          <ListTools path="/customers" list="customers" query={choice} total={list.total} />
          <CustomerTable list={list} choice={choice} now={info.now} />
          <Pager path="/customers" query={choice} list={list} paged={query.cursor !== undefined} />
        </>
      )}
    </MonthList>
  );
}

function NoRows({ filtered, period }: { filtered: boolean; period: string | undefined }) {
  if (!filtered) {
    return (
      <EmptyState icon="customers" title="No customers were found">
        <p>
          The sources that were read name no customer. If you expect some, the Sync page says which sources
          could not be read.
        </p>
      </EmptyState>
    );
  }
  return (
    <NoMatch what="customer" clearHref={addressWith('/customers', { period })}>
      Search finds parts of a name and of a tenant id.
    </NoMatch>
  );
}
