import { request as httpRequest } from 'node:http';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { z } from 'zod';
import { problem, runHead, runList, started } from './answers.ts';
import { monthsAt } from './expectations.ts';
import { expect, test } from './fixtures.ts';
import type { Answer, Stack } from './stack.ts';

const NOBODY = '00000000-0000-4000-8000-000000000000';

const documentShape = z.looseObject({ paths: z.record(z.string(), z.unknown()) });
type Described = { method: 'get' | 'post'; template: string; status: number };

/** The document's own schemas, asked for by the place of an answer in it. */
async function describedAnswers(stack: Stack): Promise<(answer: Answer, described: Described) => void> {
  const document = await stack.get('/api/v1/openapi.json', documentShape);
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(document, 'api');
  const escaped = (part: string): string =>
    encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
  return (answer, { method, template, status }) => {
    const type = answer.type.split(';')[0] ?? '';
    const place = ['paths', template, method, 'responses', String(status), 'content', type, 'schema'];
    const validate: ValidateFunction | undefined = ajv.getSchema(`api#/${place.map(escaped).join('/')}`);
    if (validate === undefined) throw new Error(`the document does not describe ${place.join(' ')}`);
    expect(answer.status, template).toBe(status);
    expect(validate(answer.body) ? [] : validate.errors, `${method} ${template} ${status}`).toEqual([]);
  };
}

test('every answer is what the OpenAPI document says', async ({ stack }) => {
  const expectDescribed = await describedAnswers(stack);
  const { closed, open } = monthsAt(stack.simulator.clock.now());
  const get = async (path: string, template: string, status = 200): Promise<void> =>
    expectDescribed(await stack.api(path), { method: 'get', template, status });
  for (const { period } of [closed, open]) {
    await get(`/api/v1/overview?period=${period}`, '/api/v1/overview');
    await get(`/api/v1/customers?period=${period}&limit=500`, '/api/v1/customers');
    for (const { tenantId } of stack.simulator.world.customers) {
      await get(`/api/v1/customers/${tenantId}?period=${period}`, '/api/v1/customers/{tenantId}');
    }
  }
  await get('/api/v1/customers?limit=1&sort=-cost', '/api/v1/customers');
  await get('/api/v1/roles?inUse=true', '/api/v1/roles');
  await get('/api/v1/roles', '/api/v1/roles');
  await get('/api/v1/sync/plan', '/api/v1/sync/plan');
  await get('/api/v1/sync/runs', '/api/v1/sync/runs');
  const runs = await stack.get('/api/v1/sync/runs', runList);
  await get(`/api/v1/sync/runs/${runs.items[0]?.id ?? ''}`, '/api/v1/sync/runs/{id}');
  await get(`/api/v1/sync/runs/${NOBODY}`, '/api/v1/sync/runs/{id}', 404);
  await get(`/api/v1/customers/${NOBODY}`, '/api/v1/customers/{tenantId}', 404);
  await get('/api/v1/overview?month=1', '/api/v1/overview', 400);
  const start = await stack.api('/api/v1/sync/runs', { method: 'POST' });
  expectDescribed(start, { method: 'post', template: '/api/v1/sync/runs', status: 202 });
  await stack.whenRunEnds(started.parse(start.body).id);
});

test('a list is walked page by page without losing or repeating a customer', async ({ stack }) => {
  const listShape = z.object({
    items: z.array(z.object({ tenantId: z.string() })),
    nextCursor: z.string().nullable(),
  });
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const after: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: z.infer<typeof listShape> = await stack.get(
      `/api/v1/customers?limit=5&sort=name${after}`,
      listShape,
    );
    seen.push(...page.items.map(({ tenantId }) => tenantId));
    cursor = page.nextCursor;
  }
  const { customers } = stack.simulator.world;
  expect(seen).toHaveLength(customers.length);
  expect(new Set(seen)).toEqual(new Set(customers.map(({ tenantId }) => tenantId)));
});

const expectProblem = async (
  stack: Stack,
  path: string,
  expected: { status: number; code: string; parameters?: string[] },
): Promise<void> => {
  const answer = await stack.api(path);
  expect(answer.type, path).toContain('application/problem+json');
  const told = problem.parse(answer.body);
  expect({ http: answer.status, status: told.status, code: told.code }, path).toEqual({
    http: expected.status,
    status: expected.status,
    code: expected.code,
  });
  expect(
    told.errors?.map(({ parameter }) => parameter),
    path,
  ).toEqual(expected.parameters);
};

test('a wrong query parameter is refused by its name', async ({ stack }) => {
  const wrong: readonly [string, string[]][] = [
    ['/api/v1/overview?period=2026-13', ['period']],
    ['/api/v1/overview?month=2026-10', ['month']],
    ['/api/v1/customers?verdict=green', ['verdict']],
    ['/api/v1/customers?limit=0', ['limit']],
    ['/api/v1/customers?limit=501', ['limit']],
    ['/api/v1/customers?cursor=nonsense', ['cursor']],
    ['/api/v1/customers?sort=shoe-size', ['sort']],
    ['/api/v1/customers?q=a&q=b', ['q']],
    ['/api/v1/customers?colour=red&size=9', ['colour', 'size']],
    ['/api/v1/roles?earns=maybe', ['earns']],
    ['/api/v1/sync/runs?limit=many', ['limit']],
  ];
  for (const [path, parameters] of wrong) {
    await expectProblem(stack, path, { status: 400, code: 'bad-query', parameters });
  }
});

test('an unknown id or call is not found', async ({ stack }) => {
  for (const path of [
    `/api/v1/customers/${NOBODY}`,
    '/api/v1/customers/not-a-guid',
    "/api/v1/customers/'%20or%201=1",
    `/api/v1/sync/runs/${NOBODY}`,
    `/api/v1/sync/runs/${NOBODY}/events`,
    '/api/v1/sync/runs/latest',
    '/api/v1/nothing',
    '/api/v1',
  ]) {
    await expectProblem(stack, path, { status: 404, code: 'not-found' });
  }
});

test('a tenant id is known in any case', async ({ stack }) => {
  const [first] = stack.simulator.world.customers;
  const answer = await stack.api(`/api/v1/customers/${first?.tenantId.toUpperCase()}`);
  expect(answer.status).toBe(200);
});

/** Node's fetch writes the Host header itself, so this asks underneath it. */
function askAs(stack: Stack, method: string, headers: Record<string, string>): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const asked = httpRequest(new URL('/api/v1/sync/runs', stack.url), { method, headers }, (response) => {
    response.resume();
    resolve(response.statusCode ?? 0);
  });
  asked.on('error', reject).end();
  return promise;
}

test('another name of this machine, or a page of another site, is refused', async ({ stack }) => {
  const runsBefore = (await stack.get('/api/v1/sync/runs', runList)).total;
  expect(await askAs(stack, 'GET', { host: 'pecboard.evil.example' })).toBe(403);
  expect(await askAs(stack, 'GET', { host: 'localhost' })).toBe(200);
  expect(await askAs(stack, 'POST', { origin: 'https://evil.example' })).toBe(403);
  expect(await askAs(stack, 'POST', { 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect((await stack.get('/api/v1/sync/runs', runList)).total).toBe(runsBefore);
});

test('a program follows a run by its events to the end', async ({ stack }) => {
  const id = await stack.startSync();
  const response = await fetch(`${stack.url}/api/v1/sync/runs/${id}/events`);
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const events = (await response.text())
    .split('\n\n')
    .filter((text) => text !== '')
    .map((text) => /^event: (run|change)\ndata: (.*)$/s.exec(text) ?? []);
  const states = events.map(([, , data = '']) => runHead.parse(JSON.parse(data)));
  expect(events.at(0)?.[1]).toBe('run');
  expect(['queued', 'running']).toContain(states.at(0)?.status);
  expect(states.at(-1)?.status).toBe('complete');
  expect(new Set(states.map((state) => state.id))).toEqual(new Set([id]));
  const done = states.map(({ stepCounts }) => stepCounts['done'] ?? 0);
  expect(done).toEqual(done.toSorted((left, right) => left - right));
  // What was told once is not told again.
  const whole = await stack.runOf(id);
  const told = states.flatMap(({ changedSteps }) => changedSteps ?? []);
  expect(told.length).toBeLessThan(whole.steps.length * 6);
});

test('the process says that it lives and that its database is ready', async ({ stack }) => {
  expect((await stack.api('/healthz')).status).toBe(200);
  expect((await stack.api('/readyz')).status).toBe(200);
});
