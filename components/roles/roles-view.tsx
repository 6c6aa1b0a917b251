import { useTexts, useWording } from '#language';
import { ColumnChooser } from '#components/grid/column-chooser.tsx';
import { Grid } from '#components/grid/grid.tsx';
import { ListTools } from '#components/layout/list-tools.tsx';
import { PageHeader } from '#components/layout/page-header.tsx';
import { DataFrom, wasNeverRead } from '#components/status/data-state.tsx';
import { SourceFailures } from '#components/status/source-failures.tsx';
import { NoMatch } from '#components/ui/no-match.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Pager } from '#components/ui/pager.tsx';
import type { AppInfo } from '#lib/queries/app-info.ts';
import type { RoleList, RolesPageQuery } from '#lib/queries/schemas/roles.ts';
import { choiceOf, PATH } from './choice.ts';
import { roleChooser, roleGrid } from './role-columns.ts';
import { RoleFilters } from './role-filters.tsx';

type RolesViewProps = { list: RoleList; query: RolesPageQuery; info: AppInfo };

export function RolesView({ list, query, info }: RolesViewProps) {
  const wording = useWording();
  const t = useTexts('roles');
  const { date } = wording.formats;
  const usesKnown = !wasNeverRead(list.completeness);
  const choice = choiceOf(query);
  const grid = roleGrid(list, choice, { usesKnown, wording });
  return (
    <>
      <PageHeader
        title={wording.texts('pages')('roles')}
        lead={<RolesFinding list={list} usesKnown={usesKnown} />}
        meta={
          <>
            {t('listMeta', { source: list.listSource, date: date(list.listDate) })}{' '}
            {usesKnown && <DataFrom completeness={list.completeness} now={info.now} />}
          </>
        }
      />
      {usesKnown ? (
        <SourceFailures completeness={list.completeness} now={info.now} />
      ) : (
        <Notice tone="wait" icon="info" title={t('usesUnknown')}>
          {t.rich('usesUnknownWhy', { link: <AppLink href="/sync" className="link" /> })}
        </Notice>
      )}
      <RoleFilters {...{ choice, list, usesKnown }} heads={grid.heads} />
      {list.items.length === 0 ? (
        <NoRole />
      ) : (
        <>
          <ListTools path={PATH} list="roles" query={choice} total={list.total}>
            <ColumnChooser path={PATH} query={choice} {...roleChooser(choice.columns, wording)} />
          </ListTools>
          <Grid grid={grid} bulk={null} />
          <Pager path={PATH} query={choice} list={list} page={query} />
        </>
      )}
    </>
  );
}

function RolesFinding({ list, usesKnown }: { list: RoleList; usesKnown: boolean }) {
  const t = useTexts('roles');
  const { yes, no, unlisted, inUse } = list.counts;
  return (
    <>
      <strong className="font-semibold text-ink">{t('earnOf', { earn: yes, all: yes + no })}</strong>
      {usesKnown && ` ${unlisted > 0 ? t('youUseUnlisted', { inUse, unlisted }) : t('youUse', { inUse })}`}
    </>
  );
}

function NoRole() {
  const t = useTexts('roles');
  return (
    <NoMatch title={t('noMatch')} clearHref="/roles">
      {t('searchFinds')}
    </NoMatch>
  );
}
