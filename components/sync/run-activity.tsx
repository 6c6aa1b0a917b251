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
            {step.status === 'waiting' ? `: ${waitWords(step.waitUntil, now)}` : progressWords(step)}
          </span>
        </span>
      ))}
      {hidden > 0 && <span className="text-xs text-faint">and {formatCount(hidden)} more</span>}
    </>
  );
}

function waitWords(until: string | null, now: string): string {
  if (until === null) return 'waiting';
  const seconds = Math.ceil((Date.parse(until) - Date.parse(now)) / 1000);
  return seconds > 0 ? `Azure asked to wait ${formatCount(seconds)} s` : 'the wait Azure asked for is over';
}

function progressWords({ done, total }: Step): string {
  if (total !== null) return `: ${formatCount(done)} of ${formatCount(total)}`;
  return done > 0 ? `: ${formatCount(done)} so far` : '';
}
