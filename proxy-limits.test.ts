import { NextRequest } from 'next/server';
import { afterAll, expect, it, vi } from 'vitest';
import { rememberAccepted } from '#lib/auth/accepted-credentials.ts';
import { proxy } from './proxy.ts';

const ID = '11111111-1111-4111-8111-111111111111';
// Buckets fill up again as time goes by: here none does.
vi.useFakeTimers({ toFake: ['Date'] });
afterAll(() => void vi.useRealTimers());

vi.stubEnv('SIGN_IN_TENANT_ID', ID);
vi.stubEnv('SIGN_IN_CLIENT_ID', ID);
vi.stubEnv('SIGN_IN_API_SCOPE', `api://${ID}/Pecboard.Access`);
vi.stubEnv('SESSION_SECRET', 'x'.repeat(32));

const ask = (headers: Record<string, string>): number =>
  proxy(
    new NextRequest('http://127.0.0.1:3000/api/v1/overview', {
      headers: { host: '127.0.0.1:3000', ...headers },
    }),
  ).status;

const MANY = 3000;

it('gives made-up credentials one limit together, and one that was let in a limit of its own', () => {
  const known = { authorization: 'Bearer known', cookie: '' };
  rememberAccepted(known.authorization);
  const passed = Array.from({ length: MANY }, (_, index) =>
    ask(index % 2 === 0 ? { authorization: `Bearer ${index}` } : { cookie: `pecboard-session=${index}` }),
  ).filter((status) => status !== 429).length;
  expect(passed).toBeGreaterThan(0);
  expect(passed).toBeLessThan(MANY);
  expect([ask({}), ask({ authorization: 'Bearer another' }), ask(known)]).toEqual([429, 429, 200]);
});
