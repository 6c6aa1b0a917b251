import { Money } from '#components/status/money.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { Card } from '#components/ui/card.tsx';
import { isZero } from '#components/ui/format-numbers.ts';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { Reconciliation } from '#lib/queries/schemas/reconcile.ts';
import { SourceAmount } from './source-amount.tsx';

export const ReconcileCustomers = ({ held: { customers } }: { held: Reconciliation }) => (
  <Card
    title="Customers whose sources differ"
    note="Daily rated usage against cost details, and against what the pages show"
    flush
  >
    <Table caption="Customers whose sources differ">
      <Head>
        <Column>Customer</Column>
        <Column numeric>Daily rated usage</Column>
        <Column numeric>Cost details</Column>
        <Column numeric>Shown here</Column>
        <Column>Difference</Column>
      </Head>
      <Body>
        {customers.map(({ tenantId, name, currency, usage, details, ours, ...less }) => (
          <Row key={`${tenantId}${currency}`}>
            <RowHead>
              <AppLink href={`/customers/${tenantId}`} className="link">
                {name ?? tenantId}
              </AppLink>
            </RowHead>
            <SourceAmount
              label="Daily rated usage"
              amount={usage}
              currency={currency}
              why="not in daily rated usage"
            />
            <SourceAmount
              label="Cost details"
              amount={details}
              currency={currency}
              why="no cost details imported"
            />
            <SourceAmount label="Shown here" amount={ours} currency={currency} why="not judged" />
            <Cell label="Difference" numeric>
              <Difference {...less} currency={currency} />
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  </Card>
);

type DifferenceProps = { detailsLessUsage: string | null; oursLessUsage: string | null; currency: string };

const Difference = ({ detailsLessUsage, oursLessUsage, currency }: DifferenceProps) => (
  <span className="inline-grid">
    {detailsLessUsage !== null && !isZero(detailsLessUsage) && (
      <span>
        cost details: <Money amount={detailsLessUsage} currency={currency} />
      </span>
    )}
    {oursLessUsage !== null && !isZero(oursLessUsage) && (
      <span>
        shown: <Money amount={oursLessUsage} currency={currency} />
      </span>
    )}
  </span>
);
