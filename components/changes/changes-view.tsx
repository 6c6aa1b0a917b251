import { useTexts, useWording } from '#language';
import { ColumnChooser } from '#components/grid/column-chooser.tsx';
import { Grid } from '#components/grid/grid.tsx';
import { ListTools } from '#components/layout/list-tools.tsx';
import { NeverSynced } from '#components/layout/never-synced.tsx';
import { PageHeader } from '#components/layout/page-header.tsx';
import { DataFrom, wasNeverRead } from '#components/status/data-state.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { NoMatch } from '#components/ui/no-match.tsx';
import { Pager } from '#components/ui/pager.tsx';
import type { AppInfo } from '#lib/queries/app-info.ts';
import type { ChangesPage, ChangesPageQuery } from '#lib/queries/schemas/changes.ts';
import { ChangeFilters } from './change-filters.tsx';
import { changeChooser, changeGrid } from './change-columns.ts';
import { choiceOf, isFiltered, PATH } from './choice.ts';

type ChangesViewProps = { list: ChangesPage; query: ChangesPageQuery; info: AppInfo };

/** All that syncs saw change, newest first. */
export function ChangesView({ list, query, info }: ChangesViewProps) {
  const wording = useWording();
  const t = wording.texts('changesPage');
  const title = wording.texts('pages')('changes');
  if (wasNeverRead(list.completeness)) {
    return (
      <>
        <PageHeader title={title} />
        <NeverSynced info={info} what={t('them')} />
      </>
    );
  }
  const choice = choiceOf(query);
  return (
    <>
      <PageHeader
        title={title}
        lead={t('lead', { count: list.unfilteredTotal })}
        meta={
          <>
            {t('meta')} <DataFrom completeness={list.completeness} now={info.now} />
          </>
        }
      />
      <ChangeFilters choice={choice} list={list} now={info.now} />
      {list.items.length === 0 ? (
        <NoRows filtered={isFiltered(choice)} />
      ) : (
        <>
          <ListTools path={PATH} list="changes" query={choice} total={list.total}>
            <ColumnChooser path={PATH} query={choice} {...changeChooser(choice.columns, wording)} />
          </ListTools>
          <Grid grid={changeGrid(list, choice, wording)} bulk={null} />
          <Pager path={PATH} query={choice} list={list} page={query} />
        </>
      )}
    </>
  );
}

function NoRows({ filtered }: { filtered: boolean }) {
  const t = useTexts('changesPage');
  if (!filtered) {
    return (
      <EmptyState icon="none" title={t('none')}>
        <p>{t('noneWhy')}</p>
      </EmptyState>
    );
  }
  return (
    <NoMatch title={t('noMatch')} clearHref={PATH}>
      {t('searchFinds')}
    </NoMatch>
  );
}
