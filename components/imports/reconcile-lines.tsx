import { Card } from '#components/ui/card.tsx';
import { formatCount } from '#components/ui/format-numbers.ts';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { Reconciliation } from '#lib/queries/schemas/reconcile.ts';
import { SourceAmount } from './source-amount.tsx';

type Line = Reconciliation['lines'][number];

export const REASON_WORDS: Record<NonNullable<Line['reason']>, string> = {
  rounding: 'Rounding: at most a cent for each line',
  'exchange-rate': 'Another exchange rate',
  'open-month': 'The month is still open',
  'commitment-not-in-usage': 'Reservation or savings plan: daily rated usage leaves it out',
  'not-in-usage': 'Not in daily rated usage',
  'not-in-invoice': 'Not in the invoice',
  unexplained: 'No known reason',
};

export const ReconcileLines = ({ held: { lines, differing } }: { held: Reconciliation }) => (
  <Card
    title="Products that differ"
    note={`${formatCount(lines.length)} of ${formatCount(differing)}, the largest first`}
    flush
  >
    <Table caption="Products that differ" sticky="wide">
      <Head>
        <Column>Product</Column>
        <Column>Customer</Column>
        <Column numeric>Daily rated usage</Column>
        <Column numeric>Invoice</Column>
        <Column numeric>Difference</Column>
        <Column>Why</Column>
      </Head>
      <Body>
        {lines.map((line) => (
          <DifferenceRow
            key={[
              line.tenantId,
              line.commerceSubscriptionId,
              line.productId,
              line.skuId,
              line.availabilityId,
              line.currency,
            ].join()}
            line={line}
          />
        ))}
      </Body>
    </Table>
  </Card>
);

const DifferenceRow = ({ line }: { line: Line }) => (
  <Row>
    <RowHead>
      <span className="break-words">{line.productName || line.productId}</span>
      <span className="block text-xs font-normal text-faint">
        {line.productId} / {line.skuId} / {line.availabilityId}
      </span>
    </RowHead>
    <Cell label="Customer" className="font-mono text-xs break-all">
      {line.tenantId}
    </Cell>
    <SourceAmount
      label="Daily rated usage"
      amount={line.usage}
      currency={line.currency}
      why="not in daily rated usage"
    />
    <SourceAmount label="Invoice" amount={line.invoiced} currency={line.currency} why="not in the invoice" />
    <SourceAmount label="Difference" amount={line.difference} currency={line.currency} why="" />
    <Cell label="Why" wide>
      {line.reason !== null && REASON_WORDS[line.reason]}
    </Cell>
  </Row>
);
