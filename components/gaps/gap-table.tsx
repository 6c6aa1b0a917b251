import { useFormats, useTexts } from '#language';
import type { ReactNode } from 'react';
import type { GridHead } from '#components/grid/grid-shape.ts';
import { MissedList } from '#components/status/missed.tsx';
import { StatusBadge } from '#components/status/status-badge.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { SortColumn } from '#components/ui/sort-column.tsx';
import { Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import { TableKeys } from '#components/ui/table-keys.tsx';
import type { Finding } from '#lib/queries/schemas/findings.ts';
import { useFindingLooks } from './use-finding-looks.ts';

type GapTableProps = {
  caption: string;
  heads: readonly GridHead[];
  children: ReactNode;
};

export const GapTable = ({ caption, heads, children }: GapTableProps) => (
  <TableKeys>
    <Table caption={caption} sticky>
      <Head>
        {heads.map(({ id, title, numeric, sort }) =>
          sort === null ? (
            <Column key={id} numeric={numeric}>
              {title}
            </Column>
          ) : (
            <SortColumn key={id} numeric={numeric} {...sort}>
              {title}
            </SortColumn>
          ),
        )}
      </Head>
      {children}
    </Table>
  </TableKeys>
);

type GapRowsProps = {
  findings: readonly Finding[];
  /** Id of the form that the boxes belong to; null: whoever looks may change nothing. */
  formId: string | null;
};

export const GapRows = ({ findings, formId }: GapRowsProps) =>
  findings.map((finding) => <GapRow key={finding.id} finding={finding} formId={formId} />);

type GapRowProps = { finding: Finding; formId: string | null };

function GapRow({ finding, formId }: GapRowProps) {
  const { id, subscriptionName, customerName, state, since, severity } = finding;
  const t = useTexts('gaps');
  const { date } = useFormats();
  const looks = useFindingLooks();
  return (
    <Row className="hover:bg-subtle/50">
      <RowHead className="max-w-56">
        <span className="flex items-baseline gap-2">
          <Tick finding={finding} formId={formId} />
          <AppLink href={`/gaps/${id}`} className="min-w-0 break-words underline-offset-4 hover:underline">
            {subscriptionName}
          </AppLink>
        </span>
      </RowHead>
      <Cell label={t('table.customer')} className="max-w-52">
        <AppLink
          href={`/customers/${finding.tenantId}`}
          className="break-words text-soft underline-offset-4 hover:text-ink hover:underline"
        >
          {customerName}
        </AppLink>
      </Cell>
      <Cell label={t('table.state')}>
        <StatusBadge look={looks.state(state)} quiet />
        <StillThere finding={finding} />
      </Cell>
      <OwnerCell finding={finding} />
      <Cell label={t('table.since')} className="whitespace-nowrap text-soft">
        {date(since)}
      </Cell>
      <Cell numeric label={t('table.missed')}>
        <MissedList totals={finding.missed} />
        <span className="block">
          <StatusBadge look={looks.severity(severity)} quiet />
        </span>
      </Cell>
    </Row>
  );
}

function Tick({ finding: { id, subscriptionName }, formId }: GapRowProps) {
  const t = useTexts('gaps');
  if (formId === null) return null;
  return (
    <input
      type="checkbox"
      name="id"
      value={id}
      form={formId}
      aria-label={t('table.choose', { name: subscriptionName })}
      className="tick -my-0.5 -ml-1 shrink-0 self-start"
    />
  );
}

function OwnerCell({ finding: { owner, note } }: { finding: Finding }) {
  const t = useTexts('gaps');
  return (
    <Cell label={t('table.owner')} className="max-w-40 break-words text-soft">
      {owner === null ? (
        <span className="text-faint">{t('table.nobody')}</span>
      ) : (
        (owner.name ?? owner.personId)
      )}
      {note !== '' && <span className="block truncate text-xs text-faint">{note}</span>}
    </Cell>
  );
}

/** What the facts say beside what a person decided. */
export function StillThere({ finding: { state, leads } }: { finding: Finding }) {
  const t = useTexts('gaps');
  if (leads === 'unknown') {
    return (
      <span className="block">
        <Badge tone="mute" icon="unknown" quiet>
          {t('table.notSeen')}
        </Badge>
      </span>
    );
  }
  if (state !== 'resolved' || leads !== 'yes') return null;
  return (
    <span className="block">
      <Badge tone="part" icon="warn" quiet>
        {t('table.stillFound')}
      </Badge>
    </span>
  );
}
