import type { PipelinePolicy, PipelineResponse } from '@azure/core-rest-pipeline';
import type { Wait } from '#lib/core/throttle-budget.ts';
import { AzureFailure, type ApiName } from './failure.ts';
import type { Logger } from './logger.ts';

export type Patience = {
  source: ApiName;
  signal: AbortSignal;
  now: () => number;
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  onWait: (wait: Wait | null) => void;
  log: Logger;
};

const MAX_THROTTLED_ATTEMPTS = 6;
const MAX_BROKEN_ATTEMPTS = 3;
export const MAX_TOTAL_WAIT_MS = 15 * 60_000;
const THROTTLE_BACKOFF_MS = 10_000;
const BROKEN_BACKOFF_MS = 1_000;
const TRANSIENT_STATUSES = new Set([500, 502, 503, 504]);

const isThrottle = ({ kind, retryAfterMs }: AzureFailure): boolean =>
  kind === 'throttled' || (kind === 'unavailable' && retryAfterMs !== null);

const isTransient = ({ kind, status }: AzureFailure): boolean =>
  kind === 'cut' || kind === 'timeout' || (status !== null && TRANSIENT_STATUSES.has(status));

/** What the attempts of one call have cost so far. */
type Ledger = { throttled: number; broken: number; waitedMs: number };

/** The next wait, or null when the call has used up its patience. */
function planWait(failure: AzureFailure, ledger: Ledger): number | null {
  if (isThrottle(failure)) {
    ledger.throttled += 1;
    if (ledger.throttled >= MAX_THROTTLED_ATTEMPTS) return null;
    return failure.retryAfterMs ?? THROTTLE_BACKOFF_MS * 2 ** (ledger.throttled - 1);
  }
  if (!isTransient(failure)) return null;
  ledger.broken += 1;
  return ledger.broken >= MAX_BROKEN_ATTEMPTS ? null : BROKEN_BACKOFF_MS * 4 ** (ledger.broken - 1);
}

function abandon(failure: AzureFailure): AzureFailure {
  if (!isThrottle(failure) || failure.kind === 'throttled') return failure;
  const { source, message, status, code, retryAfterMs } = failure;
  return new AzureFailure({ kind: 'throttled', source, message, status, code, retryAfterMs });
}

/** Waits by the injected clock, heard by whoever listens. */
export async function waitOut(patience: Patience, wait: Wait): Promise<void> {
  const { source, signal, now, sleep, onWait } = patience;
  onWait(wait);
  try {
    await sleep(Math.max(0, wait.untilMs - now()), signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    onWait(null);
  }
  if (signal.aborted) throw new AzureFailure({ kind: 'aborted', source, message: 'the call was given up' });
}

/** Repeats a call that Azure throttled or that broke on the way: within bounds, by the injected clock. */
export function persist(patience: Patience): PipelinePolicy {
  const persistently = async (attempt: () => Promise<PipelineResponse>): Promise<PipelineResponse> => {
    const ledger: Ledger = { throttled: 0, broken: 0, waitedMs: 0 };
    for (;;) {
      try {
        return await attempt();
      } catch (error) {
        if (!(error instanceof AzureFailure)) throw error;
        const ms = planWait(error, ledger);
        if (ms === null || ledger.waitedMs + ms > MAX_TOTAL_WAIT_MS) throw abandon(error);
        ledger.waitedMs += ms;
        const { kind, status } = error;
        patience.log.info(
          { source: patience.source, kind, status, waitMs: ms },
          'waiting before the next attempt',
        );
        await waitOut(patience, { untilMs: patience.now() + ms, reason: 'azure-asked' });
      }
    }
  };
  return { name: 'persist', sendRequest: (request, next) => persistently(() => next(request)) };
}
