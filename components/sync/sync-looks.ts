import { useTexts } from '#language';
import type { Look } from '#components/status/verdict-looks.ts';
import type { RunStatus, StepStatus } from '#lib/core/sync-run.ts';
import type { SyncRun, SyncRunDetail } from '#lib/queries/schemas/sync.ts';

export type Step = SyncRunDetail['steps'][number];

const RUN_LOOKS: Record<RunStatus, Omit<Look, 'word'>> = {
  queued: { tone: 'wait', icon: 'clock' },
  running: { tone: 'wait', icon: 'sync' },
  paused: { tone: 'doubt', icon: 'pause' },
  complete: { tone: 'earn', icon: 'check' },
  partial: { tone: 'part', icon: 'partly' },
  failed: { tone: 'miss', icon: 'cross' },
  cancelled: { tone: 'mute', icon: 'none' },
  interrupted: { tone: 'mute', icon: 'none' },
};

/** A run that ended well but was not allowed everything does not look whole. */
export function useRunLook(): (run: SyncRun) => Look {
  const t = useTexts('sync');
  return ({ status, stepCounts: { forbidden } }) => {
    if (status !== 'complete' || forbidden === 0) return { ...RUN_LOOKS[status], word: t(`run.${status}`) };
    return { ...RUN_LOOKS.partial, word: t('run.completeNotAllowed', { count: forbidden }) };
  };
}

export const STEP_FILLS: Record<StepStatus, string> = {
  done: 'bg-earn-fill',
  running: 'bg-wait-fill',
  waiting: 'bg-wait-fill hatch',
  forbidden: 'bg-part-fill',
  failed: 'bg-miss-fill',
  refused: 'bg-doubt-fill',
  cancelled: 'bg-mute-fill',
  pending: 'bg-transparent',
};

export function useStepName(): (source: Step['source']) => string {
  const t = useTexts('sync');
  const sources = useTexts('sources');
  return (source) => (source === 'judge' ? t('run.judge') : sources(`of.${source}.name`));
}

export function useTenantName(): (step: Step) => string {
  const t = useTexts('sync');
  return ({ displayName, tenantId }) => displayName ?? tenantId ?? t('failures.yourTenant');
}
