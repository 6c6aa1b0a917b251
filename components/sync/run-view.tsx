import { useFormats, useTexts } from '#language';
import { Badge } from '#components/ui/badge.tsx';
import { useStepWords } from '#components/status/use-step-reason.ts';
import type { SyncRunDetail } from '#lib/queries/schemas/sync.ts';
import { RunFailures } from './run-failures.tsx';
import { RunProgress, countEnded } from './run-progress.tsx';
import { useRunLook } from './sync-looks.ts';

type RunViewProps = { run: SyncRunDetail; now: string };

/** One run: how far it is, source by source, and what did not succeed. */
export function RunView({ run, now }: RunViewProps) {
  const t = useTexts('sync');
  const { duration, instant, left } = useFormats();
  const look = useRunLook()(run);
  const stepWords = useStepWords();
  const until = run.endedAt ?? now;
  return (
    <div className="grid gap-5" aria-busy={run.status === 'running'}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-soft">
        <Badge tone={look.tone} icon={look.icon}>
          {look.word}
        </Badge>
        <span>{t('run.stepsOf', { done: countEnded(run.steps), total: run.steps.length })}</span>
        <span>{t('run.started', { at: instant(run.startedAt) })}</span>
        <span className="tabular-nums">
          {duration(Math.max(0, Date.parse(until) - Date.parse(run.startedAt)))}
        </span>
        {run.leftMs !== null && <span>{left(run.leftMs)}</span>}
        <span>{t('run.calls', { calls: run.calls })}</span>
        {run.waitedMs > 0 && <span>{t('run.waited', { time: duration(run.waitedMs) })}</span>}
      </div>
      {run.error !== null && <p className="text-sm font-medium text-miss">{stepWords(run.error)}</p>}
      <RunProgress run={run} now={now} />
      <RunFailures run={run} />
    </div>
  );
}
