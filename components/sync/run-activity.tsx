import { formatDuration } from '#components/ui/format-dates.ts';
import { formatCount } from '#components/ui/format-numbers.ts';
import { Icon } from '#components/ui/icon.tsx';
import { tenantName, type Step } from './sync-looks.ts';

const MOST_SHOWN = 4;

/** The steps that move now, with the waits Azure asked for. */
export function RunActivity({ steps, now }: { steps: Step[]; now: string }) {
  const moving = steps.filter(({ status }) => status === 'running' || status === 'waiting');
  const hidden = moving.length - MOST_SHOWN;
  return (
    <>
      {moving.slice(0, MOST_SHOWN).map((step) => (
        <span key={step.id} className="flex items-start gap-1.5 text-xs text-wait">
          <Icon name={step.status === 'waiting' ? 'pause' : 'sync'} className="mt-0.5 size-3.5" />
          <span>
            {tenantName(step)}
            {step.status === 'waiting' ? `: ${waitWords(step, now)}` : progressWords(step)}
          </span>
        </span>
      ))}
      {hidden > 0 && <span className="text-xs text-faint">and {formatCount(hidden)} more</span>}
    </>
  );
}

const WAIT_WORDS: Record<NonNullable<Step['waitReason']>, (time: string) => string> = {
  'azure-asked': (time) => `Azure asked to wait ${time}`,
  'own-budget': (time) => `waits ${time} to stay within Azure's limits`,
  report: (time) => `Azure makes a report, asked again in ${time}`,
};

function waitWords({ waitUntil, waitReason }: Step, now: string): string {
  if (waitUntil === null || waitReason === null) return 'waiting';
  const leftMs = Date.parse(waitUntil) - Date.parse(now);
  return leftMs > 0 ? WAIT_WORDS[waitReason](formatDuration(leftMs)) : 'the wait is over';
}

function progressWords({ done, total }: Step): string {
  if (total !== null) return `: ${formatCount(done)} of ${formatCount(total)}`;
  return done > 0 ? `: ${formatCount(done)} so far` : '';
}
