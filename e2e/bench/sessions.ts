import { performance } from 'node:perf_hooks';
import { isUnderWay } from '#lib/core/sync-run.ts';
import { eventually } from '../eventually.ts';
import { startStack, type Stack } from '../stack.ts';
import { rank, runOpenLoop, sortedTimes } from './open-loop.ts';
import { measureSessionCheck } from './session-check.ts';
import { signIn } from './signed-in.ts';

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

async function openLoop(stack: Stack, cookies: readonly string[]) {
  const load = { url: stack.url, cookies, paths: PATHS, perSecond: PER_SECOND, seconds: SECONDS };
  const { requests, errors, times } = await runOpenLoop(load);
  const sorted = sortedTimes(times);
  return {
    requests,
    errors: errors.length,
    p50Ms: rank(sorted, 0.5),
    p95Ms: rank(sorted, 0.95),
    maxMs: rank(sorted, 1),
  };
}

/** The same from outside: a call that only tells who asks, against one that asks nobody. It asks twice, so half. */
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
export async function benchSessions(): Promise<object> {
  const stack = await startStack({ customers: 200, signIn: 'entra', limits: 'off' });
  try {
    const status = await syncPatiently(stack);
    const cookies: string[] = [];
    for (let index = 0; index < USERS; index += 1) cookies.push(await signIn(stack, index));
    const figures = await openLoop(stack, cookies);
    const byDifference = await sessionCheck(stack, cookies[0] ?? '');
    return {
      users: USERS,
      perSecond: PER_SECOND,
      sync: status,
      ...figures,
      sessionCheck: { ...(await measureSessionCheck()), byDifferenceMs: byDifference },
    };
  } finally {
    await stack.close();
  }
}
