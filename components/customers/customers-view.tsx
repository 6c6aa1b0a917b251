import { useTexts, useWording } from '#language';
import { ColumnChooser } from '#components/grid/column-chooser.tsx';
import { Grid } from '#components/grid/grid.tsx';
import { ListTools } from '#components/layout/list-tools.tsx';
import { MonthList } from '#components/layout/month-list.tsx';
import { addressWith } from '#components/ui/address.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { NoMatch } from '#components/ui/no-match.tsx';
import { Pager } from '#components/ui/pager.tsx';
import type { AppInfo } from '#lib/queries/app-info.ts';
import type { CustomerList, CustomersPageQuery } from '#lib/queries/schemas/customers.ts';
import { choiceOf, isFiltered, PATH } from './choice.ts';
import { customerChooser, customerGrid } from './customer-columns.ts';
import { CustomerFilters } from './customer-filters.tsx';

type CustomersViewProps = { list: CustomerList; query: CustomersPageQuery; info: AppInfo };

export function CustomersView({ list, query, info }: CustomersViewProps) {
  const t = useTexts('customers');
  const wording = useWording();
  const choice = choiceOf(query);
  return (
    <MonthList
      page="customers"
      what={t('what')}
      list={list}
      info={info}
      hrefOf={(period) => addressWith(PATH, choice, { period })}
    >
      <CustomerFilters choice={choice} list={list} />
      {list.items.length === 0 ? (
        <NoRows filtered={isFiltered(choice)} period={query.period} />
      ) : (
        <>
          <ListTools path={PATH} list="customers" query={choice} total={list.total}>
            <ColumnChooser path={PATH} query={choice} {...customerChooser(wording, choice.columns)} />
          </ListTools>
          <Grid
            grid={customerGrid(list, { choice, now: info.now, wording })}
            bulk={{ formId: null, file: { path: '/api/v1/customers/export', query: choice } }}
          />
          <Pager path={PATH} query={choice} list={list} page={query} />
        </>
      )}
    </MonthList>
  );
}

function NoRows({ filtered, period }: { filtered: boolean; period: string | undefined }) {
  const t = useTexts('customers');
  if (!filtered) {
    return (
      <EmptyState icon="customers" title={t('none')}>
        <p>{t('noneWhy')}</p>
      </EmptyState>
    );
  }
  return (
    <NoMatch title={t('noMatch')} clearHref={addressWith(PATH, { period })}>
      {t('searchFinds')}
    </NoMatch>
  );
}
