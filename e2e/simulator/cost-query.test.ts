import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSimulator, type Simulator } from './server.ts';
import {
  askCosts,
  customerAt,
  dailyQuery,
  DIMENSIONS_PATH,
  managingToken,
  type Place,
} from './testing/asks.ts';
import { ask, bodyOf, field, list } from './testing/client.ts';
import { MIDDLE_OF_MONTH, steppedClock } from './testing/clock.ts';
import { BILLING_ACCOUNT_NAME } from './worlds/partner.ts';

let simulator: Simulator;
let token: string;
beforeAll(async () => {
  simulator = await startSimulator({ customers: 12, clock: steppedClock(MIDDLE_OF_MONTH), limits: 'off' });
  token = await managingToken(simulator);
});
afterAll(() => simulator.close());

const costs = (place: Place, body: unknown) =>
  askCosts(simulator, { token, customerId: customerAt(simulator, place).tenantId, body });

const october = dailyQuery('2026-10-01', '2026-10-31');

test('a month of one subscription is its daily amount times its days', async () => {
  const reply = await costs('linked', october);
  const rows = list(bodyOf(reply), 'properties.rows');
  expect(rows).toHaveLength(31);
  const [subscription] = customerAt(simulator, 'linked').subscriptions;
  expect(rows[0]).toEqual([128.35, 20261001, subscription?.subscriptionId, 'True', 'EUR']);
  const cents = rows.reduce<number>((sum, row) => sum + Math.round(Number(field(row, '0')) * 100), 0);
  expect(cents).toBe(31 * 12_835);
});

test('columns stand in the order of the query, with the currency last and no slash before the id', async () => {
  const body = bodyOf(await costs('linked', october));
  expect(field(body, 'properties.columns')).toEqual([
    { name: 'Cost', type: 'Number' },
    { name: 'UsageDate', type: 'Number' },
    { name: 'SubscriptionId', type: 'String' },
    { name: 'PartnerEarnedCreditApplied', type: 'String' },
    { name: 'Currency', type: 'String' },
  ]);
  expect(field(body, 'properties.nextLink')).toBeNull();
  expect(String(field(body, 'id'))).toMatch(
    new RegExp(`^providers/Microsoft.Billing/billingAccounts/${BILLING_ACCOUNT_NAME}/customers/`),
  );
});

test('the open month ends with yesterday', async () => {
  const rows = list(bodyOf(await costs('linked', dailyQuery('2026-11-01', '2026-11-30'))), 'properties.rows');
  expect(rows.map((row) => field(row, '1')).at(-1)).toBe(20261120);
  expect(rows).toHaveLength(20);
});

test('a day may have a credited and an uncredited part', async () => {
  const rows = list(bodyOf(await costs('mixed', dailyQuery('2026-10-01', '2026-10-01'))), 'properties.rows');
  expect(rows.map((row) => [field(row, '0'), field(row, '3'), field(row, '4')])).toEqual([
    [845.5, 'True', 'SEK'],
    [120.25, 'False', 'SEK'],
  ]);
});

test('no rows are an answer without content', async () => {
  const reply = await costs('noCost', october);
  expect([reply.status, reply.text]).toEqual([204, '']);
});

test('without granularity and grouping there is one row for each currency', async () => {
  const { grouping: _grouping, granularity: _granularity, ...dataset } = october.dataset;
  const body = bodyOf(await costs('linked', { ...october, dataset }));
  expect(field(body, 'properties.rows')).toEqual([[3978.85, 'EUR']]);
});

describe('refuses', () => {
  const grouping = (...names: string[]) => ({
    ...october,
    dataset: { ...october.dataset, grouping: names.map((name) => ({ type: 'Dimension', name })) },
  });
  test.each([
    ['three groupings', grouping('SubscriptionId', 'PartnerEarnedCreditApplied', 'ServiceName')],
    ['an unknown dimension', grouping('PartnerCredit')],
    ['32 days by day', dailyQuery('2026-10-01', '2026-11-01')],
    ['a period that ends before it begins', dailyQuery('2026-10-31', '2026-10-01')],
    ['a period of long ago', dailyQuery('2023-01-01', '2023-01-31')],
    ['a body of another shape', { type: 'ActualCost' }],
    ['a property that nobody knows', { ...october, colour: 'blue' }],
  ])('%s with status 400', async (_what, body) => {
    const reply = await costs('linked', body);
    expect([reply.status, field(bodyOf(reply), 'error.code')]).toEqual([400, 'BadRequest']);
  });
});

test('the billing account lists the dimension of partner earned credit', async () => {
  const body = bodyOf(await ask(simulator, { path: DIMENSIONS_PATH, token }));
  const categories = list(body).map((item) => field(item, 'properties.category'));
  expect(categories).toEqual(expect.arrayContaining(['SubscriptionId', 'PartnerEarnedCreditApplied']));
});
