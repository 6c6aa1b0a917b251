import { tellStepReason } from '#lib/core/step-reasons.ts';
import { z } from 'zod';

export const FAILURE_KINDS = [
  'unauthorized',
  'forbidden',
  'not-found',
  'not-delivered',
  'rejected',
  'throttled',
  'unavailable',
  'timeout',
  'cut',
  'malformed',
  'no-consent',
  'credential',
  'foreign-host',
  'missing-dimension',
  'too-many-subscriptions',
  'aborted',
] as const;
export type FailureKind = (typeof FAILURE_KINDS)[number];

/** The API that was asked, as logs and pages name it. */
export type ApiName =
  | 'entra'
  | 'subscriptions'
  | 'managed-services'
  | 'tenants'
  | 'resource-graph'
  | 'role-assignments'
  | 'deny-assignments'
  | 'role-schedules'
  | 'role-definitions'
  | 'partner-link'
  | 'billing'
  | 'cost-dimensions'
  | 'cost-query'
  | 'cost-report'
  | 'cost-export'
  | 'storage'
  | 'graph';

type FailureFacts = {
  kind: FailureKind;
  source: ApiName;
  message: string;
  status?: number | null;
  code?: string | null;
  retryAfterMs?: number | null;
};

const MESSAGE_LIMIT = 500;

export class AzureFailure extends Error {
  override readonly name = 'AzureFailure';
  readonly kind: FailureKind;
  readonly source: ApiName;
  /** HTTP status; null when no answer came. */
  readonly status: number | null;
  /** Azure's own error code, or the code of the broken connection. */
  readonly code: string | null;
  /** The wait Azure asked for, largest of all headers. */
  readonly retryAfterMs: number | null;

  constructor({ kind, source, message, status = null, code = null, retryAfterMs = null }: FailureFacts) {
    super(message.slice(0, MESSAGE_LIMIT));
    this.retryAfterMs = retryAfterMs;
    this.kind = kind;
    this.source = source;
    this.status = status;
    this.code = code;
  }
}

/** Something of ours broke while a call was made, a budget in the database say: it is no answer of Azure's. */
export class OwnFault extends Error {
  override readonly name = 'OwnFault';
}

const wrapped = z.object({ error: z.object({ code: z.string().nullish(), message: z.string().nullish() }) });
/** Cost Management was recorded answering 400 without the wrapper. */
const bare = z.object({
  code: z.string().nullish(),
  message: z.string().nullish(),
  messageDetail: z.string().nullish(),
});

type ErrorText = { code: string | null; message: string | null };

/** Reads an error body of any known shape; a body of no known shape says nothing. */
export function readErrorText(body: string | null): ErrorText {
  const json = parseLeniently(body);
  const inner = wrapped.safeParse(json);
  if (inner.success) {
    return { code: inner.data.error.code ?? null, message: inner.data.error.message ?? null };
  }
  const outer = bare.safeParse(json);
  if (!outer.success) return { code: null, message: null };
  const said = [outer.data.message, outer.data.messageDetail].filter((text) => text);
  return { code: outer.data.code ?? null, message: said.join(' ') || null };
}

export function parseLeniently(body: string | null): unknown {
  try {
    return JSON.parse(body ?? '');
  } catch {
    return null;
  }
}

const KIND_OF_STATUS = new Map<number, FailureKind>([
  [401, 'unauthorized'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [408, 'timeout'],
  [429, 'throttled'],
]);

type Answer = { status: number; body: string | null; retryAfterMs: number | null };

export function failureOfAnswer(source: ApiName, { status, body, retryAfterMs }: Answer): AzureFailure {
  const { code, message } = readErrorText(body);
  const kind = KIND_OF_STATUS.get(status) ?? (status >= 500 ? 'unavailable' : 'rejected');
  return new AzureFailure({
    kind,
    source,
    status,
    code,
    retryAfterMs,
    message: message ?? tellStepReason('http-status', { status }),
  });
}
