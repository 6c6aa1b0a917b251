import { formatMonth } from '#components/ui/format-dates.ts';
import { formatCount } from '#components/ui/format-numbers.ts';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { SyncPlan } from '#lib/queries/schemas/sync.ts';
import { stepName } from './sync-looks.ts';

type PlanRow = SyncPlan['rows'][number];

const WAY_WORDS: Record<NonNullable<PlanRow['way']>, string> = {
  'resource-graph': 'Resource Graph',
  list: 'lists of Resource Manager',
  export: 'scheduled export',
  'report-profile': 'report of the billing profile',
  'report-customer': 'report of each customer',
  'query-profile': 'queries of the billing profile',
  'query-customer': 'queries of each customer',
  file: 'file',
};

/** In words: how many requests, and how long at the least. */
export function planNote({ calls, unknownSteps, minutes, isFirst }: SyncPlan): string {
  if (isFirst)
    return 'Most is planned as the first lists are read: nothing is held that could tell how much there is.';
  const least = `About ${formatCount(calls)} requests`;
  const open = unknownSteps === 0 ? '' : `, and ${formatCount(unknownSteps)} steps of unknown size`;
  const time =
    minutes < 1
      ? 'Azure\u2019s limits make it wait less than a minute.'
      : `Azure\u2019s limits make it take ${formatCount(Math.ceil(minutes))} min or more.`;
  return `${least}${open}. ${time}`;
}

export const PlanView = ({ plan }: { plan: SyncPlan }) => (
  <Table caption="What a sync would read now">
    <Head>
      <Column>Source</Column>
      <Column>Month</Column>
      <Column>Read by</Column>
      <Column numeric>Steps</Column>
      <Column numeric>Requests</Column>
    </Head>
    <Body>
      {plan.rows.map((row) => (
        <PlanRowView key={`${row.source} ${row.period ?? ''} ${row.way ?? ''}`} row={row} />
      ))}
    </Body>
  </Table>
);

function PlanRowView({ row: { source, period, way, steps, calls, unknownSteps } }: { row: PlanRow }) {
  return (
    <Row>
      <RowHead>{stepName(source)}</RowHead>
      <Cell label="Month">{period === null ? '' : formatMonth(period)}</Cell>
      <Cell label="Read by" className="text-soft">
        {way === null ? '' : WAY_WORDS[way]}
      </Cell>
      <Cell numeric label="Steps">
        {formatCount(steps)}
      </Cell>
      <Cell numeric label="Requests">
        {unknownSteps === steps ? <span className="text-faint">not known yet</span> : formatCount(calls)}
      </Cell>
    </Row>
  );
}
