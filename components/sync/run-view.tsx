import { Badge } from '#components/ui/badge.tsx';
import { formatDuration, formatInstant, formatLeft } from '#components/ui/format-dates.ts';
import { formatCount, plural } from '#components/ui/format-numbers.ts';
import type { SyncRunDetail } from '#lib/queries/schemas/sync.ts';
import { RunFailures } from './run-failures.tsx';
import { RunProgress, countEnded } from './run-progress.tsx';
import { runLook } from './sync-looks.ts';

type RunViewProps = { run: SyncRunDetail; now: string };

/** One run: how far it is, source by source, and what did not succeed. */
export function RunView({ run, now }: RunViewProps) {
  const look = runLook(run);
  const until = run.endedAt ?? now;
  return (
    <div className="grid gap-5" aria-busy={run.status === 'running'}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-soft">
        <Badge tone={look.tone} icon={look.icon}>
          {look.word}
        </Badge>
        <span>
          {formatCount(countEnded(run.steps))} of {plural(run.steps.length, 'step')}
        </span>
        <span>started {formatInstant(run.startedAt)}</span>
        <span className="tabular-nums">
          {formatDuration(Math.max(0, Date.parse(until) - Date.parse(run.startedAt)))}
        </span>
        {run.leftMs !== null && <span>{formatLeft(run.leftMs)}</span>}
        <span>{plural(run.calls, 'call')} to Azure</span>
        {run.waitedMs > 0 && <span>{formatDuration(run.waitedMs)} waited for Azure's limits</span>}
      </div>
      {run.error !== null && <p className="text-sm font-medium text-miss">{run.error}</p>}
      <RunProgress run={run} now={now} />
      <RunFailures run={run} />
    </div>
  );
}
