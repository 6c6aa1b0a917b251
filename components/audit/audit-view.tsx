import { useWording } from '#language';
import { ColumnChooser } from '#components/grid/column-chooser.tsx';
import { Grid } from '#components/grid/grid.tsx';
import { ListFilters } from '#components/layout/list-filters.tsx';
import { PageHeader } from '#components/layout/page-header.tsx';
import { SavedViews } from '#components/layout/saved-views.tsx';
import { BUTTON } from '#components/ui/button.ts';
import { addressWith } from '#components/ui/address.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Pager } from '#components/ui/pager.tsx';
import type { AuditList, AuditPageQuery } from '#lib/queries/schemas/audit.ts';
import { audit } from '#lib/texts/en/audit.ts';
import { auditChooser, auditGrid, OUTCOMES, type Action } from './audit-columns.ts';
import { choiceOf, PATH } from './choice.ts';

type AuditViewProps = { list: AuditList; query: AuditPageQuery };

// Its own keys, in the order of the texts.
const ACTIONS = Object.keys(audit.action) as Action[];

/** Who did what; nothing in it can be changed. */
export function AuditView({ list, query }: AuditViewProps) {
  const wording = useWording();
  const t = wording.texts('audit');
  const choice = choiceOf(query);
  const count = list.unfilteredTotal;
  const { columns: _columns, ...filters } = choice;
  return (
    <>
      <PageHeader title={wording.texts('pages')('audit')} lead={t('lead', { count: list.unfilteredTotal })}>
        <a
          href={addressWith('/api/v1/audit/export', filters, { language: wording.language })}
          className={BUTTON.plain}
          download
        >
          {t('export')}
        </a>
      </PageHeader>
      <ListFilters
        path={PATH}
        choice={choice}
        search={{ label: t('search'), placeholder: t('placeholder') }}
        selects={[
          {
            ...{ name: 'action', label: t('actionLabel'), all: t('everyAction') },
            options: ACTIONS.map((value) => ({ value, label: t(`action.${value}`) })),
          },
          {
            ...{ name: 'outcome', label: t('outcomeLabel'), all: t('everyOutcome'), narrow: true },
            options: OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) })),
          },
        ]}
        count={list.total === count ? t('count', { count }) : t('countOf', { shown: list.total, count })}
        chips={[]}
        segments={null}
      />
      {list.items.length === 0 ? (
        <EmptyState icon="search" title={t('noMatch')}>
          <p>{t('noMatchWhy')}</p>
        </EmptyState>
      ) : (
        <>
          <div className="flex flex-wrap items-center gap-2 text-sm print:hidden">
            <SavedViews path={PATH} />
            <ColumnChooser path={PATH} query={choice} {...auditChooser(choice.columns, wording)} />
          </div>
          <Grid grid={auditGrid(list, choice, wording)} bulk={null} />
          <Pager path={PATH} query={choice} list={list} page={query} />
        </>
      )}
    </>
  );
}
