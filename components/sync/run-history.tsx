import { useFormats, useTexts } from '#language';
import { StatusBadge } from '#components/status/status-badge.tsx';
import { useStepWords } from '#components/status/use-step-reason.ts';
import { Card } from '#components/ui/card.tsx';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { SyncRun } from '#lib/queries/schemas/sync.ts';
import { useRunLook } from './sync-looks.ts';

export function RunHistory({ runs }: { runs: SyncRun[] }) {
  const t = useTexts('sync');
  return (
    <Card title={t('history.title')} flush>
      <Table caption={t('history.caption')}>
        <Head>
          <Column>{t('history.started')}</Column>
          <Column>{t('history.what')}</Column>
          <Column>{t('history.result')}</Column>
          <Column numeric>{t('history.stepsDone')}</Column>
          <Column numeric>{t('history.notRead')}</Column>
          <Column numeric>{t('history.took')}</Column>
          <Column numeric>{t('history.calls')}</Column>
          <Column>{t('history.by')}</Column>
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
  const t = useTexts('sync');
  const formats = useFormats();
  const runLook = useRunLook();
  const stepWords = useStepWords();
  const { done, forbidden, failed, refused } = run.stepCounts;
  const tookMs = run.endedAt === null ? null : Date.parse(run.endedAt) - Date.parse(run.startedAt);
  return (
    <Row>
      <RowHead className="whitespace-nowrap">{formats.instant(run.startedAt)}</RowHead>
      <Cell label={t('history.what')} wide className="max-w-60 break-words text-soft">
        {run.customer === null ? t('history.everything') : run.customer.displayName}
      </Cell>
      <Cell wide className="max-w-80">
        <StatusBadge look={runLook(run)} quiet />
        {run.error !== null && <span className="block text-xs text-soft">{stepWords(run.error)}</span>}
      </Cell>
      <Cell numeric label={t('history.stepsDone')}>
        {formats.count(done)}
      </Cell>
      <Cell numeric label={t('history.notRead')}>
        {formats.count(forbidden + failed + refused)}
      </Cell>
      <Cell numeric label={t('history.took')}>
        {tookMs === null ? (
          <span className="text-faint">{t('history.running')}</span>
        ) : (
          formats.duration(tookMs)
        )}
      </Cell>
      <Cell numeric label={t('history.calls')}>
        {formats.count(run.calls)}
      </Cell>
      <Cell label={t('history.by')} className="text-soft">
        {run.requestedBy === 'api' ? t('history.api') : run.requestedBy}
      </Cell>
    </Row>
  );
}
