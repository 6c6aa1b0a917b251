import type { Pipeline, PipelinePolicy } from '@azure/core-rest-pipeline';
import type { CostScope } from '#lib/core/cost-plan.ts';
import type { TenantId } from '#lib/core/ids.ts';
import type { ThrottleBudget, Wait } from '#lib/core/throttle-budget.ts';
import { limitAttempt, type CallOutcome } from './attempt.ts';
import { keepWithinBudget } from './keep-budget.ts';
import { guardDestination, guardRepeats } from './destination.ts';
import { parseExactJson } from '#lib/core/exact-json.ts';
import { AzureFailure, type ApiName } from './failure.ts';
import type { Logger } from './logger.ts';
import { persist } from './persistence.ts';

export const CLIENT_TYPE = 'pecboard';
export const USER_AGENT = 'pecboard';

export type Line = {
  source: ApiName;
  tenantId: TenantId;
  identity: string;
  urgentScopes: () => readonly CostScope[];
  budget: ThrottleBudget;
  origin: string;
  signal: AbortSignal;
  attemptTimeoutMs: number;
  token: () => Promise<string>;
  now: () => number;
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  log: Logger;
  onCall: () => void;
  onOutcome: (outcome: CallOutcome) => void;
  onWait: (wait: Wait | null) => void;
  /** Takes each answer as parsed JSON with exact numbers; undefined for an empty body. */
  onAnswer: (answer: unknown) => void;
};

/** They retry by their own clock, follow redirects to other hosts, and log by their own rules. */
const REPLACED = [
  'bearerTokenAuthenticationPolicy',
  'defaultRetryPolicy',
  'redirectPolicy',
  'tracingPolicy',
  'logPolicy',
];

function attachToken({ token }: Line): PipelinePolicy {
  return {
    name: 'attachToken',
    async sendRequest(request, next) {
      request.headers.set('Authorization', `Bearer ${await token()}`);
      request.headers.set('ClientType', CLIENT_TYPE);
      return next(request);
    },
  };
}

function keepAnswer({ source, onAnswer }: Line): PipelinePolicy {
  return {
    name: 'keepAnswer',
    async sendRequest(request, next) {
      const response = await next(request);
      const text = response.bodyAsText ?? '';
      try {
        onAnswer(text === '' ? undefined : parseExactJson(text));
      } catch {
        throw new AzureFailure({
          kind: 'malformed',
          source,
          status: response.status,
          message: 'answer: not JSON',
        });
      }
      return response;
    },
  };
}

/** Makes the pipeline of an SDK client ours. Every client of the room goes through here. */
export function adoptPipeline(pipeline: Pipeline, line: Line): void {
  for (const name of REPLACED) pipeline.removePolicy({ name });
  const { attemptTimeoutMs: timeoutMs } = line;
  const ours = [
    guardDestination(line.source, (origin) => origin === line.origin),
    guardRepeats(line.source),
    keepAnswer(line),
    persist(line),
    ...keepWithinBudget(line, [attachToken(line), limitAttempt({ ...line, timeoutMs })]),
  ];
  for (const policy of ours) pipeline.addPolicy(policy, { phase: 'Retry' });
}
