import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CostClass } from '#lib/core/cost-classes.ts';
import type { CustomerCosts } from '#lib/core/cost-files.ts';
import { dailyCostsOf, groupedCostsOf, type CostSeries } from '#lib/core/cost-series.ts';
import { decimalText, requireDecimal, sum } from '#lib/core/money.ts';
import { parsePeriod, type Period } from '#lib/core/periods.ts';
import { dropFetched, placeOf, readCostFiles } from './read.ts';
import { csvOf, PARTNER_HEADERS, SUBSCRIPTION, USAGE, type CsvLine } from './testing/cost-csv.ts';

let dataDir = '';
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'costfiles-'));
});
afterAll(() => rm(dataDir, { recursive: true }));

// The text is a month.
const PERIOD = parsePeriod('2026-11') as Period;
const place = () =>
  placeOf(dataDir, {
    way: 'report-profile',
    scope: { kind: 'profile', billingAccountName: 'a:b_2019-05-31', billingProfileName: 'P-1' },
    period: PERIOD,
  });

/** Each text is one file as Azure would deliver it. */
const read = (...texts: (string | Buffer)[]): Promise<CustomerCosts[]> => readAs(null, texts);

async function readAs(
  billingProfileName: string | null,
  texts: readonly (string | Buffer)[],
): Promise<CustomerCosts[]> {
  const { incoming } = place();
  await mkdir(incoming, { recursive: true });
  const paths: string[] = [];
  for (const [index, text] of texts.entries()) {
    const path = join(incoming, `part-${index}.csv${typeof text === 'string' ? '' : '.gz'}`);
    await writeFile(path, text);
    paths.push(path);
  }
  const batches: CustomerCosts[] = [];
  const files = { paths, writtenAt: null, billingProfileName };
  for await (const batch of readCostFiles(files, place())) batches.push(batch);
  return batches;
}

const dailyOf = (batches: readonly CustomerCosts[]) =>
  batches.flatMap(({ days }) => days.flatMap(dailyCostsOf));
const groupedOf = (batches: readonly CustomerCosts[]) =>
  batches.flatMap(({ names }) => names.flatMap(groupedCostsOf));
const textOf = (value: { toFixed(): string } | null): string | null => value?.toFixed() ?? null;

async function classOf(line: CsvLine, headers = PARTNER_HEADERS.slice()): Promise<CostClass | undefined> {
  return dailyOf(await read(csvOf([{ ...USAGE, ...line }], headers)))[0]?.costClass;
}

describe('sums of cost files', () => {
  it('are by customer, subscription, day, currency and class, with credit by each rate', async () => {
    const earned = { partnerEarnedCreditApplied: '1', partnerEarnedCreditRate: '0.15' };
    const batches = await read(
      csvOf([
        { ...USAGE, ...earned, costInBillingCurrency: '85' },
        { ...USAGE, ...earned, costInBillingCurrency: '-8.5', partnerEarnedCreditRate: '15' },
        { ...USAGE, costInBillingCurrency: '4' },
        { ...USAGE, costInBillingCurrency: '5', billingCurrency: 'USD' },
        { ...USAGE, costInBillingCurrency: '6', date: '2026-11-04T00:00:00Z', SubscriptionId: '' },
      ]),
    );
    const rows = dailyOf(batches).map(({ subscriptionId, day, currency, costClass, net, credit }) => ({
      subscriptionId,
      day,
      currency,
      costClass,
      net: textOf(net),
      credit: textOf(credit),
    }));
    const of = { subscriptionId: SUBSCRIPTION, day: '2026-11-03', currency: 'EUR' };
    expect(rows).toEqual([
      {
        ...of,
        subscriptionId: null,
        day: '2026-11-04',
        costClass: 'ELIGIBLE_NOT_EARNED',
        net: '6',
        credit: '0',
      },
      { ...of, costClass: 'EARNED', net: '76.5', credit: '13.5' },
      { ...of, costClass: 'ELIGIBLE_NOT_EARNED', net: '4', credit: '0' },
      { ...of, currency: 'USD', costClass: 'ELIGIBLE_NOT_EARNED', net: '5', credit: '0' },
    ]);
  });

  it('keep all of a subscription together, however many sums a customer has', async () => {
    const subscriptions = Array.from(
      { length: 150 },
      (_, index) => `55555555-0000-4000-8000-${String(index).padStart(12, '0')}`,
    );
    const days = Array.from({ length: 30 }, (_, index) => `2026-11-${String(index + 1).padStart(2, '0')}`);
    const lines = subscriptions.flatMap((SubscriptionId) =>
      days.flatMap((date) =>
        ['1', '0'].map((partnerEarnedCreditApplied) => ({
          ...USAGE,
          ...{ SubscriptionId, date, partnerEarnedCreditApplied },
        })),
      ),
    );
    const batches = await read(csvOf(lines));
    expect(batches.length).toBeGreaterThan(1);
    const heldOf = (series: readonly CostSeries[]) => [
      ...new Set(series.map(({ subscriptionId }) => subscriptionId)),
    ];
    expect(batches.flatMap((batch) => heldOf(batch.days))).toEqual(subscriptions);
    expect(batches.flatMap((batch) => heldOf(batch.names))).toEqual(subscriptions);
    expect(batches.flatMap((batch) => batch.days).every(({ values }) => values.length === 30)).toBe(true);
  });

  it('lose no digit, however many Azure writes', async () => {
    const [row] = dailyOf(
      await read(
        csvOf([
          { ...USAGE, costInBillingCurrency: '0.1000000000000000055511151231257827' },
          { ...USAGE, costInBillingCurrency: '0.2' },
          { ...USAGE, costInBillingCurrency: '1.5E-25' },
          { ...USAGE, costInBillingCurrency: '123456789012345678901234.5' },
          { ...USAGE, costInBillingCurrency: '-123456789012345678901234.5' },
        ]),
      ),
    );
    expect(textOf(row?.net ?? null)).toBe('0.3000000000000000055511152731257827');
  });

  it('of a month by resource group and by service leave nothing out', async () => {
    const batches = await read(
      csvOf([
        USAGE,
        { ...USAGE, date: '11/04/2026', resourceGroupName: 'rg-web', costInBillingCurrency: '1' },
        { ...USAGE, resourceGroupName: '', meterCategory: 'Storage', costInBillingCurrency: '2' },
      ]),
    );
    const grouped = groupedOf(batches);
    expect(grouped.map(({ grouping, name, net }) => `${grouping} ${name} ${net.toFixed()}`)).toEqual([
      'price  13',
      'resource-group  2',
      'resource-group rg-web 11',
      'service Storage 2',
      'service Virtual Machines 11',
    ]);
  });

  it('tell apart what is priced below the market without credit, which alone proves no credit', async () => {
    const batches = await read(
      csvOf([
        { ...USAGE, effectivePrice: '0.085', costInBillingCurrency: '1' },
        { ...USAGE, effectivePrice: '0.09999', costInBillingCurrency: '2' },
        { ...USAGE, effectivePrice: '', costInBillingCurrency: '3' },
        {
          ...USAGE,
          effectivePrice: '0.085',
          partnerEarnedCreditApplied: '1',
          partnerEarnedCreditRate: '0.15',
          costInBillingCurrency: '4',
        },
      ]),
    );
    const prices = groupedOf(batches).filter(({ grouping }) => grouping === 'price');
    expect(prices.map(({ name, costClass, net }) => [name, costClass, net.toFixed()])).toEqual([
      ['', 'EARNED', '4'],
      ['', 'ELIGIBLE_NOT_EARNED', '5'],
      ['below-market', 'ELIGIBLE_NOT_EARNED', '1'],
    ]);
  });

  it('come from several files, compressed ones too, customer by customer', async () => {
    const other = { ...USAGE, customerTenantId: 'DDDDDDDD-0000-4000-8000-000000000002' };
    const batches = await read(csvOf([USAGE, other]), gzipSync(csvOf([other, USAGE])));
    const daily = batches.filter((batch) => batch.days.length > 0);
    expect(daily.map(({ tenantId }) => tenantId)).toEqual([
      USAGE.customerTenantId,
      'dddddddd-0000-4000-8000-000000000002',
    ]);
    expect(dailyOf(batches).map(({ net }) => net.toFixed())).toEqual(['20', '20']);
  });

  it('of an export of a whole billing account are of one profile', async () => {
    const account = '/providers/Microsoft.Billing/billingAccounts/a:b/billingProfiles';
    const text = csvOf([
      { ...USAGE, billingProfileId: 'P-1' },
      { ...USAGE, billingProfileId: `${account}/p-1` },
      { ...USAGE, billingProfileId: 'P-11' },
      { ...USAGE, billingProfileId: '' },
    ]);
    expect(dailyOf(await readAs('P-1', [text])).map(({ net }) => net.toFixed())).toEqual(['20']);
    const without = csvOf(
      [USAGE],
      PARTNER_HEADERS.filter((name) => name !== 'billingProfileId'),
    );
    await expect(readAs('P-1', [without])).rejects.toMatchObject({ kind: 'malformed' });
  });

  it('survive line ends and quotes within tags', async () => {
    const tags = '"a": "x, y"\n"b": ""';
    const rows = dailyOf(await read(csvOf([{ ...USAGE, tags }, USAGE])));
    expect(rows.map(({ net }) => net.toFixed())).toEqual(['20']);
  });

  it('know no dollars where a line tells none', async () => {
    const [row] = dailyOf(await read(csvOf([USAGE, { ...USAGE, costInUsd: '' }])));
    expect(row?.netUsd).toBeNull();
  });

  it('tell no amount of credit where the flag stands without a rate', async () => {
    const line = { ...USAGE, partnerEarnedCreditApplied: 'True', partnerEarnedCreditRate: '' };
    const [row] = dailyOf(await read(csvOf([line])));
    expect(row).toMatchObject({ costClass: 'EARNED', credit: null });
  });

  it('come from files whose columns stand in another order', async () => {
    const text = csvOf([{ ...USAGE, costInBillingCurrency: '3' }], PARTNER_HEADERS.toReversed());
    expect(dailyOf(await read(csvOf([USAGE]), text)).map(({ net }) => net.toFixed())).toEqual(['13']);
  });

  it.each([
    ['has too few cells', (text: string) => `${text}\r\nx,y`],
    ['ends within a quote', (text: string) => `${text}\r\n"x`],
  ])('are refused where a line %s: nothing of a damaged file is guessed', async (_name, damage) => {
    await expect(read(damage(csvOf([USAGE, USAGE])))).rejects.toMatchObject({ kind: 'malformed' });
  });

  it('are none of a month without cost', async () => {
    expect(await read()).toEqual([]);
  });

  it('add up over all classes to the amounts in the file', async () => {
    const cents = fc.integer({ min: -100_000, max: 100_000 });
    const line = fc.record({
      costInBillingCurrency: cents.map((count) => (count / 100).toFixed(2)),
      partnerEarnedCreditApplied: fc.constantFrom('1', '0', '', 'True', 'False'),
      partnerEarnedCreditRate: fc.constantFrom('0.15', '0', '', '15'),
      publisherType: fc.constantFrom('Microsoft', 'Azure', 'Marketplace'),
      PricingModel: fc.constantFrom('OnDemand', 'On Demand', 'Spot', 'Reservation', 'SavingsPlan', ''),
      chargeType: fc.constantFrom('Usage', 'Purchase', 'Refund', 'UnusedReservation'),
      reservationId: fc.constantFrom('', '', 'r-1'),
      unitPrice: fc.constantFrom('0.1', '0', ''),
      provider: fc.constantFrom('Azure', 'Office'),
      resourceGroupName: fc.constantFrom('rg-a', 'RG-A', ''),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 40 }), async (lines) => {
        const batches = await read(csvOf(lines.map((one) => ({ ...USAGE, ...one }))));
        const whole = decimalText(sum(lines.map((one) => requireDecimal(one.costInBillingCurrency))));
        const grouped = groupedOf(batches);
        const totalOf = (rows: readonly { net: (typeof grouped)[number]['net'] }[]): string =>
          decimalText(sum(rows.map(({ net }) => net)));
        expect(totalOf(dailyOf(batches))).toBe(whole);
        expect(totalOf(grouped.filter(({ grouping }) => grouping === 'service'))).toBe(whole);
        expect(totalOf(grouped.filter(({ grouping }) => grouping === 'resource-group'))).toBe(whole);
      }),
      { numRuns: 15 },
    );
  });
});

describe('columns of cost files', () => {
  it('are found in any case and under their other names', async () => {
    const text = csvOf([USAGE])
      .replace('customerTenantId', 'CustomerTenantID')
      .replace('resourceGroupName', 'ResourceGroup')
      .replace('date', 'UsageDate');
    expect(dailyOf(await read(text))).toHaveLength(1);
  });

  it('make credit unknown where the data set has none', async () => {
    const headers = PARTNER_HEADERS.filter((name) => !name.startsWith('partnerEarnedCredit'));
    expect(await classOf({}, headers)).toBe('CREDIT_UNKNOWN');
    expect(await classOf({ publisherType: 'Marketplace' }, headers)).toBe('INELIGIBLE_MARKETPLACE');
  });

  it.each([
    [
      'has no amounts',
      csvOf([USAGE], ['SubscriptionId', 'date', 'billingCurrency']),
      'costInBillingCurrency',
    ],
    ['has a day that does not exist', csvOf([{ ...USAGE, date: '11/31/2026' }]), 'date'],
    [
      'has an amount that is none',
      csvOf([{ ...USAGE, costInBillingCurrency: 'NaN' }]),
      'costInBillingCurrency',
    ],
    ['has no currency', csvOf([{ ...USAGE, billingCurrency: '' }]), 'billingCurrency'],
    ['has a subscription that is none', csvOf([{ ...USAGE, SubscriptionId: 'web' }]), 'subscriptionId'],
  ])('are refused by name when the file %s', async (_name, text, column) => {
    await expect(read(text)).rejects.toMatchObject({
      kind: 'malformed',
      message: expect.stringContaining(column),
    });
  });

  it.each<[string, CsvLine, CostClass]>([
    [
      'a negotiated price of 85 % with no credit',
      { PayGPrice: '0.1', unitPrice: '0.085' },
      'ELIGIBLE_NOT_EARNED',
    ],
    [
      'a savings plan known by its order',
      { benefitId: '/providers/Microsoft.BillingBenefits/savingsPlanOrders/1' },
      'INELIGIBLE_SAVINGS_PLAN',
    ],
    [
      'usage under a reservation',
      { reservationId: 'r-1', costInBillingCurrency: '0' },
      'INELIGIBLE_RESERVATION',
    ],
    ['a free tier', { unitPrice: '0', costInBillingCurrency: '0' }, 'ZERO_PRICE'],
    ['a price of nothing with decimals', { unitPrice: '-0.00' }, 'ZERO_PRICE'],
    ['a price of nothing with an exponent', { unitPrice: '0E-10' }, 'ZERO_PRICE'],
    ['a price that only ends in nothing', { unitPrice: '10.00' }, 'ELIGIBLE_NOT_EARNED'],
    ['a price that is next to nothing', { unitPrice: '0.0000001' }, 'ELIGIBLE_NOT_EARNED'],
    [
      'a free tier with credit applied',
      { unitPrice: '0', costInBillingCurrency: '0', partnerEarnedCreditApplied: '1' },
      'EARNED',
    ],
    [
      'a blank flag and rate',
      { partnerEarnedCreditApplied: '', partnerEarnedCreditRate: '' },
      'CREDIT_UNKNOWN',
    ],
  ])('give %s its class', async (_name, line, costClass) => {
    expect(await classOf(line)).toBe(costClass);
  });
});

describe('kept lines', () => {
  it('stay as Parquet when the files that brought them are gone', async () => {
    await read(csvOf([USAGE]));
    const { parquet, incoming, spill } = place();
    await dropFetched(place());
    expect(parquet).toContain(join('costs', 'report-profile'));
    expect(await readdir(join(parquet, '..'))).toEqual(['2026-11.parquet']);
    const left = await readdir(join(incoming, '..'));
    expect(left).not.toContain(incoming);
    expect(left).not.toContain(spill);
    expect(left).toEqual([]);
  });

  it('stay what they were when a later file cannot be read', async () => {
    await read(csvOf([USAGE]));
    await expect(read(csvOf([{ ...USAGE, date: 'never' }]))).rejects.toMatchObject({ kind: 'malformed' });
    const { DuckDBInstance } = await import('@duckdb/node-api');
    const connection = await (await DuckDBInstance.create()).connect();
    const kept = await connection.runAndReadAll(`select "net" from read_parquet('${place().parquet}')`);
    expect(kept.getRows()).toEqual([['10']]);
  });
});
