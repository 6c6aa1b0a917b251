import { PageHeader } from '#components/layout/page-header.tsx';
import { Money } from '#components/status/money.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { BUTTON } from '#components/ui/button.ts';
import { Card } from '#components/ui/card.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { formatMonth } from '#components/ui/format-dates.ts';
import { formatCount, plural } from '#components/ui/format-numbers.ts';
import { Segments } from '#components/ui/segments.tsx';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { Reconciliation } from '#lib/queries/schemas/reconcile.ts';
import { ReconcileCustomers } from './reconcile-customers.tsx';
import { REASON_WORDS, ReconcileLines } from './reconcile-lines.tsx';

export const ReconcileView = ({ held }: { held: Reconciliation }) => (
  <>
    <PageHeader
      title="Reconciliation"
      above={
        <AppLink href="/imports" className="link justify-self-start text-sm">
          Imports
        </AppLink>
      }
      lead={<Finding held={held} />}
      meta={
        held.open && `${formatMonth(held.period)} is still open: until Microsoft closes it, the figures move.`
      }
    />
    {held.periods.length > 1 && (
      <Segments
        label="Month"
        segments={held.periods.map((period) => ({
          href: `/imports/reconcile?period=${period}`,
          label: formatMonth(period),
          current: period === held.period,
        }))}
      />
    )}
    {held.totals.length === 0 ? <WhatIsMissing held={held} /> : <Totals held={held} />}
    {held.lines.length > 0 && <ReconcileLines held={held} />}
    {held.customers.length > 0 && <ReconcileCustomers held={held} />}
  </>
);

function Finding({ held: { period, totals, differing } }: { held: Reconciliation }) {
  if (totals.length === 0) return <>Daily rated usage held against the invoice, product by product.</>;
  const agreeing = totals.reduce((count, total) => count + total.agreeing, 0);
  if (differing === 0) {
    return (
      <>
        All {plural(agreeing, 'product')} of {formatMonth(period)} agree with the invoice to the last digit.
      </>
    );
  }
  return (
    <>
      <strong className="font-semibold text-ink">
        {plural(differing, 'product')} of {formatCount(agreeing + differing)}{' '}
        {differing === 1 ? 'differs' : 'differ'}
      </strong>{' '}
      between daily rated usage and the invoice of {formatMonth(period)}.
    </>
  );
}

const WhatIsMissing = ({ held: { period, usage, invoices } }: { held: Reconciliation }) => (
  <EmptyState
    icon="info"
    title={`Nothing to compare in ${formatMonth(period)}`}
    action={
      <AppLink href="/imports" className={BUTTON.primary}>
        Import files
      </AppLink>
    }
  >
    <p>
      {usage.length === 0 && 'The daily rated usage of the month is not imported. '}
      {invoices.length === 0 && 'The invoice reconciliation file of the month is not imported.'}
    </p>
  </EmptyState>
);

const Totals = ({ held: { totals, usage, invoices } }: { held: Reconciliation }) => (
  <Card title="Totals" note={`From ${[...usage, ...invoices].map(({ name }) => name).join(', ')}`} flush>
    <Table caption="Totals by currency and reason">
      <Head>
        <Column>Currency</Column>
        <Column numeric>Daily rated usage</Column>
        <Column numeric>Invoice</Column>
        <Column numeric>Difference</Column>
        <Column>Why</Column>
      </Head>
      <Body>
        {totals.map(({ currency, usage: used, invoiced, difference, byReason }) => (
          <Row key={currency}>
            <RowHead>{currency}</RowHead>
            <Cell label="Daily rated usage" numeric>
              <Money amount={used} currency={currency} />
            </Cell>
            <Cell label="Invoice" numeric>
              <Money amount={invoiced} currency={currency} />
            </Cell>
            <Cell label="Difference" numeric>
              <Money amount={difference} currency={currency} />
            </Cell>
            <Cell label="Why" wide>
              {byReason.length === 0 && 'They agree.'}
              <ul className="grid gap-0.5">
                {byReason.map((one) => (
                  <li key={one.reason}>
                    {REASON_WORDS[one.reason]}: <Money amount={one.difference} currency={currency} />,{' '}
                    {plural(one.lines, 'product')}
                  </li>
                ))}
              </ul>
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  </Card>
);
