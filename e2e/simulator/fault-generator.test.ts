import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { CHANCE_NAMES, faultGenerator, type Chance } from './fault-generator.ts';
import type { Call } from './http.ts';
import { startSimulator, type Simulator } from './server.ts';
import { managingToken, rolesPath, subscriptionAt, SUBSCRIPTIONS_PATH } from './testing/asks.ts';
import { ask, bodyOf, field, list, readAll } from './testing/client.ts';

const callTo = (path: string): Call => ({
  method: 'GET',
  path,
  query: new URLSearchParams(),
  headers: {},
  body: '',
  origin: 'https://localhost',
  mostItems: Number.POSITIVE_INFINITY,
});

const drawn = (seed: number, rate = 0.3) => {
  const next = faultGenerator({ seed, rate });
  return Array.from({ length: 400 }, (_, index) =>
    next(callTo(`/list/${index % 40}`), 'subscriptions', null),
  );
};

describe('a seed', () => {
  test('brings the same faults to the same calls', () => {
    expect(drawn(7)).toEqual(drawn(7));
    expect(drawn(7)).not.toEqual(drawn(8));
  });

  test('does so whatever else is asked in between', () => {
    const [plain, mixed] = [faultGenerator({ seed: 3, rate: 0.5 }), faultGenerator({ seed: 3, rate: 0.5 })];
    const paths = Array.from({ length: 60 }, (_, index) => `/list/${index % 6}`);
    const alone = paths.map((path) => plain(callTo(path), 'graph', null));
    const among = paths.map((path, index) => {
      mixed(callTo(`/other/${index}`), 'graph', null);
      return mixed(callTo(path), 'graph', null);
    });
    expect(among).toEqual(alone);
  });

  test('meets about as many calls as its rate says, and all or none at the ends', () => {
    const met = drawn(5).filter((effect) => effect !== null).length;
    expect(met).toBeGreaterThan(80);
    expect(met).toBeLessThan(160);
    expect(drawn(5, 0).every((effect) => effect === null)).toBe(true);
    expect(drawn(5, 1).every((effect) => effect !== null)).toBe(true);
  });

  test('draws every kind of fault', () => {
    const kinds = new Set(drawn(1, 1).map((effect) => JSON.stringify(effect)?.replaceAll(/\d{5,}/g, 'n')));
    expect(kinds.size).toBeGreaterThanOrEqual(CHANCE_NAMES.length);
  });
});

describe('each kind', () => {
  let simulator: Simulator;
  let token: string;
  beforeAll(async () => {
    simulator = await startSimulator({ customers: 40, limits: 'off' });
    token = await managingToken(simulator);
  });
  afterEach(() => simulator.faults.clear());
  afterAll(() => simulator.close());

  /** More than one page of role assignments. */
  const path = () => rolesPath(subscriptionAt(simulator, 'linked').subscriptionId);
  const meet = (kind: Chance) => {
    simulator.faults.generate({ seed: 1, rate: 1, kinds: [kind] });
    return ask(simulator, { path: path(), token });
  };
  const pageOf = async (kind: Chance) => bodyOf(await meet(kind));

  test.each([
    ['throttle', 429],
    ['forbid', 403],
    ['expired-token', 401],
  ] as const)('%s answers %i', async (kind, status) => {
    expect((await meet(kind)).status).toBe(status);
  });

  test('server-error answers with one of several', async () => {
    expect((await meet('server-error')).status).toBeGreaterThanOrEqual(500);
  });

  test('cut and half-json give nothing to read', async () => {
    await expect(meet('cut')).rejects.toThrow(/socket hang up|ECONNRESET/);
    simulator.faults.clear();
    const { text } = await meet('half-json');
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
  });

  test('an empty page goes on where it would have', async () => {
    const body = await pageOf('empty-page');
    expect([list(body), typeof field(body, 'nextLink')]).toEqual([[], 'string']);
  });

  test('a missing page makes the first look like the last', async () => {
    const body = await pageOf('missing-page');
    expect([list(body).length, field(body, 'nextLink')]).toEqual([100, undefined]);
  });

  test('a duplicate page leads to itself', async () => {
    const body = await pageOf('duplicate-page');
    simulator.faults.clear();
    const again = bodyOf(await ask(simulator, { path: String(field(body, 'nextLink')), token }));
    expect(list(again)).toEqual(list(body));
  });

  test('a wrong link leads to what Azure does not know, a foreign one to another host', async () => {
    const wrong = String(field(await pageOf('wrong-next-link'), 'nextLink'));
    simulator.faults.clear();
    expect((await ask(simulator, { path: wrong, token })).status).toBe(404);
    expect(field(await pageOf('foreign-next-link'), 'nextLink')).toBe('https://foreign.example/next');
  });

  test('the page of a list without pages stays as it is', async () => {
    simulator.faults.generate({ seed: 1, rate: 1, kinds: ['duplicate-page'] });
    const { items } = await readAll(simulator, '/tenants?api-version=2022-12-01', token);
    expect(items.length).toBeGreaterThan(1);
  });

  test("a clock jump moves Azure's clock, so that tokens end", async () => {
    const before = simulator.clock.now();
    await meet('clock-jump');
    expect(simulator.clock.now()).toBeGreaterThan(before + 60_000);
  });

  test('can be ordered from another process', async () => {
    const order = { seed: 4, rate: 1, kinds: ['forbid'], api: 'subscriptions' };
    const control = { method: 'POST', path: '/_simulator/faults', body: JSON.stringify(order) };
    expect(bodyOf(await ask(simulator, control))).toEqual([order]);
    expect((await ask(simulator, { path: SUBSCRIPTIONS_PATH, token })).status).toBe(403);
    const nonsense = { ...control, body: JSON.stringify({ seed: 4, rate: 2 }) };
    expect((await ask(simulator, nonsense)).status).toBe(400);
  });
});

describe('the clock over HTTP', () => {
  test('can be read, set and sped up', async () => {
    const simulator = await startSimulator({ customers: 1 });
    const clock = (body?: object) =>
      ask(simulator, {
        path: '/_simulator/clock',
        ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      });
    const told = async (body?: object): Promise<number> =>
      Date.parse(String(field(bodyOf(await clock(body)), 'now')));
    const set = await told({ now: '2027-03-01T00:00:00Z', speed: 50_000 });
    expect(set).toBeGreaterThanOrEqual(Date.parse('2027-03-01T00:00:00Z'));
    const later = await told();
    expect(later - set).toBeGreaterThan(10_000);
    expect((await clock({ speed: -1 })).status).toBe(400);
    await simulator.close();
  });

  test('a clock that belongs to somebody else cannot be set', async () => {
    const simulator = await startSimulator({ customers: 1, clock: { now: () => 0 } });
    const reply = await ask(simulator, { method: 'POST', path: '/_simulator/clock', body: '{}' });
    expect(reply.status).toBe(409);
    await simulator.close();
  });
});

test('each call is written down with the token that it was made with', async () => {
  const simulator = await startSimulator({ customers: 2, limits: 'off' });
  const token = await managingToken(simulator);
  await ask(simulator, { path: SUBSCRIPTIONS_PATH, token });
  const { tenantId } = simulator.world.managingTenant;
  expect(simulator.callRecords()).toEqual([
    expect.objectContaining({ api: 'entra', tenantId, objectId: null, outcome: 200 }),
    expect.objectContaining({ api: 'subscriptions', tenantId, path: '/subscriptions', outcome: 200 }),
  ]);
  const told = list({ value: bodyOf(await ask(simulator, { path: '/_simulator/calls/records' })) });
  expect(told).toHaveLength(2);
  await simulator.close();
});
