import 'server-only';
import { headers } from 'next/headers';
import { openPersonCaller } from '#lib/azure/person-caller.ts';
import type { Caller } from '#lib/azure/caller.ts';
import { AzureFailure } from '#lib/azure/failure.ts';
import type { Actor } from '#lib/auth/actor.ts';
import { canActForPeople, OnBehalfOfError, readTokenFor } from '#lib/auth/on-behalf-of.ts';
import { requirePersonActor } from '#lib/auth/request-actor.ts';
import { verifyAccessToken } from '#lib/auth/verify-token.ts';
import { config } from '#lib/config.ts';
import type { TenantId } from '#lib/core/ids.ts';
import { log } from '#lib/log.ts';

export type PersonAccess =
  | { kind: 'ready'; actor: Actor; caller: Caller }
  | { kind: 'not-configured' }
  | { kind: 'token-refused'; fault: string };

const PATIENCE_MS = 60_000;

const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new Error('given up'));
    });
  });

/** Azure as the signed-in person sees it. The token is the page's own, or that of the request; it is not kept. */
export async function openAccess(given: string | null, tenantId: TenantId | null): Promise<PersonAccess> {
  const actor = await requirePersonActor();
  const { signIn, azure } = config();
  if (signIn === null || azure === null || !canActForPeople(signIn)) return { kind: 'not-configured' };
  const assertion = given ?? (await bearerOf());
  if (assertion === null) return { kind: 'token-refused', fault: 'missing' };
  const verified = await verifyAccessToken(assertion, signIn, Date.now());
  if (!verified.ok) return { kind: 'token-refused', fault: verified.fault };
  if (verified.identity.personId !== actor.id) return { kind: 'token-refused', fault: 'person-required' };
  const asked = tenantId ?? signIn.tenantId;
  const caller = openPersonCaller(
    azure,
    { now: Date.now, sleep, log },
    {
      tenantId: asked,
      token: (scope) => tokenFor(signIn, { assertion, tenantId: asked, scope }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    },
  );
  return { kind: 'ready', actor, caller };
}

/** As a failure of ours, which the pipeline hands on as it is and never tries again. */
async function tokenFor(...asked: Parameters<typeof readTokenFor>): Promise<string> {
  try {
    return await readTokenFor(...asked);
  } catch (error) {
    if (!(error instanceof OnBehalfOfError)) throw error;
    const kind = error.fault.kind === 'consent-required' ? 'no-consent' : 'credential';
    throw new AzureFailure({ kind, source: 'entra', message: error.fault.message });
  }
}

const bearerOf = async (): Promise<string | null> =>
  /^Bearer (\S+)$/i.exec((await headers()).get('authorization') ?? '')?.[1] ?? null;
