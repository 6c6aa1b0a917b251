import { describe, expect, test } from 'vitest';
import { costDays, costLines, daysBetween } from './costs.ts';
import { DECK } from './archetypes.ts';
import { ordinaryCustomers } from './ordinary.ts';
import type { World } from './types.ts';
import { letTimePass } from './later.ts';
import { buildWorld } from './world.ts';

/** Maps and sets as plain data, so that two worlds can be compared. */
const plain = (world: World): unknown =>
  JSON.parse(
    JSON.stringify(world, (_key, value: unknown) =>
      value instanceof Map || value instanceof Set ? [...value] : value,
    ),
  );

describe('a seed', () => {
  test('always makes the same world', () => {
    const options = { customers: 60, seed: 5 };
    expect(plain(buildWorld(options))).toEqual(plain(buildWorld(options)));
  });

  test('changes the ordinary customers and none of the written ones', () => {
    const [one, two] = [buildWorld({ customers: 40, seed: 1 }), buildWorld({ customers: 40, seed: 2 })];
    expect(plain(one)).not.toEqual(plain(two));
    expect(one.customers.slice(0, 12)).toEqual(two.customers.slice(0, 12));
    expect(one.customers[12]).not.toEqual(two.customers[12]);
  });

  test('keeps its first customers when more are asked for', () => {
    const few = buildWorld({ customers: 30, seed: 4 });
    const many = buildWorld({ customers: 90, seed: 4 });
    expect(many.customers.slice(0, 30)).toEqual(few.customers);
  });
});

test('fewer than twelve customers are the first written ones', () => {
  const names = buildWorld({ customers: 3, seed: 1 }).customers.map(({ displayName }) => displayName);
  expect(names).toEqual(['Brambleford Dairy Cooperative', 'Kestrel Rail Logistics', 'Lumen & Oak Furniture']);
});

test('28 ordinary customers hold every archetype', () => {
  const kinds = DECK.reduce((sum, [, count]) => sum + count, 0);
  expect(kinds).toBe(28);
  const ordinary = ordinaryCustomers({ seed: 9, count: kinds });
  const answers = new Set(ordinary.map(({ subscriptions: [first] }) => JSON.stringify(first?.expected)));
  // A guest and a refused directory have the same answer.
  expect(answers.size).toBe(DECK.length - 1);
});

test('among forty customers there are ordinary ones and some with a cause of their own', () => {
  const { customers } = buildWorld({ customers: 40, seed: 1 });
  const causes = new Set(customers.map(({ expected }) => expected.cause));
  for (const cause of ['deny-assignment', 'not-billed-by-us', 'transferred-in-without-access']) {
    expect(causes).toContain(cause);
  }
  const earning = customers.filter(({ expected }) => expected.verdict === 'earning');
  expect(earning.length).toBeGreaterThan(12);
});

test('more subscriptions each make a larger world of the same customers', () => {
  const options = { customers: 300, seed: 1 };
  const [few, many] = [buildWorld(options), buildWorld({ ...options, subscriptionsEach: 5 })];
  const namesOf = (world: World) => world.customers.map(({ displayName }) => displayName);
  expect(namesOf(many)).toEqual(namesOf(few));
  expect(many.subscriptions.size).toBeGreaterThan(1200);
  expect(few.subscriptions.size).toBeLessThan(700);
});

test('a thousand customers have names, tenants and subscriptions of their own', () => {
  const { customers, subscriptions } = buildWorld({ customers: 1000, seed: 1 });
  expect(new Set(customers.map(({ displayName }) => displayName)).size).toBe(1000);
  expect(new Set(customers.map(({ tenantId }) => tenantId)).size).toBe(1000);
  expect(subscriptions.size).toBe(customers.flatMap((customer) => customer.subscriptions).length);
});

test('every subscription that the partner bills has an expected answer', () => {
  const { customers } = buildWorld({ customers: 200, seed: 1 });
  const silent = customers.filter((customer) =>
    customer.subscriptions.some(({ expected, billing }) => expected === null && billing !== null),
  );
  expect(silent.map(({ displayName }) => displayName)).toEqual([]);
});

describe('ordinary costs', () => {
  const now = Date.parse('2026-11-21T10:00:00Z');
  const { customers } = buildWorld({ customers: 40, seed: 1 });
  const varied = customers
    .flatMap((customer) => customer.subscriptions)
    .filter(({ cost }) => cost.kind === 'varied');

  test('reach back thirteen months before the open one and end with yesterday', () => {
    expect(costDays(now)).toEqual({ first: '2025-10-01', last: '2026-11-20' });
  });

  test('are smaller at weekends and never nothing', () => {
    const totalOf = (day: string): number =>
      varied
        .flatMap((subscription) => costLines(subscription, day))
        .reduce((sum, line) => sum + line.micros, 0);
    expect(totalOf('2026-10-10')).toBeLessThan(0.85 * totalOf('2026-10-07'));
    for (const subscription of varied) {
      for (const day of daysBetween('2026-10-01', '2026-10-31')) {
        expect(costLines(subscription, day).length).toBeGreaterThan(0);
      }
    }
  });

  test.each([
    ['credited', 'earned'],
    ['not-credited', 'eligible'],
  ] as const)(
    'of a customer whose credit is %s are of that kind, but for what cannot earn',
    (credit, kind) => {
      const october = daysBetween('2026-10-01', '2026-10-31');
      const alike = varied.filter(({ expected }) => expected?.credit === credit);
      expect(alike.length).toBeGreaterThan(3);
      const lines = alike.flatMap((subscription) => october.flatMap((day) => costLines(subscription, day)));
      const kinds = new Set(lines.map((line) => line.kind));
      expect(kinds).toContain(kind);
      expect(kinds).not.toContain(kind === 'earned' ? 'eligible' : 'earned');
    },
  );
});

test('a while later access has gone, changed and come, once, and not at the written customers', () => {
  const world = buildWorld({ customers: 40, seed: 1 });
  const before = plain(buildWorld({ customers: 40, seed: 1 }));
  const concerned = letTimePass(world);
  expect(concerned.map(({ expected }) => expected?.cause)).toEqual(
    expect.arrayContaining(['earning', 'role-not-listed']),
  );
  expect(concerned.some(({ delegations }) => delegations.length === 0)).toBe(true);
  expect(plain(world)).not.toEqual(before);
  const after = plain(world);
  letTimePass(world);
  expect(world.customers.slice(0, 12)).toEqual(buildWorld({ customers: 12, seed: 1 }).customers);
  expect(plain(world)).toEqual(after);
});
