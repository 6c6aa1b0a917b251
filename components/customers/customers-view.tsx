import { useTexts, useWording } from '#language';
import { ColumnChooser } from '#components/grid/column-chooser.tsx';
import { Grid } from '#components/grid/grid.tsx';
import { SearchAhead } from '#components/grid/search-ahead.tsx';
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
  const grid = customerGrid(list, { choice, now: info.now, wording });
  return (
    <MonthList
      page="customers"
      what={t('what')}
      list={list}
      info={info}
      hrefOf={(period) => addressWith(PATH, choice, { period })}
    >
      <SearchAhead list="customers" source={grid.source}>
        <CustomerFilters choice={choice} list={list} heads={grid.heads} />
        {list.items.length > 0 && (
          <ListTools path={PATH} list="customers" query={choice} total={list.total}>
            <ColumnChooser path={PATH} query={choice} {...customerChooser(wording, choice.columns)} />
          </ListTools>
        )}
        {list.items.length > 0 || isFiltered(choice) ? (
          <Grid
            grid={grid}
            bulk={{ formId: null, file: { path: '/api/v1/customers/export', query: choice } }}
            none={<NoneFound period={query.period} />}
          />
        ) : (
          <NoRows />
        )}
        <Pager path={PATH} query={choice} list={list} page={query} />
      </SearchAhead>
    </MonthList>
  );
}

function NoRows() {
  const t = useTexts('customers');
  return (
    <EmptyState icon="customers" title={t('none')}>
      <p>{t('noneWhy')}</p>
    </EmptyState>
  );
}

function NoneFound({ period }: { period: string | undefined }) {
  const t = useTexts('customers');
  return (
    <NoMatch title={t('noMatch')} clearHref={addressWith(PATH, { period })}>
      {t('searchFinds')}
    </NoMatch>
  );
}
