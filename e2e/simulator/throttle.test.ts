import { afterEach, describe, expect, test } from 'vitest';
import { startSimulator, type Simulator } from './server.ts';
import { askCosts, dailyQuery, managingToken, PLACE, SUBSCRIPTIONS_PATH } from './testing/asks.ts';
import { ask, bodyOf, type Reply } from './testing/client.ts';
import { MIDDLE_OF_MONTH, steppedClock } from './testing/clock.ts';
import { askReport, costPath, post, profilePath } from './testing/cost-asks.ts';
import type { Limits } from './throttle.ts';

let simulator: Simulator;
afterEach(() => simulator.close());

const october = dailyQuery('2026-10-01', '2026-10-31');
const FAMILY = 'x-ms-ratelimit-microsoft.costmanagement';
const LEFT = 'x-ms-ratelimit-remaining-microsoft.costmanagement';

async function begin(limits: Limits = 'azure', customers = 60) {
  const clock = steppedClock(MIDDLE_OF_MONTH);
  simulator = await startSimulator({ customers, clock, limits });
  const token = await managingToken(simulator);
  const atCustomer = (index: number, clientType: string | null = 'test'): Promise<Reply> => {
    const customerId =
      simulator.world.customers.filter(
        ({ costRefused, billingCustomerId }) => !costRefused && billingCustomerId !== null,
      )[index]?.tenantId ?? '';
    return askCosts(simulator, { token, customerId, body: october, clientType });
  };
  return { clock, token, atCustomer };
}

describe('cost queries', () => {
  test('four a minute at one scope, and the fifth is told how long to wait', async () => {
    const { clock, atCustomer } = await begin();
    for (let count = 0; count < 4; count++) expect((await atCustomer(PLACE.linked)).status).toBe(200);
    clock.advance(20);
    const refused = await atCustomer(PLACE.linked);
    expect(refused.status).toBe(429);
    expect(bodyOf(refused)).toEqual({ error: { code: '429', message: 'Too many requests. Please retry.' } });
    expect(refused.headers).toMatchObject({
      [`${FAMILY}-entity-retry-after`]: '40',
      [`${LEFT}-entity-requests`]: 'DefaultQuota:0',
    });
    expect(refused.headers).not.toHaveProperty('retry-after');
    clock.advance(40);
    expect((await atCustomer(PLACE.linked)).status).toBe(200);
  });

  test('twelve units in ten seconds for the tenant, over all scopes', async () => {
    const { clock, atCustomer } = await begin();
    for (let index = 0; index < 12; index++) expect((await atCustomer(index)).status).toBeLessThan(300);
    const refused = await atCustomer(12);
    expect(refused.status).toBe(429);
    expect(refused.headers).toMatchObject({
      [`${FAMILY}-qpu-retry-after`]: '10',
      [`${FAMILY}-qpu-remaining`]: 'QueriesPerHour:588,QueriesPerMin:48,QueriesPer10Sec:0',
    });
    clock.advance(10);
    expect((await atCustomer(12)).status).toBe(200);
  });

  test('twenty a minute for one identity', async () => {
    const { clock, atCustomer } = await begin();
    for (let index = 0; index < 20; index++) {
      clock.advance(1);
      expect((await atCustomer(index)).status).toBeLessThan(300);
    }
    const refused = await atCustomer(20);
    expect([refused.status, refused.headers[`${FAMILY}-tenant-retry-after`]]).toEqual([429, '41']);
  });

  test('an answer of status 200 shows what is left, and waits that mean nothing', async () => {
    const { atCustomer } = await begin();
    const { status, headers } = await atCustomer(PLACE.linked);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      [`${LEFT}-entity-requests`]: 'DefaultQuota:3',
      [`${LEFT}-tenant-requests`]: 'DefaultQuota:19',
      [`${LEFT}-clienttype-requests`]: 'DefaultQuota:1999',
      [`${FAMILY}-qpu-consumed`]: '1',
      [`${FAMILY}-qpu-remaining`]: 'QueriesPerHour:599,QueriesPerMin:59,QueriesPer10Sec:11',
      [`${FAMILY}-entity-retry-after`]: '60',
      [`${FAMILY}-tenant-retry-after`]: '60',
    });
  });

  test('callers that do not name themselves share one small bucket', async () => {
    const { atCustomer } = await begin();
    for (let index = 0; index < 10; index++) await atCustomer(index, null);
    const refused = await atCustomer(10, null);
    expect([refused.status, refused.headers[`${FAMILY}-clienttype-retry-after`]]).toEqual([429, '60']);
    expect((await atCustomer(10)).status).toBe(200);
  });

  test('a year of months costs twelve units, which is all that ten seconds have', async () => {
    const { clock, token } = await begin();
    const year = dailyQuery('2025-11-01', '2026-10-31');
    const body = { ...year, dataset: { ...year.dataset, granularity: 'Monthly' } };
    const atProfile = (currency: 'EUR' | 'GBP') =>
      post(simulator, { token, path: costPath(profilePath(currency), 'query'), body });
    expect((await atProfile('EUR')).headers[`${FAMILY}-qpu-consumed`]).toBe('12');
    const refused = await atProfile('GBP');
    expect([refused.status, refused.headers[`${FAMILY}-qpu-retry-after`]]).toEqual([429, '10']);
    clock.advance(10);
    expect((await atProfile('GBP')).status).toBe(200);
  });

  test('dimensions count too, and tell their wait under an older name beside', async () => {
    const { token } = await begin();
    const path = costPath(profilePath('GBP'), 'dimensions');
    const headers = { ClientType: 'test' };
    for (let count = 0; count < 4; count++) await ask(simulator, { path, token, headers });
    const refused = await ask(simulator, { path, token, headers });
    expect([refused.status, refused.headers['x-ms-ratelimit-microsoft.consumption-retry-after']]).toEqual([
      429,
      '60',
    ]);
  });

  test('reports wait by Retry-After alone, and cost no units', async () => {
    const { token } = await begin();
    const ask4 = Array.from({ length: 4 }, () => askReport(simulator, token, profilePath('GBP')));
    for (const reply of await Promise.all(ask4)) expect(reply.status).toBe(202);
    const refused = await askReport(simulator, token, profilePath('GBP'));
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, '60']);
    expect(refused.headers).not.toHaveProperty(`${FAMILY}-entity-retry-after`);
    expect(refused.headers).not.toHaveProperty(`${FAMILY}-qpu-remaining`);
  });

  test('a refused call uses up nothing', async () => {
    const { clock, atCustomer } = await begin();
    for (let count = 0; count < 9; count++) await atCustomer(PLACE.linked);
    clock.advance(60);
    expect((await atCustomer(PLACE.linked)).headers[`${LEFT}-entity-requests`]).toBe('DefaultQuota:3');
  });

  test.each(['relaxed', 'off'] as const)('%s lets a dashboard read a month in one go', async (limits) => {
    const { atCustomer } = await begin(limits);
    for (let index = 0; index < 40; index++) expect((await atCustomer(index)).status).toBeLessThan(300);
  });
});

describe('Resource Manager', () => {
  test('lets 250 reads through at once, then 25 a second, and says how long to wait', async () => {
    const { clock, token } = await begin('azure', 1);
    const path = '/providers/Microsoft.Billing/billingAccounts?api-version=2020-05-01';
    const statuses: number[] = [];
    for (let count = 0; count < 251; count++) statuses.push((await ask(simulator, { path, token })).status);
    expect(statuses.indexOf(429)).toBe(250);
    const refused = await ask(simulator, { path, token });
    expect(refused.headers).toMatchObject({
      'retry-after': '1',
      'x-ms-ratelimit-remaining-tenant-reads': '0',
    });
    clock.advance(1);
    const again = await ask(simulator, { path: SUBSCRIPTIONS_PATH, token });
    expect([again.status, again.headers['x-ms-ratelimit-remaining-tenant-reads']]).toEqual([200, '24']);
  });
});
