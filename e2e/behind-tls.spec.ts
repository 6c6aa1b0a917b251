import { once } from 'node:events';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { expect, test } from '@playwright/test';
import { SIGN_IN_PEOPLE } from './simulator/worlds/sign-in.ts';
import { startTlsFront, type TlsFront } from './tls-front.ts';

let front: TlsFront;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  front = await startTlsFront();
});

test.afterAll(() => front.close());

type Answered = { status: number; headers: IncomingHttpHeaders; body: string };

type Sent = { method?: string; form?: URLSearchParams; cookie?: string };

async function ask(
  path: string,
  { form, cookie, method = form ? 'POST' : 'GET' }: Sent = {},
): Promise<Answered> {
  const { url, ca } = front;
  const headers = {
    ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    ...(method === 'GET' ? {} : { origin: url.origin }),
    ...(cookie === undefined ? {} : { cookie }),
  };
  const sent = httpsRequest(new URL(path, url), { ca, method, headers });
  sent.end(form?.toString() ?? '');
  // once() gives the arguments of the event: the answer alone.
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(Buffer.from(chunk as Uint8Array));
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    body: Buffer.concat(chunks).toString(),
  };
}

const SIX_MONTHS_S = 15_768_000;

test('behind a TLS front every answer asks for TLS from now on, and for nothing unsafe', async () => {
  for (const path of ['/', '/sign-in', '/sign-in/renew', '/api/v1/overview', '/nowhere', '/icon.svg']) {
    const { headers } = await ask(path);
    const age = Number(/max-age=(\d+)/.exec(headers['strict-transport-security'] ?? '')?.[1]);
    expect(age, path).toBeGreaterThan(SIX_MONTHS_S);
    const policy = String(headers['content-security-policy']);
    expect(policy, path).toContain("default-src 'none'");
    expect(policy, path).toContain('upgrade-insecure-requests');
    expect(policy.replace(/style-src-attr[^;]*/, ''), path).not.toContain('unsafe');
    expect(policy, path).not.toMatch(/(?:script-src|default-src|object-src)[^;]*(?:https?:|data:|\*)/);
    expect(headers['access-control-allow-origin'], path).toBeUndefined();
  }
});

test('every script comes from us and carries the nonce of its answer', async () => {
  const { headers, body } = await ask('/sign-in');
  const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? 'none';
  const scripts = [...body.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
  expect(scripts.length).toBeGreaterThan(0);
  for (const script of scripts) {
    expect(script).toContain(`nonce="${nonce}"`);
    expect(script).not.toMatch(/src="(?!\/_next\/)/);
  }
});

test('the session is a __Host- cookie that no script and no other site gets', async () => {
  const [person] = SIGN_IN_PEOPLE;
  const form = new URLSearchParams({ userName: person?.userName ?? '', to: '/roles' });
  const { status, headers } = await ask('/api/v1/session/demo', { form });
  expect([status, headers.location]).toEqual([303, '/roles']);
  const cookie = headers['set-cookie']?.find((line) => line.startsWith('__Host-pecboard-session='));
  expect(cookie).toMatch(/; Path=\/;/);
  expect(cookie).toMatch(/; Secure/);
  expect(cookie).toMatch(/; HttpOnly/);
  expect(cookie).toMatch(/; SameSite=lax/i);
  expect(cookie).not.toMatch(/Domain=/i);
  const signedOut = await ask('/api/v1/session', { method: 'DELETE', cookie: cookie?.split(';')[0] ?? '' });
  const gone = signedOut.headers['set-cookie']?.find((line) => line.startsWith('__Host-pecboard-session='));
  // Without these a browser keeps the old one.
  expect(gone).toMatch(/^__Host-pecboard-session=; Path=\/;.*Max-Age=0.*; Secure/);
});
