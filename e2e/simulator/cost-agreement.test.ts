import { afterEach, describe, expect, test } from 'vitest';
import type { CostClass } from '#lib/core/cost-classes.ts';
import { classifyLine } from '#lib/core/cost-lines.ts';
import {
  parseChargeType,
  parseCreditType,
  parseFlag,
  parsePricingModel,
  parseRate,
} from '#lib/core/cost-values.ts';
import { startSimulator, type Simulator } from './server.ts';
import { dailyQuery, managingToken } from './testing/asks.ts';
import { bodyOf, field, list } from './testing/client.ts';
import { MIDDLE_OF_MONTH, steppedClock } from './testing/clock.ts';
import {
  askBlob,
  costPath,
  customerPath,
  everyWay,
  listBlobs,
  microsOfText,
  namesIn,
  parseCsv,
  post,
  profilePath,
  readReport,
  storageToken,
  worldOfCosts,
  type CsvRow,
} from './testing/cost-asks.ts';
import { charge, itemised } from './worlds/charges.ts';
import { CHARGE_KINDS, type ChargeKind } from './worlds/cost-types.ts';
import type { World } from './worlds/types.ts';

let simulator: Simulator;
let token: string;
afterEach(() => simulator.close());

async function begin(world: World | null, customers = 60): Promise<void> {
  const clock = steppedClock(MIDDLE_OF_MONTH);
  const options = { customers, limits: 'off', clock, costWays: everyWay } as const;
  simulator = await startSimulator(world === null ? options : { ...options, world });
  token = await managingToken(simulator);
}

type Sums = Map<string, bigint>;

const add = (sums: Sums, key: string, micros: bigint): void =>
  void sums.set(key, (sums.get(key) ?? 0n) + micros);

/** By subscription and credit, the flag read as a reader has to. */
async function queried(scope: string, aggregation: string): Promise<Sums> {
  const sums: Sums = new Map();
  const october = dailyQuery('2026-10-01', '2026-10-31');
  const aggregations = { total: { name: aggregation, function: 'Sum' } };
  const body = { ...october, dataset: { ...october.dataset, aggregation: aggregations } };
  for (let path = costPath(scope, 'query', '&$top=5000'); path !== 'null';) {
    const reply = bodyOf(await post(simulator, { token, path, body }));
    for (const row of list(reply, 'properties.rows')) {
      const [amount, , subscription, flag] = Object(row) as unknown[];
      add(sums, `${subscription} ${parseFlag(String(flag))}`, microsOfText(String(amount)));
    }
    path = String(field(reply, 'properties.nextLink'));
  }
  return sums;
}

function summed(rows: readonly CsvRow[], column: string): Sums {
  const sums: Sums = new Map();
  for (const row of rows) {
    const { subscriptionid = '', partnerearnedcreditapplied = '' } = row;
    add(sums, `${subscriptionid} ${parseFlag(partnerearnedcreditapplied)}`, microsOfText(row[column] ?? ''));
  }
  return sums;
}

async function exported(folder: string): Promise<CsvRow[]> {
  const storage = await storageToken(simulator);
  const names = namesIn(await listBlobs(simulator, storage, folder)).filter((name) => name.endsWith('.csv'));
  const rows: CsvRow[] = [];
  for (const path of names) rows.push(...parseCsv((await askBlob(simulator, { token: storage, path })).text));
  return rows;
}

test('query, report and export of a profile agree to the last decimal, in its currency and in dollars', async () => {
  await begin(null);
  const scope = profilePath('SEK');
  const report = await readReport(simulator, token, scope);
  const exports = await exported('partner/costs-sek-daily/20261001');
  for (const [aggregation, column] of [
    ['Cost', 'costinbillingcurrency'],
    ['CostUSD', 'costinusd'],
  ] as const) {
    const sums = await queried(scope, aggregation);
    expect(sums.size).toBeGreaterThan(10);
    expect(summed(report, column)).toEqual(sums);
    expect(summed(exports, column)).toEqual(sums);
  }
});

test('a profile has the charges of its customers, and nothing else', async () => {
  await begin(null);
  const all = summed(await readReport(simulator, token, profilePath('GBP')), 'costinbillingcurrency');
  const each: Sums = new Map();
  for (const { tenantId, costRefused, billingCustomerId } of simulator.world.customers) {
    if (costRefused || billingCustomerId === null) continue;
    const rows = await readReport(simulator, token, customerPath(tenantId));
    for (const [key, micros] of summed(
      rows.filter(({ billingcurrency }) => billingcurrency === 'GBP'),
      'costinbillingcurrency',
    )) {
      add(each, key, micros);
    }
  }
  expect(all).toEqual(each);
});

/** costdata.md section 5, as far as the columns of cost details can show it. */
const CLASS_OF: Readonly<Record<ChargeKind, CostClass>> = {
  earned: 'EARNED',
  eligible: 'ELIGIBLE_NOT_EARNED',
  'look-alike': 'ELIGIBLE_NOT_EARNED',
  marketplace: 'INELIGIBLE_MARKETPLACE',
  'third-party': 'INELIGIBLE_MARKETPLACE',
  'reservation-purchase': 'INELIGIBLE_RESERVATION',
  'reservation-usage': 'INELIGIBLE_RESERVATION',
  'savings-plan': 'INELIGIBLE_SAVINGS_PLAN',
  spot: 'INELIGIBLE_SPOT',
  'azure-credit': 'OFFSET_BY_AZURE_CREDIT',
  'other-product': 'INELIGIBLE_PRODUCT',
  'zero-price': 'ZERO_PRICE',
  'zero-price-credited': 'EARNED',
  'blank-flag': 'CREDIT_UNKNOWN',
};

const FREE = new Set<ChargeKind>(['zero-price', 'zero-price-credited', 'reservation-usage']);

/** The product's own classifier on a line as a reader of these columns gives it. */
const classOf = (row: CsvRow) =>
  classifyLine({
    credited: parseFlag(row['partnerearnedcreditapplied'] ?? ''),
    creditRateFraction: parseRate(row['partnerearnedcreditrate'] ?? ''),
    creditType: parseCreditType(row['credittype'] ?? ''),
    publisherType: row['publishertype'] ?? null,
    publisherName: row['publishername'] ?? null,
    chargeType: parseChargeType(row['chargetype'] ?? ''),
    pricingModel: parsePricingModel(row['pricingmodel'] ?? ''),
    hasReservation: row['reservationid'] !== '',
    benefit: (row['benefitid'] ?? '').includes('savingsPlan') ? 'savings-plan' : null,
    tags: null,
    provider: row['provider'] ?? null,
    productName: row['productname'] ?? null,
    meterName: row['metername'] ?? null,
    isPriceZero: Number(row['unitprice']) === 0,
    isAmountZero: Number(row['costinbillingcurrency']) === 0,
  });

describe('a charge shows its class in cost details', () => {
  test.each(CHARGE_KINDS)('%s', async (kind) => {
    await begin(worldOfCosts(itemised('EUR', charge(kind, FREE.has(kind) ? '0' : '17', { onDay: 5 }))));
    const [row = {}, ...more] = await readReport(simulator, token, profilePath('EUR'));
    expect(more).toEqual([]);
    expect(classOf(row)).toBe(CLASS_OF[kind]);
  });
});

test.each([
  ['spot', 'Spot'],
  ['savings-plan', 'SavingsPlan'],
  ['reservation-usage', 'Reservation'],
  ['eligible', 'OnDemand'],
] as const)('%s is told by its pricing model, in queries as in reports', async (kind, model) => {
  await begin(worldOfCosts(itemised('EUR', charge(kind, FREE.has(kind) ? '0' : '17', { onDay: 5 }))));
  const [row = {}] = await readReport(simulator, token, profilePath('EUR'));
  expect(row['pricingmodel']).toBe(model);
  const october = dailyQuery('2026-10-01', '2026-10-31');
  const dataset = { ...october.dataset, grouping: [{ type: 'Dimension', name: 'PricingModel' }] };
  const path = costPath(profilePath('EUR'), 'query');
  const reply = await post(simulator, { token, path, body: { ...october, dataset } });
  expect(field(bodyOf(reply), 'properties.rows.0.2')).toBe(model);
});

test('only lines that were paid by Azure credit add a column to the seventy', async () => {
  const columns = async (kind: ChargeKind): Promise<number> => {
    await begin(worldOfCosts(itemised('EUR', charge(kind, '17'))));
    const [row = {}] = await readReport(simulator, token, profilePath('EUR'));
    return Object.keys(row).length;
  };
  expect(await columns('eligible')).toBe(70);
  await simulator.close();
  expect(await columns('azure-credit')).toBe(71);
});

test('a negotiated price looks like credit in the price alone', async () => {
  await begin(worldOfCosts(itemised('EUR', charge('look-alike', '48'))));
  const [row = {}] = await readReport(simulator, token, profilePath('EUR'));
  expect(Number(row['unitprice']) / Number(row['paygprice'])).toBeCloseTo(0.85, 6);
  expect([row['partnerearnedcreditapplied'], row['partnerearnedcreditrate']]).toEqual(['False', '0']);
});

test('credit makes what is paid less than the unit price, a refund is negative in amount and quantity', async () => {
  const plan = itemised('EUR', charge('earned', '85', { onDay: 1 }), charge('earned', '-8.5', { onDay: 2 }));
  await begin(worldOfCosts(plan));
  const [paid = {}, back = {}] = await readReport(simulator, token, profilePath('EUR'));
  expect(Number(paid['effectiveprice']) / Number(paid['unitprice'])).toBeCloseTo(0.85, 6);
  expect(paid['paygcostinbillingcurrency']).toBe('100');
  expect([back['chargetype'], back['costinbillingcurrency'], Number(back['quantity']) < 0]).toEqual([
    'Refund',
    '-8.5',
    true,
  ]);
});

test('a very small amount is written with an exponent, and reads as itself', async () => {
  await begin(worldOfCosts(itemised('EUR', charge('eligible', '0.00006'))));
  const [row = {}] = await readReport(simulator, token, profilePath('EUR'));
  expect([row['costinbillingcurrency'], Number(row['costinbillingcurrency'])]).toEqual(['6E-05', 0.00006]);
});

test('a charge of no subscription has an empty cell for it, everywhere', async () => {
  const own = { ...worldOfCosts({ kind: 'none' }) };
  const [customer] = own.customers;
  if (customer === undefined) throw new Error('the world has a customer');
  const charges = [charge('reservation-purchase', '700', { onDay: 1, resourceGroup: '' })];
  await begin({ ...own, customers: [{ ...customer, charges }] });
  const [row = {}] = await readReport(simulator, token, profilePath('EUR'));
  expect([row['subscriptionid'], row['resourcegroupname'], row['costinbillingcurrency']]).toEqual([
    '',
    '',
    '700',
  ]);
  expect(await queried(profilePath('EUR'), 'Cost')).toEqual(new Map([[' false', 700_000_000n]]));
});
