import { toCompatResponse, type CompatResponse, type WebResourceLike } from '@azure/core-http-compat';
import {
  createDefaultHttpClient,
  createEmptyPipeline,
  createHttpHeaders,
  createPipelineRequest,
  type PipelinePolicy,
} from '@azure/core-rest-pipeline';
import { AnonymousCredential, newPipeline, type Pipeline } from '@azure/storage-blob';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { tellStepReason } from '#lib/core/step-reasons.ts';
import { failureOfTransport, limitAttempt } from '../attempt.ts';
import type { Caller } from '../caller.ts';
import { guardDestination } from '../destination.ts';
import { AzureFailure, failureOfAnswer } from '../failure.ts';
import { keepWithinBudget } from '../keep-budget.ts';
import { persist } from '../persistence.ts';
import { USER_AGENT } from '../pipeline.ts';

const SOURCE = 'storage';
/** Of every cloud; which storage a token reaches is for the account's own roles to say. */
const STORAGE_SCOPE = 'https://storage.azure.com/.default';

/** Storage says in XML what others say in JSON. */
function failureOfStorage(answer: Parameters<typeof failureOfAnswer>[1]): AzureFailure {
  const { kind, status, retryAfterMs } = failureOfAnswer(SOURCE, { ...answer, body: null });
  const said = (tag: string): string | null =>
    new RegExp(`<${tag}>([^<]{1,300})</${tag}>`).exec(answer.body ?? '')?.[1] ?? null;
  const message = said('Message') ?? tellStepReason('http-status', { status: answer.status });
  return new AzureFailure({ kind, source: SOURCE, status, code: said('Code'), retryAfterMs, message });
}

/** Takes the whole body before the call counts as answered, so that one cut half-way is asked again. */
const collectBody = ({ signal }: Caller): PipelinePolicy => ({
  name: 'collectBody',
  async sendRequest(request, next) {
    const response = await next(request);
    if (response.readableStreamBody === undefined) return response;
    try {
      const body = await buffer(response.readableStreamBody);
      response.headers.set('Content-Length', body.length);
      return { ...response, readableStreamBody: Readable.from([body], { objectMode: false }) };
    } catch (error) {
      if (!signal.aborted) throw failureOfTransport(SOURCE, error, request.abortSignal?.aborted === true);
      throw new AzureFailure({ kind: 'aborted', source: SOURCE, message: 'the call was given up' });
    }
  },
});

const attachToken = ({ token }: Caller): PipelinePolicy => ({
  name: 'attachToken',
  async sendRequest(request, next) {
    request.headers.set('Authorization', `Bearer ${await token(STORAGE_SCOPE)}`);
    return next(request);
  },
});

/**
 * The storage library on our own line: guarded, patient, by the injected clock. A signed link carries its own
 * permission, and a token beside it would be given away for nothing.
 */
export function storagePipeline(caller: Caller, origin: string, access: 'token' | 'signed-link'): Pipeline {
  const line = { ...caller, source: SOURCE, timeoutMs: caller.attemptTimeoutMs } as const;
  const policies = [
    guardDestination(SOURCE, (one) => one === origin),
    persist(line),
    ...keepWithinBudget(line, [
      collectBody(caller),
      ...(access === 'token' ? [attachToken(caller)] : []),
      limitAttempt(line, failureOfStorage),
    ]),
  ];
  const pipeline = createEmptyPipeline();
  for (const policy of policies) pipeline.addPolicy(policy, { phase: 'Retry' });
  const http = createDefaultHttpClient();

  async function sendRequest(resource: WebResourceLike): Promise<CompatResponse> {
    const { url, method, streamResponseStatusCodes } = resource;
    const request = createPipelineRequest({
      url,
      method,
      headers: createHttpHeaders(resource.headers.rawHeaders()),
      ...(streamResponseStatusCodes === undefined ? {} : { streamResponseStatusCodes }),
    });
    const response = await pipeline.sendRequest(http, request);
    // The library finds what it asked for by its own request.
    return { ...toCompatResponse(response), request: resource };
  }

  return newPipeline(new AnonymousCredential(), {
    httpClient: { sendRequest },
    retryOptions: { maxTries: 1 },
    userAgentOptions: { userAgentPrefix: USER_AGENT },
  });
}
