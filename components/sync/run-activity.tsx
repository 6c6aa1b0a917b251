import { useFormats, useTexts } from '#language';
import { Icon } from '#components/ui/icon.tsx';
import { useTenantName, type Step } from './sync-looks.ts';

const MOST_SHOWN = 4;

/** The steps that move now, with the waits Azure asked for. */
export function RunActivity({ steps, now }: { steps: Step[]; now: string }) {
  const t = useTexts('sync');
  const tenantName = useTenantName();
  const words = useMoveWords(now);
  const moving = steps.filter(({ status }) => status === 'running' || status === 'waiting');
  const hidden = moving.length - MOST_SHOWN;
  return (
    <>
      {moving.slice(0, MOST_SHOWN).map((step) => (
        <span key={step.id} className="flex items-start gap-1.5 text-xs text-wait">
          <Icon name={step.status === 'waiting' ? 'pause' : 'sync'} className="mt-0.5 size-3.5" />
          <span>
            {words(step) === null
              ? tenantName(step)
              : t('activity.of', { tenant: tenantName(step), what: words(step) ?? '' })}
          </span>
        </span>
      ))}
      {hidden > 0 && <span className="text-xs text-faint">{t('activity.more', { count: hidden })}</span>}
    </>
  );
}

/** What a step waits for or how far it is; null where there is nothing to say. */
function useMoveWords(now: string): (step: Step) => string | null {
  const t = useTexts('sync');
  const { duration } = useFormats();
  return ({ status, waitUntil, waitReason, done, total }) => {
    if (status !== 'waiting') {
      if (total !== null) return t('activity.doneOf', { done, total });
      return done > 0 ? t('activity.soFar', { done }) : null;
    }
    if (waitUntil === null || waitReason === null) return t('activity.waiting');
    const leftMs = Date.parse(waitUntil) - Date.parse(now);
    return leftMs > 0 ? t(`activity.${waitReason}`, { time: duration(leftMs) }) : t('activity.waitOver');
  };
}
