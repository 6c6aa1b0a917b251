import type { Tone } from '#components/ui/tone.ts';
import { isUnderWay, type RunStatus } from '#lib/core/sync-run.ts';

type Ended = { status: RunStatus; stepCounts: { forbidden?: number } };

/** How a run came out: one that ended well but was not allowed everything is not whole. */
export type RunEnd = 'complete' | 'notAllowed' | 'partial' | 'failed' | 'cancelled' | 'interrupted';

export const RUN_END_TONES: Record<RunEnd, Tone> = {
  complete: 'earn',
  notAllowed: 'part',
  partial: 'part',
  failed: 'miss',
  cancelled: 'mute',
  interrupted: 'part',
};

/** null: it has not ended. */
export function runEndOf({ status, stepCounts: { forbidden = 0 } }: Ended): RunEnd | null {
  if (isUnderWay(status)) return null;
  return status === 'complete' && forbidden > 0 ? 'notAllowed' : status;
}
