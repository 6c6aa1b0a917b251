import { CreditNote } from '#components/layout/credit-note.tsx';
import { NeverSynced } from '#components/layout/never-synced.tsx';
import { PageHeader } from '#components/layout/page-header.tsx';
import { PeriodPicker } from '#components/layout/period-picker.tsx';
import { DataFrom, wasNeverRead } from '#components/status/data-state.tsx';
import { SourceFailures } from '#components/status/source-failures.tsx';
import { addressWith } from '#components/ui/address.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { BUTTON } from '#components/ui/button.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Pager } from '#components/ui/pager.tsx';
import type { AppInfo } from '#lib/queries/app-info.ts';
import type { SubscriptionList, SubscriptionsQuery } from '#lib/queries/schemas/subscriptions.ts';
import { choiceOf, isFiltered, PATH } from './choice.ts';
import { SubscriptionFilters } from './subscription-filters.tsx';
import { SubscriptionTable } from './subscription-table.tsx';

type SubscriptionsViewProps = { list: SubscriptionList; query: SubscriptionsQuery; info: AppInfo };

export function SubscriptionsView({ list, query, info }: SubscriptionsViewProps) {
  if (wasNeverRead(list.completeness)) {
    return (
      <>
        <PageHeader title="Subscriptions" />
        <NeverSynced info={info} what="Subscriptions, how they are linked and whether they earn," />
      </>
    );
  }
  const choice = choiceOf(query);
  return (
    <>
      <PageHeader
        title="Subscriptions"
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
          hrefOf={(period) => addressWith(PATH, choice, { period })}
        />
      </PageHeader>
      <SourceFailures completeness={list.completeness} now={info.now} />
      <SubscriptionFilters choice={choice} list={list} />
      {list.items.length === 0 ? (
        <NoMatch filtered={isFiltered(choice)} period={query.period} />
      ) : (
        <>
          <SubscriptionTable list={list} choice={choice} />
          <Pager path={PATH} query={choice} list={list} paged={query.cursor !== undefined} />
        </>
      )}
    </>
  );
}

function NoMatch({ filtered, period }: { filtered: boolean; period: string | undefined }) {
  if (!filtered) {
    return (
      <EmptyState icon="subscriptions" title="No subscription was found">
        <p>
          None is delegated to you, none of a customer’s tenant could be listed, and no cost names one. If you
          expect some, the Sync page says which sources could not be read.
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon="search"
      title="No subscription matches these filters"
      action={
        <AppLink href={addressWith(PATH, { period })} className={BUTTON.plain}>
          Clear filters
        </AppLink>
      }
    >
      <p>Search finds parts of a name and of an id, of the subscription and of its customer.</p>
    </EmptyState>
  );
}
