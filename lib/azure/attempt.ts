import type {
  PipelinePolicy,
  PipelineRequest,
  PipelineResponse,
  SendRequest,
} from '@azure/core-rest-pipeline';
import { AzureFailure, failureOfAnswer, type ApiName } from './failure.ts';
import type { Logger } from './logger.ts';
import { retryAfterMs } from './retry-after.ts';

/** How an attempt ended: the status of its answer, or 'cut' or 'timeout' where none came. */
export type CallOutcome = { api: ApiName; outcome: string };

export type AttemptLimits = {
  source: ApiName;
  signal: AbortSignal;
  timeoutMs: number;
  now: () => number;
  onCall: () => void;
  onOutcome: (outcome: CallOutcome) => void;
  log: Logger;
};

type FailureOf = (answer: {
  status: number;
  body: string | null;
  retryAfterMs: number | null;
}) => AzureFailure;

const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;

/** The error of the transport carries the request with its token, so only its code and text are kept. */
export function failureOfTransport(source: ApiName, error: unknown, timedOut: boolean): AzureFailure {
  if (timedOut) return new AzureFailure({ kind: 'timeout', source, message: 'no complete answer in time' });
  const message = error instanceof Error ? error.message : 'the connection broke';
  return new AzureFailure({ kind: 'cut', source, code: codeOf(error), message });
}

const aborted = (source: ApiName): AzureFailure =>
  new AzureFailure({ kind: 'aborted', source, message: 'the call was given up' });

async function send(
  limits: AttemptLimits,
  request: PipelineRequest,
  next: SendRequest,
): Promise<PipelineResponse> {
  const { source, signal, timeoutMs } = limits;
  if (signal.aborted) throw aborted(source);
  const timeout = AbortSignal.timeout(timeoutMs);
  request.timeout = 0;
  request.abortSignal = AbortSignal.any([signal, timeout]);
  limits.onCall();
  try {
    return await next(request);
  } catch (error) {
    if (signal.aborted) throw aborted(source);
    limits.onOutcome({ api: source, outcome: timeout.aborted ? 'timeout' : 'cut' });
    throw failureOfTransport(source, error, timeout.aborted);
  }
}

/** One attempt on the wire: limited in time, counted, logged without query or headers, judged by status. */
export function limitAttempt(limits: AttemptLimits, failureOf?: FailureOf): PipelinePolicy {
  const { source, now, log } = limits;
  const judge = failureOf ?? ((answer) => failureOfAnswer(source, answer));
  return {
    name: 'limitAttempt',
    async sendRequest(request, next) {
      const startedMs = now();
      const response = await send(limits, request, next);
      const { status } = response;
      limits.onOutcome({ api: source, outcome: String(status) });
      const path = new URL(request.url).pathname;
      log.debug({ source, method: request.method, path, status, ms: now() - startedMs }, 'call');
      if (status < 300) return response;
      const askedToWait = status === 429 || status === 503;
      throw judge({
        status,
        body: response.bodyAsText ?? null,
        retryAfterMs: askedToWait ? retryAfterMs(response.headers, now()) : null,
      });
    },
  };
}
