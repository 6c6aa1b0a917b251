import type { TenantId } from '#lib/core/ids.ts';
import type { ThrottleBudget, Wait } from '#lib/core/throttle-budget.ts';
import { openBudget } from './budget.ts';
import type { CallOutcome } from './attempt.ts';
import { NOT_RESUMED, type Caller, type PageCount, type Resumed } from './caller.ts';
import { openTokenSource, type TokenSource } from './identity.ts';
import type { Logger } from './logger.ts';
import type { AzureSettings, ServiceIdentity } from './settings.ts';

export type { CallOutcome } from './attempt.ts';
export type { Caller, KeptAnswers, PageCount } from './caller.ts';
export type { Logger } from './logger.ts';

export type RoomDeps = {
  now: () => number;
  /** Rejects when the signal aborts. */
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  log: Logger;
  /** For one attempt on the wire; one minute unless said. */
  attemptTimeoutMs?: number;
  /** Shared by all that the limits are shared by; one of its own unless said. */
  budget?: ThrottleBudget;
};

export type Listeners = {
  signal: AbortSignal;
  /** Before each attempt at Resource Manager or Graph, repeats included. */
  onCall?: () => void;
  /** With each page of each list. */
  onPage?: (count: PageCount) => void;
  resumed?: Resumed;
  /** When an attempt has ended. */
  onOutcome?: (outcome: CallOutcome) => void;
  /** With a wait when it begins, with null when it is over. */
  onWait?: (wait: Wait | null) => void;
  /** Of the work that asks; the room's own unless said. */
  log?: Logger;
};

export type AzureRoom = {
  /** The service identity; in the managing tenant unless another is named. */
  caller(options: Listeners & { tenantId?: TenantId }): Caller;
  /** Each identity of the link credentials, in its own tenant. */
  linkCallers(options: Listeners): { displayName: string | null; caller: Caller }[];
};

const ATTEMPT_TIMEOUT_MS = 60_000;
const ignore = (): void => undefined;

type Who = Pick<Caller, 'tenantId' | 'identity'>;

const nameOf = ({ clientId }: { clientId: string | null }): string => clientId ?? 'managed identity';

export function openAzureRoom(settings: AzureSettings, deps: RoomDeps): AzureRoom {
  const { now, sleep, log, attemptTimeoutMs = ATTEMPT_TIMEOUT_MS, budget = openBudget() } = deps;
  const open = (identity: ServiceIdentity): TokenSource =>
    openTokenSource(identity, { authorityHost: settings.authorityHost, attemptTimeoutMs, now, log });
  const own = open(settings.identity);
  const linkIdentities = settings.linkCredentials.map((credential) => ({
    credential,
    tokens: open(credential),
  }));

  const bind = (tokens: TokenSource, who: Who, listeners: Listeners): Caller => {
    const { signal, onCall = ignore, onOutcome = ignore, onPage = ignore } = listeners;
    const { onWait = ignore, resumed = NOT_RESUMED } = listeners;
    const token = (scope: string) => tokens(who.tenantId, scope, signal);
    const line = { attemptTimeoutMs, now, sleep, log: listeners.log ?? log, budget, urgentScopes: () => [] };
    return { settings, ...who, token, signal, ...line, onCall, onOutcome, onPage, onWait, resumed };
  };

  return {
    caller: (options) => {
      const { tenantId } = settings.identity;
      return bind(
        own,
        { tenantId: options.tenantId ?? tenantId, identity: nameOf(settings.identity) },
        options,
      );
    },
    linkCallers: (options) =>
      linkIdentities.map(({ credential, tokens }) => ({
        displayName: credential.displayName,
        caller: bind(tokens, { tenantId: credential.tenantId, identity: nameOf(credential) }, options),
      })),
  };
}
