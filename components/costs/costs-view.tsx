import { useWording, useTexts } from '#language';
import { ColumnChooser } from '#components/grid/column-chooser.tsx';
import { Grid } from '#components/grid/grid.tsx';
import { ListTools } from '#components/layout/list-tools.tsx';
import { MonthList } from '#components/layout/month-list.tsx';
import { wasRead } from '#components/status/data-state.tsx';
import { NoCost } from '#components/status/no-cost.tsx';
import { addressWith } from '#components/ui/address.ts';
import { NoMatch } from '#components/ui/no-match.tsx';
import { Pager } from '#components/ui/pager.tsx';
import type { AppInfo } from '#lib/queries/app-info.ts';
import type { CostList, CostsPageQuery } from '#lib/queries/schemas/costs.ts';
import { choiceOf, isFiltered, PATH, type Choice } from './choice.ts';
import { costChooser, costGrid } from './cost-columns.ts';
import { CostFilters } from './cost-filters.tsx';

import { NotGrouped } from './not-grouped.tsx';
import { ReadingWays } from './reading-ways.tsx';

type CostsViewProps = { list: CostList; query: CostsPageQuery; info: AppInfo };

export function CostsView({ list, query, info }: CostsViewProps) {
  const wording = useWording();
  const { limit, cursor, ...asked } = query;
  const choice = choiceOf(asked);
  const grid = costGrid(list, choice, { now: info.now, wording });
  return (
    <MonthList
      page="costs"
      what={wording.texts('costs')('what')}
      list={list}
      info={info}
      hrefOf={(period) => addressWith(PATH, choice, { period, day: undefined })}
    >
      <CostFilters choice={choice} list={list} heads={grid.heads} />
      <NotGrouped list={list} />
      {list.items.length === 0 ? (
        <NoRows list={list} choice={choice} />
      ) : (
        <>
          <ListTools path={PATH} list="costs" query={choice} total={list.total}>
            <ColumnChooser
              path={PATH}
              query={choice}
              {...costChooser({ ...list, columns: choice.columns, wording })}
            />
          </ListTools>
          <Grid grid={grid} bulk={null} />
          <Pager path={PATH} query={choice} list={list} page={{ cursor, limit }} />
        </>
      )}
      <ReadingWays list={list} now={info.now} />
    </MonthList>
  );
}

function NoRows({ list, choice }: { list: CostList; choice: Choice }) {
  const t = useTexts('costs');
  if (list.notGrouped.length > 0) return null;
  if (!isFiltered(choice)) {
    return <NoCost period={list.period} read={wasRead(list.completeness, 'costs')} />;
  }
  return (
    <NoMatch
      title={t('noMatch')}
      clearHref={addressWith(PATH, { period: choice.period, groupBy: choice.groupBy })}
    >
      {t('otherFilters')}
    </NoMatch>
  );
}
