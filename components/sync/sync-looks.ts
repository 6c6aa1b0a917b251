import type { Look } from '#components/status/verdict-looks.ts';
import { SOURCE_WORDS } from '#components/status/source-words.ts';
import type { RunStatus, StepStatus } from '#lib/core/sync-run.ts';
import { formatCount } from '#components/ui/format-numbers.ts';
import type { SyncRun, SyncRunDetail } from '#lib/queries/schemas/sync.ts';

export type Step = SyncRunDetail['steps'][number];

const RUN_LOOKS: Record<RunStatus, Look> = {
  queued: { tone: 'wait', icon: 'clock', word: 'Waiting to begin' },
  running: { tone: 'wait', icon: 'sync', word: 'Running' },
  paused: { tone: 'doubt', icon: 'pause', word: 'Paused' },
  complete: { tone: 'earn', icon: 'check', word: 'Complete' },
  partial: { tone: 'part', icon: 'partly', word: 'Partial' },
  failed: { tone: 'miss', icon: 'cross', word: 'Failed' },
  cancelled: { tone: 'mute', icon: 'none', word: 'Cancelled' },
  interrupted: { tone: 'mute', icon: 'none', word: 'Interrupted' },
};

/** A run that ended well but was not allowed everything does not look whole. */
export function runLook({ status, stepCounts }: SyncRun): Look {
  if (status !== 'complete' || stepCounts.forbidden === 0) return RUN_LOOKS[status];
  return { tone: 'part', icon: 'partly', word: `Complete, ${formatCount(stepCounts.forbidden)} not allowed` };
}

const REQUESTERS: ReadonlyMap<string, string> = new Map([['api', 'web or API']]);

export const requesterName = (requestedBy: string): string => REQUESTERS.get(requestedBy) ?? requestedBy;

export const STEP_WORDS: Record<StepStatus, string> = {
  pending: 'to do',
  running: 'running',
  waiting: 'waiting',
  done: 'done',
  forbidden: 'not allowed',
  failed: 'failed',
  refused: 'refused, older data kept',
  cancelled: 'not read, cancelled',
};

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

export const stepName = (source: Step['source']): string =>
  source === 'judge' ? 'Verdicts from what is held' : SOURCE_WORDS[source].name;

export const tenantName = (step: Step): string => step.displayName ?? step.tenantId ?? 'your tenant';
