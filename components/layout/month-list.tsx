import { useTexts } from '#language';
import type { ReactNode } from 'react';
import { DataFrom, wasNeverRead } from '#components/status/data-state.tsx';
import { SourceFailures } from '#components/status/source-failures.tsx';
import type { AppInfo } from '#lib/queries/app-info.ts';
import type { CustomerList } from '#lib/queries/schemas/customers.ts';
import type { English } from '#lib/texts/en/all-areas.ts';
import { CreditNote } from './credit-note.tsx';
import { NeverSynced } from './never-synced.tsx';
import { PageHeader } from './page-header.tsx';
import { PeriodPicker } from './period-picker.tsx';

type MonthListProps = {
  page: keyof English['pages'];
  /** What is shown here once something was read. */
  what: string;
  list: Pick<CustomerList, 'completeness' | 'open' | 'period' | 'periods' | 'totals'>;
  info: AppInfo;
  /** The same view of another month. */
  hrefOf: (period: string) => string;
  children: ReactNode;
};

/** A page that lists a month's rows: its head, how old they are, and what could not be read. */
export function MonthList({ page, what, list, info, hrefOf, children }: MonthListProps) {
  const title = useTexts('pages')(page);
  if (wasNeverRead(list.completeness)) {
    return (
      <>
        <PageHeader title={title} />
        <NeverSynced info={info} what={what} />
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={title}
        meta={
          <>
            <CreditNote open={list.open} totals={list.totals} creditRate={info.creditRate} />{' '}
            <DataFrom completeness={list.completeness} now={info.now} />
          </>
        }
      >
        <PeriodPicker period={list.period} periods={list.periods} hrefOf={hrefOf} />
      </PageHeader>
      <SourceFailures completeness={list.completeness} now={info.now} />
      {children}
    </>
  );
}
