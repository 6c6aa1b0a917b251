import { CreditNote } from '#components/layout/credit-note.tsx';
import { NeverSynced } from '#components/layout/never-synced.tsx';
import { PageHeader } from '#components/layout/page-header.tsx';
import { PeriodPicker } from '#components/layout/period-picker.tsx';
import { DataFrom, wasNeverRead, wasRead } from '#components/status/data-state.tsx';
import { NoCost } from '#components/status/no-cost.tsx';
import { SourceFailures } from '#components/status/source-failures.tsx';
import { addressWith } from '#components/ui/address.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { BUTTON } from '#components/ui/button.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Pager } from '#components/ui/pager.tsx';
import type { AppInfo } from '#lib/queries/app-info.ts';
import type { CostList, CostsQuery } from '#lib/queries/schemas/costs.ts';
import { choiceOf, isFiltered, PATH, type Choice } from './choice.ts';
import { CostFilters } from './cost-filters.tsx';
import { CostTable } from './cost-table.tsx';
import { NotGrouped } from './not-grouped.tsx';
import { ReadingWays } from './reading-ways.tsx';

type CostsViewProps = { list: CostList; query: CostsQuery; info: AppInfo };

export function CostsView({ list, query, info }: CostsViewProps) {
  if (wasNeverRead(list.completeness)) {
    return (
      <>
        <PageHeader title="Costs" />
        <NeverSynced info={info} what="Costs, and which of them received credit," />
      </>
    );
  }
  const choice = choiceOf(query);
  return (
    <>
      <PageHeader
        title="Costs"
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
          hrefOf={(period) => addressWith(PATH, choice, { period, day: undefined })}
        />
      </PageHeader>
      <SourceFailures completeness={list.completeness} now={info.now} />
      <CostFilters choice={choice} list={list} />
      <NotGrouped list={list} />
      {list.items.length === 0 ? (
        <NoRows list={list} choice={choice} />
      ) : (
        <>
          <CostTable list={list} choice={choice} now={info.now} />
          <Pager path={PATH} query={choice} list={list} paged={query.cursor !== undefined} />
        </>
      )}
      <ReadingWays list={list} now={info.now} />
    </>
  );
}

function NoRows({ list, choice }: { list: CostList; choice: Choice }) {
  if (list.notGrouped.length > 0) return null;
  if (!isFiltered(choice)) {
    return <NoCost period={list.period} read={wasRead(list.completeness, 'costs')} />;
  }
  return (
    <EmptyState
      icon="search"
      title="No cost matches these filters"
      action={
        <AppLink
          href={addressWith(PATH, { period: choice.period, groupBy: choice.groupBy })}
          className={BUTTON.plain}
        >
          Clear filters
        </AppLink>
      }
    >
      <p>There may be cost of this month that other filters show.</p>
    </EmptyState>
  );
}
