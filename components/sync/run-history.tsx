import { StatusBadge } from '#components/status/status-badge.tsx';
import { Card } from '#components/ui/card.tsx';
import { formatDuration, formatInstant } from '#components/ui/format-dates.ts';
import { formatCount } from '#components/ui/format-numbers.ts';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { SyncRun } from '#lib/queries/schemas/sync.ts';
import { requesterName, runLook } from './sync-looks.ts';

export function RunHistory({ runs }: { runs: SyncRun[] }) {
  return (
    <Card title="Runs" flush>
      <Table caption="Sync runs, newest first">
        <Head>
          <Column>Started</Column>
          <Column>What</Column>
          <Column>Result</Column>
          <Column numeric>Steps done</Column>
          <Column numeric>Not read</Column>
          <Column numeric>Took</Column>
          <Column numeric>Calls</Column>
          <Column>Asked for by</Column>
        </Head>
        <Body>
          {runs.map((run) => (
            <RunRow key={run.id} run={run} />
          ))}
        </Body>
      </Table>
    </Card>
  );
}

function RunRow({ run }: { run: SyncRun }) {
  const { done, forbidden, failed, refused } = run.stepCounts;
  const tookMs = run.endedAt === null ? null : Date.parse(run.endedAt) - Date.parse(run.startedAt);
  return (
    <Row>
      <RowHead className="whitespace-nowrap">{formatInstant(run.startedAt)}</RowHead>
      <Cell label="What" wide className="max-w-60 break-words text-soft">
        {run.customer === null ? 'Everything' : run.customer.displayName}
      </Cell>
      <Cell wide className="max-w-80">
        <StatusBadge look={runLook(run)} quiet />
        {run.error !== null && <span className="block text-xs text-soft">{run.error}</span>}
      </Cell>
      <Cell numeric label="Steps done">
        {formatCount(done)}
      </Cell>
      <Cell numeric label="Not read">
        {formatCount(forbidden + failed + refused)}
      </Cell>
      <Cell numeric label="Took">
        {tookMs === null ? <span className="text-faint">running</span> : formatDuration(tookMs)}
      </Cell>
      <Cell numeric label="Calls">
        {formatCount(run.calls)}
      </Cell>
      <Cell label="Asked for by" className="text-soft">
        {requesterName(run.requestedBy)}
      </Cell>
    </Row>
  );
}
