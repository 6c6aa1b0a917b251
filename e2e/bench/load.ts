import { createHash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { isUnderWay } from '#lib/core/sync-run.ts';
import { eventually } from '../eventually.ts';
import { startStack, type Stack } from '../stack.ts';
import { SIGN_IN_APPLICATION } from '../simulator/worlds/sign-in.ts';

const USERS = 50;
const PER_SECOND = 20;
const SECONDS = 30;
const CHECKS = 300;
const SYNC_WITHIN_MS = 15 * 60_000;

const PATHS = [
  '/',
  '/customers?sort=name',
  '/roles',
  '/sync',
  '/api/v1/overview',
  '/api/v1/customers?limit=50',
  '/api/v1/roles',
];

/** As MSAL would: a nonce, tokens, a session. Every user is a person of their own. */
async function signIn(stack: Stack, index: number): Promise<string> {
  const { url, tenantId } = stack.simulator.description;
  const begun = await fetch(new URL('/api/v1/session/challenge', stack.url), { method: 'POST' });
  const { nonce } = z.object({ nonce: z.string() }).parse(await begun.json());
  const digest = createHash('sha256').update(`user ${index}`).digest('hex');
  const oid = `${digest.slice(0, 8)}-${digest.slice(8, 12)}-4${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
  const common = {
    iss: `${url}/${tenantId}/v2.0`,
    aud: SIGN_IN_APPLICATION.appId,
    tid: tenantId,
    oid,
    sub: oid,
    ver: '2.0',
  };
  const access = {
    ...common,
    ...{ azp: SIGN_IN_APPLICATION.appId, scp: SIGN_IN_APPLICATION.scopeName, roles: ['Pec.Support'] },
    ...{ uti: digest, name: `User ${index}` },
  };
  const { tokens } = stack.simulator;
  const answer = await fetch(new URL('/api/v1/session', stack.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: cookiesOf(begun) },
    body: JSON.stringify({
      accessToken: await tokens.sign(access),
      idToken: await tokens.sign({ ...common, nonce }),
      to: '/',
    }),
  });
  if (answer.status !== 201) throw new Error(`user ${index} could not sign in: ${answer.status}`);
  return cookiesOf(answer);
}

const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .filter((pair) => !pair.endsWith('='))
    .join('; ');

const rank = (sorted: readonly number[], share: number): number =>
  Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1));

/** Requests leave on time whether or not earlier ones have been answered. */
async function openLoop(stack: Stack, cookies: readonly string[]) {
  const times: number[] = [];
  const errors: string[] = [];
  const under: Promise<void>[] = [];
  const startedAt = performance.now();
  for (let index = 0; index < PER_SECOND * SECONDS; index += 1) {
    const dueAt = startedAt + (index * 1000) / PER_SECOND;
    await pause(Math.max(0, dueAt - performance.now()));
    const path = PATHS[index % PATHS.length] ?? '/';
    const headers = { cookie: cookies[index % cookies.length] ?? '' };
    under.push(
      fetch(new URL(path, stack.url), { headers, redirect: 'manual' })
        .then(async (answer) => {
          await answer.arrayBuffer();
          if (answer.status !== 200) errors.push(`${path} ${answer.status}`);
          // From when it was due: waiting behind others counts.
          times.push(performance.now() - dueAt);
        })
        .catch((error: unknown) => void errors.push(String(error))),
    );
  }
  await Promise.all(under);
  const sorted = times.toSorted((left, right) => left - right);
  return {
    requests: under.length,
    errors: errors.length,
    p50Ms: rank(sorted, 0.5),
    p95Ms: rank(sorted, 0.95),
    maxMs: rank(sorted, 1),
  };
}

/** What the session costs: a call that only tells who asks, against one that asks nobody. It asks twice, so half. */
async function sessionCheck(stack: Stack, cookie: string): Promise<number> {
  const median = async (path: string): Promise<number> => {
    const times: number[] = [];
    for (let index = 0; index < CHECKS; index += 1) {
      const before = performance.now();
      await (await fetch(new URL(path, stack.url), { headers: { cookie } })).arrayBuffer();
      times.push(performance.now() - before);
    }
    return times.toSorted((left, right) => left - right)[CHECKS / 2] ?? 0;
  };
  await median('/healthz');
  const plain = await median('/healthz');
  return Number((((await median('/api/v1/session')) - plain) / 2).toFixed(2));
}

async function syncPatiently(stack: Stack): Promise<string> {
  const id = await stack.startSync();
  const ended = async () => {
    const { status } = await stack.runOf(id);
    return isUnderWay(status) ? null : status;
  };
  return eventually('the sync to end', ended, SYNC_WITHIN_MS);
}

/** 50 signed-in people, 20 requests a second in all. */
export async function benchLoad(): Promise<object> {
  const stack = await startStack({ customers: 200, signIn: 'entra', limits: 'off' });
  try {
    const status = await syncPatiently(stack);
    const cookies: string[] = [];
    for (let index = 0; index < USERS; index += 1) cookies.push(await signIn(stack, index));
    const figures = await openLoop(stack, cookies);
    return {
      users: USERS,
      perSecond: PER_SECOND,
      sync: status,
      ...figures,
      sessionCheckMs: await sessionCheck(stack, cookies[0] ?? ''),
    };
  } finally {
    await stack.close();
  }
}
