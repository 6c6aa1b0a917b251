import { ListFilters } from '#components/layout/list-filters.tsx';
import { PageHeader } from '#components/layout/page-header.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { BUTTON } from '#components/ui/button.ts';
import { addressWith } from '#components/ui/address.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { formatInstant } from '#components/ui/format-dates.ts';
import { formatCount } from '#components/ui/format-numbers.ts';
import { Pager } from '#components/ui/pager.tsx';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { AuditEntry, AuditList, AuditQuery } from '#lib/queries/schemas/audit.ts';
import { ACTION_WORDS, actionWords, OUTCOME_WORDS } from './audit-words.ts';

type AuditViewProps = { list: AuditList; query: AuditQuery };

const PATH = '/audit';

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

const SELECTS = [
  { name: 'action', label: 'Action', all: 'Every action', options: optionsOf(ACTION_WORDS) },
  {
    name: 'outcome',
    label: 'Outcome',
    all: 'Every outcome',
    options: optionsOf(OUTCOME_WORDS),
    narrow: true,
  },
];

/** Who did what; nothing in it can be changed. */
export function AuditView({ list, query }: AuditViewProps) {
  const choice = { action: query.action, outcome: query.outcome, q: query.q };
  return (
    <>
      <PageHeader
        title="Audit"
        lead={`${formatCount(list.total)} entries. They can be read and exported, never changed or removed.`}
      >
        <a href={addressWith('/api/v1/audit/export', choice)} className={BUTTON.plain} download>
          Export as CSV
        </a>
      </PageHeader>
      <ListFilters
        path={PATH}
        choice={choice}
        search={{ label: 'Search by who or what', placeholder: 'Person, customer or route' }}
        selects={SELECTS}
        count={null}
        chips={[]}
        segments={null}
      />
      {list.items.length === 0 ? (
        <EmptyState icon="search" title="No entry matches these filters">
          <p>Entries are written from the first sign-in on.</p>
        </EmptyState>
      ) : (
        <>
          <AuditTable entries={list.items} />
          <Pager path={PATH} query={choice} list={list} paged={query.cursor !== undefined} />
        </>
      )}
    </>
  );
}

const OUTCOME_LOOKS = {
  done: { tone: 'mute', icon: 'done' },
  refused: { tone: 'miss', icon: 'lock' },
  failed: { tone: 'miss', icon: 'warn' },
} as const;

const AuditTable = ({ entries }: { entries: readonly AuditEntry[] }) => (
  <div className="rounded-lg border bg-surface print:border-0">
    <Table caption="Audit entries, newest first" sticky>
      <Head>
        <Column>When</Column>
        <Column>Who</Column>
        <Column>What</Column>
        <Column>Outcome</Column>
        <Column>On what</Column>
      </Head>
      <Body>
        {entries.map((entry) => (
          <Row key={entry.id}>
            <RowHead className="whitespace-nowrap">{formatInstant(entry.at)}</RowHead>
            <Cell label="Who">
              {entry.actor.name}
              {entry.address !== null && <span className="block text-xs text-faint">{entry.address}</span>}
            </Cell>
            <Cell label="What">{actionWords(entry.action)}</Cell>
            <Cell label="Outcome">
              <Badge {...OUTCOME_LOOKS[entry.outcome]} quiet>
                {OUTCOME_WORDS[entry.outcome]}
              </Badge>
            </Cell>
            <Cell label="On what" className="max-w-80 break-words">
              {entry.target}
              <span className="block text-xs text-faint">{detailText(entry.detail)}</span>
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  </div>
);

const detailText = (detail: AuditEntry['detail']): string =>
  Object.entries(detail)
    .flatMap(([name, value]) => (value === null || value === '' ? [] : [`${name}: ${value}`]))
    .join(', ');
