import type { ReactNode } from 'react';
import { MissedList } from '#components/status/missed.tsx';
import { StatusBadge } from '#components/status/status-badge.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { formatDate } from '#components/ui/format-dates.ts';
import { Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { Finding } from '#lib/queries/schemas/findings.ts';
import { SEVERITY_LOOKS, STATE_LOOKS } from './finding-looks.ts';

type GapTableProps = {
  caption: string;
  children: ReactNode;
};

export const GapTable = ({ caption, children }: GapTableProps) => (
  <Table caption={caption} sticky>
    <Head>
      <Column>Subscription</Column>
      <Column>Customer</Column>
      <Column>State</Column>
      <Column>Owner, note</Column>
      <Column>Since</Column>
      <Column numeric>Missed</Column>
    </Head>
    {children}
  </Table>
);

type GapRowsProps = {
  findings: readonly Finding[];
  /** Id of the form that the boxes belong to; null: whoever looks may change nothing. */
  formId: string | null;
};

export const GapRows = ({ findings, formId }: GapRowsProps) =>
  findings.map((finding) => <GapRow key={finding.id} finding={finding} formId={formId} />);

function GapRow({ finding, formId }: { finding: Finding; formId: string | null }) {
  const { id, subscriptionName, customerName, state, owner, since, severity, note } = finding;
  return (
    <Row className="hover:bg-subtle/50">
      <RowHead className="max-w-56">
        <span className="flex items-start gap-3">
          {formId !== null && (
            <input
              type="checkbox"
              name="id"
              value={id}
              form={formId}
              aria-label={`Choose ${subscriptionName}`}
              className="mt-0.5 size-4 shrink-0 accent-(--color-accent) print:hidden"
            />
          )}
          <AppLink href={`/gaps/${id}`} className="min-w-0 break-words underline-offset-4 hover:underline">
            {subscriptionName}
          </AppLink>
        </span>
      </RowHead>
      <Cell label="Customer" className="max-w-52">
        <AppLink
          href={`/customers/${finding.tenantId}`}
          className="break-words text-soft underline-offset-4 hover:text-ink hover:underline"
        >
          {customerName}
        </AppLink>
      </Cell>
      <Cell label="State">
        <StatusBadge look={STATE_LOOKS[state]} quiet />
        <StillThere finding={finding} />
      </Cell>
      <Cell label="Owner" className="max-w-40 break-words text-soft">
        {owner === null ? <span className="text-faint">nobody</span> : (owner.name ?? owner.personId)}
        {note !== '' && <span className="block truncate text-xs text-faint">{note}</span>}
      </Cell>
      <Cell label="Since" className="whitespace-nowrap text-soft">
        {formatDate(since)}
      </Cell>
      <Cell numeric label="Missed">
        <MissedList totals={finding.missed} />
        <span className="block">
          <StatusBadge look={SEVERITY_LOOKS[severity]} quiet />
        </span>
      </Cell>
    </Row>
  );
}

/** What the facts say beside what a person decided. */
export function StillThere({ finding: { state, leads } }: { finding: Finding }) {
  if (leads === 'unknown') {
    return (
      <span className="block">
        <Badge tone="mute" icon="unknown" quiet>
          Not seen by the last sync
        </Badge>
      </span>
    );
  }
  if (state !== 'resolved' || leads !== 'yes') return null;
  return (
    <span className="block">
      <Badge tone="part" icon="warn" quiet>
        Still found by the last sync
      </Badge>
    </span>
  );
}
