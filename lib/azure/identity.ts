import { AsyncLocalStorage } from 'node:async_hooks';
import type { TokenCredential } from '@azure/core-auth';
import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import {
  ClientCertificateCredential,
  ClientSecretCredential,
  ManagedIdentityCredential,
  WorkloadIdentityCredential,
} from '@azure/identity';
import type { TenantId } from '#lib/core/ids.ts';
import { tellStepReason } from '#lib/core/step-reasons.ts';
import { limitAttempt } from './attempt.ts';
import { guardDestination } from './destination.ts';
import { failureOfTokenAnswer } from './entra-failure.ts';
import { AzureFailure } from './failure.ts';
import type { Logger } from './logger.ts';
import { isMicrosoftAuthority, type ServiceIdentity } from './settings.ts';

export type TokenSourceDeps = {
  authorityHost: string;
  attemptTimeoutMs: number;
  now: () => number;
  log: Logger;
};

/** Tokens of one identity, for any tenant that knows it. */
export type TokenSource = (tenantId: TenantId, scope: string, signal: AbortSignal) => Promise<string>;

const KEPT_CREDENTIALS = 200;

/** The failure seen on the wire during one getToken: the libraries keep only its text. */
const observed = new AsyncLocalStorage<{ failure: AzureFailure | null }>();

function observeFailure(): PipelinePolicy {
  return {
    name: 'observeFailure',
    async sendRequest(request, next) {
      try {
        return await next(request);
      } catch (error) {
        const attempt = observed.getStore();
        if (attempt !== undefined && error instanceof AzureFailure) attempt.failure = error;
        throw error;
      }
    },
  };
}

function wirePolicies(deps: TokenSourceDeps): PipelinePolicy[] {
  const { authorityHost, attemptTimeoutMs: timeoutMs, now, log } = deps;
  const authority = new URL(authorityHost).origin;
  const isKnown = (origin: string) =>
    origin === authority || (isMicrosoftAuthority(authorityHost) && isMicrosoftAuthority(origin));
  const neverAborted = new AbortController().signal;
  const limits = {
    source: 'entra',
    signal: neverAborted,
    timeoutMs,
    now,
    log,
    onCall: () => undefined,
    onOutcome: () => undefined,
  } as const;
  return [observeFailure(), guardDestination('entra', isKnown), limitAttempt(limits, failureOfTokenAnswer)];
}

function openCredential(
  identity: ServiceIdentity,
  tenantId: TenantId,
  deps: TokenSourceDeps,
): TokenCredential {
  const options = {
    authorityHost: deps.authorityHost,
    disableInstanceDiscovery: !isMicrosoftAuthority(deps.authorityHost),
    retryOptions: { maxRetries: 0 },
    redirectOptions: { maxRetries: 0 },
    additionalPolicies: wirePolicies(deps).map((policy) => ({ policy, position: 'perRetry' as const })),
  };
  const { kind } = identity;
  if (kind === 'managed') {
    return identity.clientId === null
      ? new ManagedIdentityCredential()
      : new ManagedIdentityCredential({ clientId: identity.clientId });
  }
  const { clientId } = identity;
  if (kind === 'secret')
    return new ClientSecretCredential(tenantId, clientId, identity.clientSecret, options);
  if (kind === 'workload') {
    return new WorkloadIdentityCredential({
      tenantId,
      clientId,
      tokenFilePath: identity.tokenFilePath,
      ...options,
    });
  }
  return new ClientCertificateCredential(
    tenantId,
    clientId,
    { certificatePath: identity.certificatePath },
    options,
  );
}

/** A credential with the ends of its tokens by the injected clock: the library keeps tokens by the machine's. */
type Held = { credential: TokenCredential; endsAtMs: Map<string, number> };

/** A token that has no more than this left is not handed out. */
const LAST_MINUTES_MS = 5 * 60_000;

function isSpent({ endsAtMs }: Held, scope: string, nowMs: number): boolean {
  const endsAt = endsAtMs.get(scope);
  return endsAt !== undefined && nowMs > endsAt - LAST_MINUTES_MS;
}

async function requestToken(
  { credential, endsAtMs }: Held,
  scope: string,
  now: () => number,
): Promise<string> {
  const attempt: { failure: AzureFailure | null } = { failure: null };
  try {
    const answer = await observed.run(attempt, () => credential.getToken(scope));
    if (answer !== null) {
      if (!endsAtMs.has(scope)) endsAtMs.set(scope, now() + answer.expiresOnTimestamp - Date.now());
      return answer.token;
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : 'no token';
    throw attempt.failure ?? new AzureFailure({ kind: 'credential', source: 'entra', message });
  }
  throw new AzureFailure({ kind: 'credential', source: 'entra', message: tellStepReason('no-token', {}) });
}

/** Lets go of a shared promise as soon as the caller gives up; the promise itself goes on for others. */
function untilAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  const gaveUp = () =>
    new AzureFailure({ kind: 'aborted', source: 'entra', message: 'the call was given up' });
  if (signal.aborted) return Promise.reject(gaveUp());
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(gaveUp());
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

function keepRecent<Key, Value>(kept: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = kept.get(key) ?? make();
  kept.delete(key);
  kept.set(key, value);
  const [oldest] = kept.keys();
  if (kept.size > KEPT_CREDENTIALS && oldest !== undefined) kept.delete(oldest);
  return value;
}

export function openTokenSource(identity: ServiceIdentity, deps: TokenSourceDeps): TokenSource {
  const credentials = new Map<TenantId, Held>();
  const asked = new Map<string, Promise<string>>();
  return (tenantId, scope, signal) => {
    if (identity.kind === 'managed' && tenantId !== identity.tenantId) {
      const message = tellStepReason('managed-identity', {});
      return Promise.reject(new AzureFailure({ kind: 'no-consent', source: 'entra', message }));
    }
    const key = `${tenantId} ${scope}`;
    let promise = asked.get(key);
    if (promise === undefined) {
      const held = credentials.get(tenantId);
      if (held !== undefined && isSpent(held, scope, deps.now())) credentials.delete(tenantId);
      const open = (): Held => ({
        credential: openCredential(identity, tenantId, deps),
        endsAtMs: new Map(),
      });
      promise = requestToken(keepRecent(credentials, tenantId, open), scope, deps.now).finally(() =>
        asked.delete(key),
      );
      asked.set(key, promise);
    }
    return untilAborted(promise, signal);
  };
}
