import { describe, expect, test } from 'vitest';
import { CAUSES } from '#lib/core/causes.ts';
import { calendarAt } from '../calendar.ts';
import { FIRST_WORLD } from '../first-world.ts';
import type { Expected } from '../types.ts';
import { buildWorld, WORLD_NAMES } from '../world.ts';
import { lateCauses, NO_BILLING_CAUSES, PROVIDER_CAUSES, RESELLER_CAUSES } from './other-partners.ts';
import { directCauses, FURTHER_CAUSES } from './worlds.ts';

const calendar = calendarAt(Date.parse('2026-11-21T10:00:00Z'));
const written = [
  ...FIRST_WORLD,
  ...directCauses(calendar),
  ...FURTHER_CAUSES,
  ...PROVIDER_CAUSES,
  ...RESELLER_CAUSES,
  ...NO_BILLING_CAUSES,
  ...lateCauses(calendar),
];

const namedBy = ({ cause, alsoCauses = [], openMonth }: Expected): string[] => [
  cause,
  ...alsoCauses,
  ...(openMonth === undefined ? [] : [openMonth.cause]),
];

const answers = [
  ...written.flatMap(({ subscriptions }) =>
    subscriptions.flatMap(({ expected, once }) => [expected ?? [], once?.expected ?? []].flat()),
  ),
];

test('each of the 48 causes is the written answer of some customer', () => {
  const named = new Set(answers.flatMap(namedBy));
  expect(CAUSES.filter((cause) => !named.has(cause))).toEqual([]);
  expect([...named].filter((cause) => !CAUSES.some((known) => known === cause))).toEqual([]);
  expect(CAUSES).toHaveLength(48);
});

test('every customer of a cause says in one line why its answer is what it is', () => {
  const silent = written.filter(
    ({ key, because }) => !FIRST_WORLD.some((one) => one.key === key) && !because,
  );
  expect(silent).toEqual([]);
});

test('customers have names and keys of their own', () => {
  expect(new Set(written.map(({ key }) => key)).size).toBe(written.length);
  expect(new Set(written.map(({ displayName }) => displayName)).size).toBe(written.length);
});

describe.each(WORLD_NAMES)('the world %s', (name) => {
  const nowMs = Date.parse('2026-11-21T10:00:00Z');
  const world = buildWorld({ name, customers: 100, seed: 1, nowMs });

  test('is the same whenever it is made for the same instant', () => {
    const again = buildWorld({ name, customers: 100, seed: 1, nowMs });
    expect(again.customers).toEqual(world.customers);
    expect(again.links).toEqual(world.links);
  });

  test('holds a tenant for each customer and each credential', () => {
    const tenants = [...world.customers, ...world.linkCredentials].map(({ tenantId }) => tenantId);
    expect(tenants.filter((tenantId) => !world.tenants.has(tenantId))).toEqual([]);
  });
});
