import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSimulator, type Simulator } from './server.ts';
import {
  askCosts,
  customerAt,
  graphToken,
  managingToken,
  rolesPath,
  subscriptionAt,
  SUBSCRIPTIONS_PATH,
} from './testing/asks.ts';
import { ask, bodyOf, field, list, readAll } from './testing/client.ts';
import { MIDDLE_OF_MONTH, steppedClock } from './testing/clock.ts';
import { principalId } from './worlds/partner.ts';
import type { Customer, World } from './worlds/types.ts';
import { buildWorld } from './worlds/world.ts';

/** A customer with enough subscriptions for a month of more than a thousand rows. */
function crowdedWorld(): World {
  const world = buildWorld({ customers: 150, seed: 3 });
  const [first, ...others] = world.customers;
  const [model] = first?.subscriptions ?? [];
  if (first === undefined || model === undefined) throw new Error('the world is empty');
  const subscriptions = Array.from({ length: 40 }, (_, index) => ({
    ...model,
    subscriptionId: `${model.subscriptionId.slice(0, -2)}${String(index).padStart(2, '0')}`,
  }));
  const crowded: Customer = { ...first, subscriptions };
  return { ...world, customers: [crowded, ...others] };
}

let simulator: Simulator;
let token: string;
beforeAll(async () => {
  simulator = await startSimulator({
    world: crowdedWorld(),
    clock: steppedClock(MIDDLE_OF_MONTH),
    limits: 'off',
  });
  token = await managingToken(simulator);
});
afterAll(() => simulator.close());

test('subscriptions come in pages of 100, with a link on this host and none on the last', async () => {
  const first = bodyOf(await ask(simulator, { path: SUBSCRIPTIONS_PATH, token }));
  expect(list(first)).toHaveLength(100);
  expect(String(field(first, 'nextLink'))).toMatch(
    new RegExp(`^${simulator.url}/subscriptions\\?.*skiptoken=`),
  );
  const { items, pages } = await readAll(simulator, SUBSCRIPTIONS_PATH, token);
  const ids = new Set(items.map((item) => field(item, 'subscriptionId')));
  expect([ids.size, pages]).toEqual([items.length, Math.ceil(items.length / 100)]);
  expect(field(first, 'count.value')).toBe(items.length);
});

test('role assignments come in pages and none is lost or doubled', async () => {
  const { subscriptionId, roleAssignments } = subscriptionAt(simulator, 'linked');
  const { items, pages } = await readAll(simulator, rolesPath(subscriptionId), token);
  expect(pages).toBe(2);
  expect(items.map((item) => field(item, 'name'))).toEqual(roleAssignments.map(({ name }) => name));
});

test('a continuation of one list is refused by another', async () => {
  const first = bodyOf(await ask(simulator, { path: SUBSCRIPTIONS_PATH, token }));
  const skip = new URL(String(field(first, 'nextLink'))).searchParams.get('$skiptoken') ?? '';
  const { subscriptionId } = subscriptionAt(simulator, 'linked');
  const reply = await ask(simulator, { path: `${rolesPath(subscriptionId)}&$skiptoken=${skip}`, token });
  expect(reply.status).toBe(400);
});

test('group members come in pages with the link of OData', async () => {
  const path = `/v1.0/groups/${principalId('helpdesk-agents')}/transitiveMembers`;
  const { items, pages } = await readAll(simulator, path, await graphToken(simulator), '@odata.nextLink');
  expect([items.length, pages]).toEqual([105, 2]);
});

describe('cost queries', () => {
  const body = {
    type: 'ActualCost',
    timeframe: 'Custom',
    timePeriod: { from: '2026-10-01T00:00:00Z', to: '2026-10-31T23:59:59Z' },
    dataset: {
      granularity: 'Daily',
      aggregation: { totalCost: { name: 'Cost', function: 'Sum' } },
      grouping: [{ type: 'Dimension', name: 'SubscriptionId' }],
    },
  };

  const firstPage = async () => {
    const { tenantId: customerId } = customerAt(simulator, 'aobo');
    const answer = bodyOf(await askCosts(simulator, { token, customerId, body }));
    return { customerId, answer, path: String(field(answer, 'properties.nextLink')) };
  };

  test('come in pages of 1,000 rows; the link is null on the last', async () => {
    const { customerId, answer, path } = await firstPage();
    expect(list(answer, 'properties.rows')).toHaveLength(1000);
    const second = bodyOf(await askCosts(simulator, { token, customerId, body, path }));
    expect(list(second, 'properties.rows')).toHaveLength(40 * 31 - 1000);
    expect(field(second, 'properties.nextLink')).toBeNull();
  });

  test('are continued by POST of the same body and in no other way', async () => {
    const { customerId, path } = await firstPage();
    const other = { ...body, type: 'AmortizedCost' };
    expect((await askCosts(simulator, { token, customerId, body: other, path })).status).toBe(400);
    expect((await ask(simulator, { path, token })).status).toBe(405);
  });
});
