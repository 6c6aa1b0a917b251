import { useTexts } from '#language';
import type { StepStatus } from '#lib/core/sync-run.ts';
import type { SyncRunDetail } from '#lib/queries/schemas/sync.ts';
import { RunActivity } from './run-activity.tsx';
import { STEP_FILLS, useStepName, type Step } from './sync-looks.ts';

type RunProgressProps = { run: SyncRunDetail; now: string };

/** Steps by source: how many are done, and what each one that moves is doing. */
export function RunProgress({ run, now }: RunProgressProps) {
  const t = useTexts('sync');
  const stepName = useStepName();
  const groups = [...Map.groupBy(run.steps, (step) => step.source)];
  if (groups.length === 0) return <p className="text-sm text-soft">{t('run.noSteps')}</p>;
  return (
    <ul className="grid gap-x-8 gap-y-4 md:grid-cols-2 xl:grid-cols-3">
      {groups.map(([source, steps]) => (
        <li key={source} className="grid content-start gap-1.5 text-sm">
          <span className="flex items-baseline justify-between gap-4">
            <span className="font-medium">{stepName(source)}</span>
            <span className="text-xs text-soft tabular-nums">
              {t('run.countOf', { done: countEnded(steps), total: steps.length })}
            </span>
          </span>
          <StepBar steps={steps} name={stepName(source)} />
          <StepWords steps={steps} />
          <RunActivity steps={steps} now={now} />
        </li>
      ))}
    </ul>
  );
}

const MOVING: readonly StepStatus[] = ['pending', 'running', 'waiting'];
const ORDER: readonly StepStatus[] = [
  'done',
  'refused',
  'forbidden',
  'failed',
  'cancelled',
  'waiting',
  'running',
  'pending',
];

export const countEnded = (steps: Step[]): number =>
  steps.filter(({ status }) => !MOVING.includes(status)).length;

const countOf = (steps: Step[], status: StepStatus): number =>
  steps.filter((step) => step.status === status).length;

function StepBar({ steps, name }: { steps: Step[]; name: string }) {
  return (
    <span
      role="progressbar"
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={steps.length}
      aria-valuenow={countEnded(steps)}
      className="flex h-1.5 overflow-hidden rounded-full bg-subtle"
    >
      {ORDER.map((status) => (
        <span key={status} className={STEP_FILLS[status]} style={{ flexGrow: countOf(steps, status) }} />
      ))}
    </span>
  );
}

function StepWords({ steps }: { steps: Step[] }) {
  const t = useTexts('sync');
  const words = ORDER.filter((status) => countOf(steps, status) > 0).map((status) =>
    t(`step.${status}`, { count: countOf(steps, status) }),
  );
  return <span className="text-xs text-faint">{words.join(', ')}</span>;
}
