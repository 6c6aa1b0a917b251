import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from './faults.ts';
import { startSimulator, type Simulator } from './server.ts';
import { customerAt, managingToken, rolesPath, subscriptionAt, SUBSCRIPTIONS_PATH } from './testing/asks.ts';
import { ask, askToken, bodyOf, field } from './testing/client.ts';
import { APPLICATIONS } from './worlds/partner.ts';

let simulator: Simulator;
let token: string;
beforeAll(async () => {
  simulator = await startSimulator({ customers: 12, limits: 'off' });
  token = await managingToken(simulator);
});
afterEach(() => {
  simulator.faults.clear();
  simulator.resetCalls();
});
afterAll(() => simulator.close());

const subscriptions = () => ask(simulator, { path: SUBSCRIPTIONS_PATH, token });

describe('effects', () => {
  test.each([401, 403, 404, 500, 503])('status %i comes in the envelope', async (status) => {
    simulator.faults.add({ effect: { kind: 'status', status } });
    const reply = await subscriptions();
    expect([reply.status, typeof field(bodyOf(reply), 'error.code')]).toEqual([status, 'string']);
  });

  test('status 429 carries the headers it was given', async () => {
    simulator.faults.add({ effect: { kind: 'status', status: 429, headers: { 'retry-after': '7' } } });
    const reply = await subscriptions();
    expect([reply.status, reply.headers['retry-after']]).toEqual([429, '7']);
  });

  test('a cut connection gives no answer', async () => {
    simulator.faults.add({ effect: { kind: 'cut' } });
    await expect(subscriptions()).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect(simulator.calls()).toEqual({ subscriptions: { cut: 1 } });
  });

  test('a hanging call is never answered, and closing still works', async () => {
    const other = await startSimulator({ customers: 1 });
    other.faults.add({ effect: { kind: 'hang' } });
    const outcome = ask(other, { path: SUBSCRIPTIONS_PATH, token }).catch((error: unknown) => error);
    await expect.poll(() => other.calls()).toEqual({ subscriptions: { hang: 1 } });
    await other.close();
    expect(await outcome).toBeInstanceOf(Error);
  });

  test.each(['half-json', 'malformed-json'] as const)('%s does not parse', async (kind) => {
    simulator.faults.add({ effect: { kind } });
    const { status, text } = await subscriptions();
    expect(status).toBe(200);
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
  });

  test('a field goes missing, or holds what nobody expects', async () => {
    simulator.faults.add({ count: 1, effect: { kind: 'missing-field', field: 'value.0.tenantId' } });
    expect(field(bodyOf(await subscriptions()), 'value.0.tenantId')).toBeUndefined();
    simulator.faults.add({ effect: { kind: 'set-field', field: 'value.0.state', value: 'Dreaming' } });
    const body = bodyOf(await subscriptions());
    expect([field(body, 'value.0.state'), typeof field(body, 'value.0.tenantId')]).toEqual([
      'Dreaming',
      'string',
    ]);
  });

  test('a link leads to a foreign host', async () => {
    simulator.faults.add({ effect: { kind: 'foreign-next-link', url: 'https://example.org/next' } });
    expect(field(bodyOf(await subscriptions()), 'nextLink')).toBe('https://example.org/next');
  });
});

describe('aim', () => {
  test('by count: the next call is answered again', async () => {
    simulator.faults.add({ count: 2, effect: { kind: 'status', status: 503 } });
    const statuses = [await subscriptions(), await subscriptions(), await subscriptions()].map(
      ({ status }) => status,
    );
    expect(statuses).toEqual([503, 503, 200]);
    expect(simulator.calls()).toEqual({ subscriptions: { 200: 1, 503: 2 } });
    expect(simulator.faults.list()).toEqual([]);
  });

  test('by API and path', async () => {
    const { subscriptionId } = subscriptionAt(simulator, 'linked');
    simulator.faults.add({
      api: 'role-assignments',
      path: subscriptionId,
      effect: { kind: 'status', status: 500 },
    });
    const other = subscriptionAt(simulator, 'notLinked').subscriptionId;
    expect((await ask(simulator, { path: rolesPath(subscriptionId), token })).status).toBe(500);
    expect((await ask(simulator, { path: rolesPath(other), token })).status).toBe(200);
    expect((await subscriptions()).status).toBe(200);
  });

  test('by what the body of the request says', async () => {
    simulator.faults.add({ body: 'resourcecontainers', effect: { kind: 'status', status: 500 } });
    const asked = (query: string) =>
      ask(simulator, {
        method: 'POST',
        path: '/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
        token,
      });
    expect(
      (await asked('ResourceContainers | where type =~ "microsoft.resources/subscriptions"')).status,
    ).toBe(500);
    expect((await asked('ManagedServicesResources | project id')).status).toBe(200);
  });

  test('by tenant: that of the token, and that of a sign-in', async () => {
    const { tenantId } = customerAt(simulator, 'aobo');
    const signIn = () => askToken(simulator, { tenantId, application: APPLICATIONS.pecboard });
    const theirs = String(field(bodyOf(await signIn()), 'access_token'));
    simulator.faults.add({ tenant: tenantId, effect: { kind: 'status', status: 503 } });
    expect((await signIn()).status).toBe(503);
    expect((await ask(simulator, { path: SUBSCRIPTIONS_PATH, token: theirs })).status).toBe(503);
    expect((await subscriptions()).status).toBe(200);
  });
});

describe('from another process', () => {
  const control = (method: string, body?: unknown) =>
    ask(simulator, {
      method,
      path: '/_simulator/faults',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  test('faults are added, listed and cleared, and calls are counted', async () => {
    const fault: Fault = { api: 'subscriptions', effect: { kind: 'status', status: 403 } };
    expect(bodyOf(await control('POST', fault))).toEqual([fault]);
    expect((await subscriptions()).status).toBe(403);
    expect(bodyOf(await control('DELETE'))).toEqual([]);
    expect((await subscriptions()).status).toBe(200);
    const counts = bodyOf(await ask(simulator, { path: '/_simulator/calls' }));
    expect(counts).toEqual({ subscriptions: { 200: 1, 403: 1 } });
  });

  test('a fault that makes no sense is refused', async () => {
    expect((await control('POST', { effect: { kind: 'explode' } })).status).toBe(400);
    expect((await control('POST', { path: '(', effect: { kind: 'cut' } })).status).toBe(400);
    expect(simulator.faults.list()).toEqual([]);
  });
});
