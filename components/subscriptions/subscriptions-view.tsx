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
import type { SubscriptionList, SubscriptionsPageQuery } from '#lib/queries/schemas/subscriptions.ts';
import { choiceOf, isFiltered, PATH } from './choice.ts';
import { SubscriptionFilters } from './subscription-filters.tsx';
import { subscriptionChooser, subscriptionGrid } from './subscription-columns.ts';

type SubscriptionsViewProps = { list: SubscriptionList; query: SubscriptionsPageQuery; info: AppInfo };

export function SubscriptionsView({ list, query, info }: SubscriptionsViewProps) {
  const t = useTexts('subscriptions');
  const wording = useWording();
  const choice = choiceOf(query);
  return (
    <MonthList
      page="subscriptions"
      what={t('what')}
      list={list}
      info={info}
      hrefOf={(period) => addressWith(PATH, choice, { period })}
    >
      <SubscriptionFilters choice={choice} list={list} />
      {list.items.length === 0 ? (
        <NoRows filtered={isFiltered(choice)} period={query.period} />
      ) : (
        <>
          <ListTools path={PATH} list="subscriptions" query={choice} total={list.total}>
            <ColumnChooser path={PATH} query={choice} {...subscriptionChooser(wording, choice.columns)} />
          </ListTools>
          <Grid
            grid={subscriptionGrid(list, choice, wording)}
            bulk={{ formId: null, file: { path: '/api/v1/subscriptions/export', query: choice } }}
          />
          <Pager path={PATH} query={choice} list={list} page={query} />
        </>
      )}
    </MonthList>
  );
}

function NoRows({ filtered, period }: { filtered: boolean; period: string | undefined }) {
  const t = useTexts('subscriptions');
  if (!filtered) {
    return (
      <EmptyState icon="subscriptions" title={t('none')}>
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
