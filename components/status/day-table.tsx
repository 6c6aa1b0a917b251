import { formatDay } from '#components/ui/format-dates.ts';
import { Icon } from '#components/ui/icon.tsx';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { ChartDay } from './day-chart-shape.ts';
import { Money } from './money.tsx';

/** The chart's figures as a table, for those who read rather than look. */
export function DayTable({ days, currency }: { days: ChartDay[]; currency: string }) {
  return (
    <details className="max-w-full text-sm open:w-full print:hidden">
      <summary className="inline-flex items-center gap-1 rounded-sm text-xs text-accent hover:underline">
        <Icon name="right" className="chevron-on-open size-3.5" />
        {currency} by day as a table
      </summary>
      <Table caption={`Cost by day in ${currency}`} stack={false}>
        <Head>
          <Column>Day</Column>
          <Column numeric>Received credit</Column>
          <Column numeric>Eligible, no credit</Column>
          <Column numeric>Not yet classified</Column>
          <Column numeric>Cannot earn</Column>
          <Column>Judged</Column>
        </Head>
        <Body>
          {days.map((day) => (
            <Row key={day.day}>
              <RowHead>{formatDay(day.day)}</RowHead>
              <Cell numeric>
                <Money amount={day.creditedGross} currency={currency} />
              </Cell>
              <Cell numeric>
                <Money amount={day.notEarnedGross} currency={currency} />
              </Cell>
              <Cell numeric>
                <Money amount={day.unclassifiedGross} currency={currency} />
              </Cell>
              <Cell numeric>
                <Money amount={day.ineligibleGross} currency={currency} />
              </Cell>
              <Cell>{day.settled ? 'yes' : 'too new'}</Cell>
            </Row>
          ))}
        </Body>
      </Table>
    </details>
  );
}
