import { CauseTitle } from '#components/status/cause-text.tsx';
import { CoverageBar } from '#components/status/coverage-bar.tsx';
import { MissedList } from '#components/status/missed.tsx';
import { NoData } from '#components/status/money.tsx';
import { VerdictBadge } from '#components/status/status-badge.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { Card } from '#components/ui/card.tsx';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { Overview } from '#lib/queries/schemas/overview.ts';
import type { Customer } from '#lib/queries/schemas/shared.ts';

export function LargestGaps({ overview }: { overview: Overview }) {
  const { largestGaps, period } = overview;
  if (largestGaps.length === 0) return null;
  return (
    <Card
      title="Largest gaps"
      note="Customers by what they may have missed, with the cause that weighs most."
      aside={
        <span className="flex gap-4 text-sm">
          <AppLink href="/gaps" className="link">
            What to do about them
          </AppLink>
          <AppLink href={`/customers?period=${period}&sort=-missed`} className="link">
            All customers
          </AppLink>
        </span>
      }
      flush
    >
      <Table caption="Customers with the largest missed credit">
        <Head>
          <Column>Customer</Column>
          <Column>Verdict</Column>
          <Column>Main cause</Column>
          <Column className="w-40">Coverage</Column>
          <Column numeric>Missed</Column>
        </Head>
        <Body>
          {largestGaps.map((customer) => (
            <GapRow key={customer.tenantId} customer={customer} period={period} />
          ))}
        </Body>
      </Table>
    </Card>
  );
}

function GapRow({ customer, period }: { customer: Customer; period: string }) {
  return (
    <Row className="hover:bg-subtle/50">
      <RowHead className="max-w-xs">
        <AppLink
          href={`/customers/${customer.tenantId}?period=${period}`}
          className="break-words hover:underline"
        >
          {customer.displayName}
        </AppLink>
      </RowHead>
      <Cell label="Verdict">
        <VerdictBadge verdict={customer.verdict} totals={customer.totals} quiet />
      </Cell>
      <Cell label="Main cause" className="text-soft">
        {customer.mainCause === null ? <NoData why="no cause" /> : <CauseTitle cause={customer.mainCause} />}
      </Cell>
      <Cell label="Coverage">
        <span className="grid gap-1 pt-2">
          {customer.totals.map((money) => (
            <CoverageBar key={money.currency} money={money} />
          ))}
        </span>
      </Cell>
      <Cell numeric label="Missed">
        <MissedList totals={customer.totals} />
      </Cell>
    </Row>
  );
}
