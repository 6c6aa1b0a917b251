import { CreditNote } from '#components/layout/credit-note.tsx';
import { NeverSynced } from '#components/layout/never-synced.tsx';
import { PageHeader } from '#components/layout/page-header.tsx';
import type { AppInfo } from '#lib/queries/app-info.ts';
import { PeriodPicker } from '#components/layout/period-picker.tsx';
import { DataFrom, wasNeverRead } from '#components/status/data-state.tsx';
import { SourceFailures } from '#components/status/source-failures.tsx';
import { addressWith } from '#components/ui/address.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { BUTTON } from '#components/ui/button.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Pager } from '#components/ui/pager.tsx';
import type { CustomerList, CustomersQuery } from '#lib/queries/schemas/customers.ts';
import { choiceOf, isFiltered } from './choice.ts';
import { CustomerFilters } from './customer-filters.tsx';
import { CustomerTable } from './customer-table.tsx';

type CustomersViewProps = { list: CustomerList; query: CustomersQuery; info: AppInfo };

export function CustomersView({ list, query, info }: CustomersViewProps) {
  if (wasNeverRead(list.completeness)) {
    return (
      <>
        <PageHeader title="Customers" />
        <NeverSynced info={info} what="Your customers, what they earn and why not," />
      </>
    );
  }
  const choice = choiceOf(query);
  return (
    <>
      <PageHeader
        title="Customers"
        meta={
          <>
            <CreditNote open={list.open} totals={list.totals} creditRate={info.creditRate} />{' '}
            <DataFrom completeness={list.completeness} now={info.now} />
          </>
        }
      >
        <PeriodPicker
          period={list.period}
          periods={list.periods}
          hrefOf={(period) => addressWith('/customers', choice, { period })}
        />
      </PageHeader>
      <SourceFailures completeness={list.completeness} now={info.now} />
      <CustomerFilters choice={choice} list={list} />
      {list.items.length === 0 ? (
        <NoMatch filtered={isFiltered(choice)} period={query.period} />
      ) : (
        <>
          <CustomerTable list={list} choice={choice} now={info.now} />
          <Pager path="/customers" query={choice} list={list} paged={query.cursor !== undefined} />
        </>
      )}
    </>
  );
}

function NoMatch({ filtered, period }: { filtered: boolean; period: string | undefined }) {
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
    <EmptyState
      icon="search"
      title="No customer matches these filters"
      action={
        <AppLink href={addressWith('/customers', { period })} className={BUTTON.plain}>
          Clear filters
        </AppLink>
      }
    >
      <p>Search finds parts of a name and of a tenant id.</p>
    </EmptyState>
  );
}
