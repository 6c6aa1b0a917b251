import { useFormats, useTexts } from '#language';
import { ListFilters } from '#components/layout/list-filters.tsx';
import { PageHeader } from '#components/layout/page-header.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { BUTTON } from '#components/ui/button.ts';
import { addressWith } from '#components/ui/address.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Pager } from '#components/ui/pager.tsx';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { AuditEntry, AuditList, AuditQuery } from '#lib/queries/schemas/audit.ts';
import { audit } from '#lib/texts/en/audit.ts';

type AuditViewProps = { list: AuditList; query: AuditQuery };

const PATH = '/audit';

/** Who did what; nothing in it can be changed. */
export function AuditView({ list, query }: AuditViewProps) {
  const t = useTexts('audit');
  const pages = useTexts('pages');
  const choice = { action: query.action, outcome: query.outcome, q: query.q };
  return (
    <>
      <PageHeader title={pages('audit')} lead={t('lead', { count: list.total })}>
        <a href={addressWith('/api/v1/audit/export', choice)} className={BUTTON.plain} download>
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
        count={null}
        chips={[]}
        segments={null}
      />
      {list.items.length === 0 ? (
        <EmptyState icon="search" title={t('noMatch')}>
          <p>{t('noMatchWhy')}</p>
        </EmptyState>
      ) : (
        <>
          <AuditTable entries={list.items} />
          <Pager path={PATH} query={choice} list={list} page={query} />
        </>
      )}
    </>
  );
}

type Action = keyof typeof audit.action;

// Its own keys, in the order of the texts.
const ACTIONS = Object.keys(audit.action) as Action[];
const OUTCOMES = ['done', 'refused', 'failed'] as const;

/** An action of a newer version is shown by its own name. */
const isKnown = (action: string): action is Action => action in audit.action;

const OUTCOME_LOOKS = {
  done: { tone: 'mute', icon: 'done' },
  refused: { tone: 'miss', icon: 'lock' },
  failed: { tone: 'miss', icon: 'warn' },
} as const;

function AuditTable({ entries }: { entries: readonly AuditEntry[] }) {
  const t = useTexts('audit');
  const { instant } = useFormats();
  return (
    <div className="rounded-lg border bg-surface print:border-0">
      <Table caption={t('caption')} sticky>
        <Head>
          <Column>{t('when')}</Column>
          <Column>{t('who')}</Column>
          <Column>{t('what')}</Column>
          <Column>{t('outcomeLabel')}</Column>
          <Column>{t('onWhat')}</Column>
        </Head>
        <Body>
          {entries.map((entry) => (
            <Row key={entry.id}>
              <RowHead className="whitespace-nowrap">{instant(entry.at)}</RowHead>
              <Cell label={t('who')}>
                {entry.actor.name}
                {entry.address !== null && <span className="block text-xs text-faint">{entry.address}</span>}
              </Cell>
              <Cell label={t('what')}>
                {isKnown(entry.action) ? t(`action.${entry.action}`) : entry.action}
              </Cell>
              <Cell label={t('outcomeLabel')}>
                <Badge {...OUTCOME_LOOKS[entry.outcome]} quiet>
                  {t(`outcome.${entry.outcome}`)}
                </Badge>
              </Cell>
              <Cell label={t('onWhat')} className="max-w-80 break-words">
                {entry.target}
                <code className="block font-sans text-xs text-faint">{detailText(entry.detail)}</code>
              </Cell>
            </Row>
          ))}
        </Body>
      </Table>
    </div>
  );
}

const detailText = (detail: AuditEntry['detail']): string =>
  Object.entries(detail)
    .flatMap(([name, value]) => (value === null || value === '' ? [] : [`${name}: ${value}`]))
    .join(', ');
