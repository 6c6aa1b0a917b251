import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { expect, test } from './fixtures.ts';
import type { Stack } from './stack.ts';

const CANARY = 'canary-7f3a9c51d2e8-must-not-be-told';

test.use({
  stackOptions: {
    customers: 3,
    signIn: 'people',
    synced: false,
    env: { SESSION_SECRET: `${CANARY}-${CANARY}` },
  },
  provokedErrors: /status of 4\d\d/,
});

type Raw = { status: number; headers: IncomingHttpHeaders; body: string };

/** As no fetch would send it: any host, any method, any header. */
const send = (stack: Stack, path: string, headers: Record<string, string>, method = 'GET'): Promise<Raw> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(stack.url);
    const sent = httpRequest({ host: hostname, port, path, method, headers }, (answer) => {
      let body = '';
      answer.on('data', (chunk: Buffer) => (body += chunk.toString()));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
    });
    sent.on('error', reject);
    sent.end();
  });

test('people of the demonstration sign in by a click, without any script', async ({ browser, stack }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: stack.url });
  const page = await context.newPage();
  await page.goto('/roles');
  await page.getByRole('button', { name: /Ravi Subramaniam/ }).click();
  await expect(page).toHaveURL(`${stack.url}/roles`);
  await expect(page.getByText('Ravi Subramaniam').first()).toBeVisible();
  await context.close();
});

test('every kind of answer carries the headers that protect it', async ({ stack }) => {
  for (const path of [
    '/sign-in',
    '/roles',
    '/api/v1/overview',
    '/api/v1/nothing',
    '/healthz',
    '/nowhere',
    '/icon.svg',
  ]) {
    const { headers } = await send(stack, path, {});
    const policy = String(headers['content-security-policy'] ?? '');
    expect(policy, path).toContain("default-src 'none'");
    expect(/script-src[^;]*/.exec(policy)?.[0], path).not.toContain('unsafe');
    expect(policy, path).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    expect(headers['referrer-policy'], path).toBe('same-origin');
    expect(headers['permissions-policy'], path).toContain('camera=()');
    expect(headers['cross-origin-opener-policy'], path).toBe('same-origin');
    expect(headers['cross-origin-resource-policy'], path).toBe('same-origin');
    expect(headers['x-powered-by'], path).toBeUndefined();
  }
  const [first, second] = [await send(stack, '/sign-in', {}), await send(stack, '/sign-in', {})];
  expect(first.headers['content-security-policy']).not.toBe(second.headers['content-security-policy']);
});

test('the renewal page alone may be framed, by us alone', async ({ stack }) => {
  const { headers } = await send(stack, '/sign-in/renew', {});
  expect(headers['content-security-policy']).toContain("frame-ancestors 'self'");
  expect(headers['x-frame-options']).toBe('SAMEORIGIN');
});

const FORGED: readonly (readonly [string, Record<string, string>])[] = [
  ['x-middleware-subrequest', { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' }],
  [
    'x-middleware-subrequest of src',
    { 'x-middleware-subrequest': 'src/middleware:src/middleware:src/middleware' },
  ],
  ['x-middleware-rewrite', { 'x-middleware-rewrite': '/audit' }],
  ['x-middleware-next', { 'x-middleware-next': '1' }],
  ['x-pecboard-view', { 'x-pecboard-view': '//evil.example' }],
  ['x-forwarded-host', { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }],
  ['x-forwarded-for', { 'x-forwarded-for': '127.0.0.1' }],
  ['forwarded', { forwarded: 'for=127.0.0.1;host=evil.example;proto=https' }],
  ['x-original-url', { 'x-original-url': '/audit', 'x-rewrite-url': '/audit' }],
  ['x-http-method-override', { 'x-http-method-override': 'POST', 'x-method-override': 'DELETE' }],
  ['x-matched-path', { 'x-matched-path': '/api/v1/session' }],
  ['x-invoke-path', { 'x-invoke-path': '/audit', 'x-invoke-status': '200' }],
];

for (const [name, headers] of FORGED) {
  test(`a forged ${name} opens nothing and leads nowhere`, async ({ stack }) => {
    expect((await send(stack, '/api/v1/customers', headers)).status).toBe(401);
    const page = await send(stack, '/audit', headers);
    expect(page.status).toBe(307);
    // Next shortens the address where it is its own.
    const target = new URL(page.headers.location ?? '', stack.url);
    expect(target.hostname).toMatch(/^(localhost|127\.0\.0\.1)$/);
    expect(target.pathname).toBe('/sign-in');
    expect(target.searchParams.get('to')).toBe('/audit');
  });
}

test('a foreign host is refused, and another site may change nothing', async ({ stack }) => {
  expect((await send(stack, '/sign-in', { host: 'evil.example' })).status).toBe(403);
  const origins: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { 'sec-fetch-site': 'cross-site' },
    { origin: 'null' },
  ];
  for (const headers of origins) {
    expect((await send(stack, '/api/v1/session', headers, 'DELETE')).status).toBe(403);
  }
});

test('a known route answers a wrong method with a problem that names the right ones', async ({ stack }) => {
  const { status, headers, body } = await send(stack, '/api/v1/overview', {}, 'PATCH');
  expect([status, headers.allow, headers['content-type']]).toEqual([
    405,
    'GET, HEAD',
    'application/problem+json',
  ]);
  expect(JSON.parse(body)).toMatchObject({ code: 'method-not-allowed' });
});

test('a body that is too large is not read', async ({ stack }) => {
  const answer = await stack.api('/api/v1/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ accessToken: 'x'.repeat(70_000), idToken: 'x', to: '/' }),
  });
  expect(answer.status).toBe(413);
});

test('no secret stands in any answer or log line, whatever went wrong', async ({ stack }) => {
  const { clientSecret } = stack.simulator.description;
  const token = `Bearer ey${CANARY}.ey${CANARY}.${CANARY}`;
  const answers = [
    await send(stack, '/api/v1/overview', { authorization: token }),
    await send(stack, `/sign-in?to=${CANARY}&refused=${CANARY}`, { cookie: `pecboard-session=${CANARY}` }),
    await send(stack, '/audit', { cookie: `pecboard-session=${CANARY}`, authorization: token }),
    await stack.api('/api/v1/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ accessToken: `ey${CANARY}`, idToken: CANARY, to: '/' }),
    }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([401, 200, expect.any(Number), 401]);
  const told = `${answers.map(({ body }) => JSON.stringify(body)).join('\n')}\n${stack.output()}`;
  expect(stack.output()).not.toContain(CANARY);
  expect(told).not.toContain(clientSecret);
  expect(told).not.toContain(`${CANARY}-${CANARY}`);
});
