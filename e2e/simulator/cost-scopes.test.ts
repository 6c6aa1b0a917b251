import { afterEach, describe, expect, test } from 'vitest';
import type { CostWays } from './cost-ways.ts';
import { startSimulator, type Simulator } from './server.ts';
import { customerAt, dailyQuery, managingToken, subscriptionAt } from './testing/asks.ts';
import { ask, bodyOf, field, list, type Reply } from './testing/client.ts';
import { MIDDLE_OF_MONTH, steppedClock } from './testing/clock.ts';
import {
  accountPath,
  costPath,
  customerPath,
  everyWay,
  onlyWays,
  post,
  profilePath,
  worldOfCosts,
} from './testing/cost-asks.ts';
import { billingProfileOf } from './worlds/billing.ts';
import { daily } from './worlds/charges.ts';

let simulator: Simulator;
let token: string;
afterEach(() => simulator.close());

async function begin(costWays: CostWays = everyWay): Promise<void> {
  const clock = steppedClock(MIDDLE_OF_MONTH);
  simulator = await startSimulator({ customers: 12, limits: 'off', clock, costWays });
  token = await managingToken(simulator);
}

const october = dailyQuery('2026-10-01', '2026-10-31');
const totals = { ...october, dataset: { ...october.dataset, granularity: 'None', grouping: [] } };

const query = (scope: string, body: unknown = totals, more = ''): Promise<Reply> =>
  post(simulator, { token, path: costPath(scope, 'query', more), body });

const rowsOf = (reply: Reply): unknown[][] =>
  list(bodyOf(reply), 'properties.rows').map((row) => Object(row));

const subscriptionPath = (place: Parameters<typeof subscriptionAt>[1]): string =>
  `/subscriptions/${subscriptionAt(simulator, place).subscriptionId}`;

describe('a billing profile', () => {
  test('answers in its currency, for all its customers', async () => {
    await begin();
    expect(rowsOf(await query(profilePath('GBP')))).toEqual([[31 * (41.6 + 56.2), 'GBP']]);
  });

  test('bills also what a customer of it is charged in another currency, in rows of their own', async () => {
    await begin();
    const dataset = { ...totals.dataset, grouping: [{ type: 'Dimension', name: 'CustomerName' }] };
    const rows = rowsOf(await query(profilePath('EUR'), { ...totals, dataset }));
    const name = expect.stringContaining('Transatlantic');
    expect(rows).toEqual(
      expect.arrayContaining([
        [31 * 96.4, name, 'EUR'],
        [31 * 150.75, name, 'USD'],
      ]),
    );
    expect((await query(profilePath('USD'))).status).toBe(204);
  });

  test('that is closed to the identity is refused, whatever is asked', async () => {
    await begin();
    const closed = profilePath('EUR', true);
    for (const reply of [
      await query(closed),
      await ask(simulator, { path: costPath(closed, 'dimensions'), token }),
      await ask(simulator, { path: costPath(closed, 'exports'), token }),
      await post(simulator, { token, path: costPath(closed, 'generateCostDetailsReport'), body: {} }),
    ]) {
      expect([reply.status, field(bodyOf(reply), 'error.code')]).toEqual([403, 'AuthorizationFailed']);
    }
  });

  test('that does not exist is refused like one that may not be read', async () => {
    await begin();
    expect((await query(`${accountPath}/billingProfiles/NONE-SUCH`)).status).toBe(403);
  });
});

test('the billing account answers in dollars, whatever was billed', async () => {
  await begin();
  const rows = rowsOf(await query(accountPath));
  expect(rows).toHaveLength(1);
  expect(rows[0]?.[1]).toBe('USD');
});

test('a customer has a row for each currency', async () => {
  await begin();
  const { tenantId = '' } = simulator.world.customers[11] ?? {};
  expect(rowsOf(await query(customerPath(tenantId)))).toEqual([
    [31 * 96.4, 'EUR'],
    [31 * 150.75, 'USD'],
  ]);
});

test('customers of the legacy offer are billed by the profile and unknown at customer scope', async () => {
  const world = worldOfCosts(daily('EUR', '10', null));
  const [customer] = world.customers;
  if (customer === undefined) throw new Error('the world has a customer');
  const subscriptions = customer.subscriptions.map((held) => ({
    ...held,
    billing: held.billing && { ...held.billing, plan: 'legacy' as const },
  }));
  const legacy = { ...world, customers: [{ ...customer, subscriptions }] };
  const clock = steppedClock(MIDDLE_OF_MONTH);
  simulator = await startSimulator({ world: legacy, limits: 'off', clock, costWays: everyWay });
  token = await managingToken(simulator);
  expect(rowsOf(await query(profilePath('EUR')))).toEqual([[310, 'EUR']]);
  expect((await query(customerPath(customer.tenantId))).status).toBe(204);
});

describe('a subscription', () => {
  test('shows retail prices: neither credit nor who the customer is', async () => {
    await begin();
    const [[amount] = []] = rowsOf(await query(subscriptionPath('linked')));
    expect(Number(amount)).toBeCloseTo((31 * 128.35) / 0.85, 2);
  });

  test.each(['PartnerEarnedCreditApplied', 'CustomerTenantId'])('cannot be grouped by %s', async (name) => {
    await begin();
    const body = { ...totals, dataset: { ...totals.dataset, grouping: [{ type: 'Dimension', name }] } };
    expect((await query(subscriptionPath('linked'), body)).status).toBe(400);
  });

  test('that the token does not see is not found', async () => {
    await begin();
    expect((await query(subscriptionPath('aobo'))).status).toBe(404);
  });
});

describe('ways that are permitted', () => {
  const paths = () => {
    const profile = profilePath('EUR');
    const customer = customerPath(customerAt(simulator, 'linked').tenantId);
    return { profile, customer };
  };
  const statuses = async () => {
    const { profile, customer } = paths();
    const report = (scope: string) =>
      post(simulator, { token, path: costPath(scope, 'generateCostDetailsReport'), body: {} });
    const exports = await ask(simulator, { path: costPath(profile, 'exports'), token });
    return {
      export: list(bodyOf(exports)).length > 0,
      'report-profile': (await report(profile)).status === 202,
      'report-customer': (await report(customer)).status === 202,
      'query-profile': (await query(profile)).status === 200,
      'query-customer': (await query(customer)).status === 200,
    };
  };

  test.each(['export', 'report-profile', 'report-customer', 'query-profile', 'query-customer'] as const)(
    '%s alone',
    async (way) => {
      await begin(onlyWays(way));
      const found = await statuses();
      expect(Object.entries(found).filter(([, permitted]) => permitted)).toEqual([[way, true]]);
    },
  );

  test('as a rule: reports and queries, and no export', async () => {
    simulator = await startSimulator({ customers: 12, limits: 'off', clock: steppedClock(MIDDLE_OF_MONTH) });
    token = await managingToken(simulator);
    expect(await statuses()).toEqual({
      export: false,
      'report-profile': true,
      'report-customer': true,
      'query-profile': true,
      'query-customer': true,
    });
  });

  test('may differ for one profile', async () => {
    const { name } = billingProfileOf({ costRefused: false, billingCurrency: 'EUR' });
    await begin({ everywhere: ['query-profile'], at: new Map([[name, []]]) });
    expect((await query(profilePath('EUR'))).status).toBe(403);
    expect((await query(profilePath('GBP'))).status).toBe(200);
  });
});

describe('dimensions', () => {
  const dimensions = async (scope: string, more = '') =>
    list(bodyOf(await ask(simulator, { path: costPath(scope, 'dimensions', more), token })));
  const categories = async (scope: string) =>
    (await dimensions(scope)).map((item) => field(item, 'properties.category'));

  test('of account, profile and customer name credit and customer', async () => {
    await begin();
    const { tenantId } = customerAt(simulator, 'linked');
    for (const scope of [accountPath, profilePath('EUR'), customerPath(tenantId)]) {
      expect(await categories(scope)).toEqual(
        expect.arrayContaining([
          'SubscriptionId',
          'PartnerEarnedCreditApplied',
          'CustomerTenantId',
          'PricingModel',
        ]),
      );
    }
  });

  test('tell their values only when asked to', async () => {
    await begin();
    const credit = (items: unknown[]) =>
      items.find((item) => field(item, 'properties.category') === 'PartnerEarnedCreditApplied');
    expect(field(credit(await dimensions(profilePath('SEK'))), 'properties.data')).toEqual([]);
    const expanded = await dimensions(profilePath('SEK'), '&$expand=properties/data');
    expect(field(credit(expanded), 'properties.data')).toEqual(['False', 'True']);
  });
});
