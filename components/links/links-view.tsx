import { useWording, useTexts } from '#language';
import { ColumnChooser } from '#components/grid/column-chooser.tsx';
import { ClientTexts } from '#components/language/client-texts.tsx';
import { ListTools } from '#components/layout/list-tools.tsx';
import { NeverSynced } from '#components/layout/never-synced.tsx';
import { PageHeader } from '#components/layout/page-header.tsx';
import { DataFrom, wasNeverRead } from '#components/status/data-state.tsx';
import { SourceFailures } from '#components/status/source-failures.tsx';
import { NoMatch } from '#components/ui/no-match.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Pager } from '#components/ui/pager.tsx';
import type { AppInfo } from '#lib/queries/app-info.ts';
import type { LinkList, LinksPageQuery } from '#lib/queries/schemas/links.ts';
import { choiceOf, isFiltered, PATH } from './choice.ts';
import { linkChooser, linkGrid } from './link-columns.ts';
import { LinkFilters } from './link-filters.tsx';
import { LinkGrid } from './link-grid.tsx';

type LinksViewProps = {
  list: LinkList;
  query: LinksPageQuery;
  info: AppInfo;
  /** How long somebody who looks may attest a link; null where they may attest none. */
  attestationDays: number | null;
};

export function LinksView({ list, query, info, attestationDays }: LinksViewProps) {
  const wording = useWording();
  const t = wording.texts('links');
  const title = wording.texts('pages')('links');
  if (wasNeverRead(list.completeness)) {
    return (
      <>
        <PageHeader title={title} />
        <NeverSynced info={info} what={t('what')} />
      </>
    );
  }
  const choice = choiceOf(query);
  const { partnerIds } = info;
  const mayAttest = attestationDays !== null && partnerIds.length > 0;
  return (
    <>
      <PageHeader
        title={title}
        lead={<LinksFinding list={list} />}
        meta={
          <>
            {t('meta')} <DataFrom completeness={list.completeness} now={info.now} />
          </>
        }
      />
      <SourceFailures completeness={list.completeness} now={info.now} />
      <CarriesMuch list={list} />
      <LinkFilters choice={choice} list={list} />
      {list.items.length === 0 ? (
        <NoRows filtered={isFiltered(choice)} />
      ) : (
        <ClientTexts areas={['attestation']}>
          <ListTools path={PATH} list="links" query={choice} total={list.total}>
            <ColumnChooser path={PATH} query={choice} {...linkChooser(choice.columns, wording)} />
          </ListTools>
          <LinkGrid
            grid={linkGrid(list, choice, { around: { now: info.now, attests: mayAttest }, wording })}
            now={info.now}
            attesting={mayAttest ? { partnerIds, longestDays: attestationDays } : null}
          />
          <Pager path={PATH} query={choice} list={list} page={query} />
        </ClientTexts>
      )}
    </>
  );
}

function LinksFinding({ list: { byState, served, unfilteredTotal } }: { list: LinkList }) {
  const t = useTexts('links');
  const known = byState.linked + byState.attested;
  return (
    <>
      <strong className="font-semibold text-ink">{t('known', { known, count: unfilteredTotal })}</strong>
      {served > 0 && ` ${t('served', { count: served })}`}
      {byState.unknown > 0 && ` ${t('unknown', { count: byState.unknown })}`}
    </>
  );
}

/** A single point of failure is worth a warning before it fails. */
function CarriesMuch({ list: { heavy, served } }: { list: LinkList }) {
  const t = useTexts('links');
  const { first, identities } = heavy;
  if (first === null) return null;
  const name = first.displayName ?? t('oneIdentity');
  return (
    <Notice
      tone="part"
      icon="warn"
      title={
        identities === 1
          ? t('carriesOne', { name, alone: first.alone, served })
          : t('carryMany', { count: identities })
      }
    >
      {t('carriesWhy')}
    </Notice>
  );
}

function NoRows({ filtered }: { filtered: boolean }) {
  const t = useTexts('links');
  if (!filtered) {
    return (
      <EmptyState icon="link" title={t('none')}>
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
