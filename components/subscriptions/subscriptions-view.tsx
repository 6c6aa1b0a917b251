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
import type { SubscriptionList, SubscriptionsPageQuery } from '#lib/queries/schemas/subscriptions.ts';
import { choiceOf, isFiltered, PATH } from './choice.ts';
import { SubscriptionFilters } from './subscription-filters.tsx';
import { subscriptionChooser, subscriptionGrid } from './subscription-columns.ts';

type SubscriptionsViewProps = { list: SubscriptionList; query: SubscriptionsPageQuery; info: AppInfo };

export function SubscriptionsView({ list, query, info }: SubscriptionsViewProps) {
  const t = useTexts('subscriptions');
  const wording = useWording();
  const choice = choiceOf(query);
  const grid = subscriptionGrid(list, choice, wording);
  return (
    <MonthList
      page="subscriptions"
      what={t('what')}
      list={list}
      info={info}
      hrefOf={(period) => addressWith(PATH, choice, { period })}
    >
      <SearchAhead list="subscriptions" source={grid.source}>
        <SubscriptionFilters choice={choice} list={list} heads={grid.heads} />
        {list.items.length > 0 && (
          <ListTools path={PATH} list="subscriptions" query={choice} total={list.total}>
            <ColumnChooser path={PATH} query={choice} {...subscriptionChooser(wording, choice.columns)} />
          </ListTools>
        )}
        {list.items.length > 0 || isFiltered(choice) ? (
          <Grid
            grid={grid}
            bulk={{ formId: null, file: { path: '/api/v1/subscriptions/export', query: choice } }}
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
  const t = useTexts('subscriptions');
  return (
    <EmptyState icon="subscriptions" title={t('none')}>
      <p>{t('noneWhy')}</p>
    </EmptyState>
  );
}

function NoneFound({ period }: { period: string | undefined }) {
  const t = useTexts('subscriptions');
  return (
    <NoMatch title={t('noMatch')} clearHref={addressWith(PATH, { period })}>
      {t('searchFinds')}
    </NoMatch>
  );
}
