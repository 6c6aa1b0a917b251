import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CostScope } from '#lib/core/cost-plan.ts';
import { decimalText, requireDecimal, sum } from '#lib/core/money.ts';
import { parsePeriod } from '#lib/core/periods.ts';
import { useFakeAzure } from '../testing/azure-suite.ts';
import { openTestRoom, requireId } from '../testing/test-room.ts';
import type { QueryDimensions } from './dimensions.ts';
import { readCustomerCosts, readProfileCosts } from './read.ts';
import { answerQuery, askedBy, type MadeLine } from './testing/query-answerer.ts';

const azure = useFakeAzure();
const ACCOUNT = '1111:2222_2019-05-31';
const BILLING = `/providers/Microsoft.Billing/billingAccounts/${ACCOUNT}`;
const QUERY = 'providers/Microsoft.CostManagement/query';
const profile: CostScope & { kind: 'profile' } = {
  kind: 'profile',
  billingAccountName: ACCOUNT,
  billingProfileName: 'P-1',
};
const customer: CostScope & { kind: 'customer' } = {
  kind: 'customer',
  billingAccountName: ACCOUNT,
  customerId: 'c-1',
};
const dimensions: QueryDimensions = {
  subscriptionId: 'SubscriptionId',
  partnerEarnedCreditApplied: 'PartnerEarnedCreditApplied',
  customerTenantId: 'CustomerTenantId',
  publisherType: 'PublisherType',
  chargeType: 'ChargeType',
  pricingModel: 'PricingModel',
};
const period = requireId(parsePeriod, '2026-04');

const subscription = (count: number): string => `55555555-0000-4000-8000-00000000000${count}`;
const tenant = (count: number): string => `cccccccc-0000-4000-8000-00000000000${count}`;

const USAGE = {
  SubscriptionId: subscription(1),
  CustomerTenantId: tenant(1),
  PartnerEarnedCreditApplied: 'False',
  PublisherType: 'Microsoft',
  ChargeType: 'Usage',
  PricingModel: 'OnDemand',
};
const line = (amount: string, of: Partial<typeof USAGE> = {}, day = '2026-04-02'): MadeLine => ({
  day,
  amount,
  of: { ...USAGE, ...of },
});

type Change = { dimensions?: Partial<QueryDimensions> };
async function readCustomer(lines: readonly MadeLine[], change: Change = {}) {
  azure().forget();
  azure().on('POST', `${BILLING}/customers/c-1/${QUERY}`, (seen) => answerQuery(lines, seen));
  const { caller } = openTestRoom(azure().url);
  const asked = { period, dimensions: { ...dimensions, ...change.dimensions }, resume: null };
  const rows = [];
  for await (const page of readCustomerCosts(caller, customer, asked)) rows.push(...page.rows);
  return rows;
}

const textOf = (rows: Awaited<ReturnType<typeof readCustomer>>): string[] =>
  rows.map(
    ({ day, costClass, net, subscriptionId }) =>
      `${day.slice(8)} ${subscriptionId?.slice(-1) ?? '-'} ${costClass} ${net.toFixed()}`,
  );

const asks = () => azure().calls().map(askedBy);

describe('uncredited cost of a customer', () => {
  it('takes the class of its month where that is one, without asking for its days', async () => {
    const rows = await readCustomer([
      line('5'),
      line('6', {}, '2026-04-03'),
      line('85', { PartnerEarnedCreditApplied: 'True' }),
      line('7', { SubscriptionId: subscription(2), PublisherType: 'Marketplace' }),
    ]);
    expect(textOf(rows)).toEqual([
      '02 1 ELIGIBLE_NOT_EARNED 5',
      '03 1 ELIGIBLE_NOT_EARNED 6',
      '02 1 EARNED 85',
      '02 2 INELIGIBLE_MARKETPLACE 7',
    ]);
    expect(asks().filter(({ daily }) => daily)).toHaveLength(1);
    expect(asks()).toHaveLength(5);
  });

  it('is split by day where its month is mixed, and only for that subscription', async () => {
    const other = { SubscriptionId: subscription(2) };
    const rows = await readCustomer([
      line('5'),
      line('3', { PricingModel: 'Spot' }),
      line('2', { ChargeType: 'Purchase', PricingModel: 'Reservation' }, '2026-04-03'),
      line('9', other),
    ]);
    expect(textOf(rows)).toEqual([
      '02 1 ELIGIBLE_NOT_EARNED 5',
      '02 1 INELIGIBLE_SPOT 3',
      '03 1 INELIGIBLE_RESERVATION 2',
      '02 2 ELIGIBLE_NOT_EARNED 9',
    ]);
    const daily = asks().filter((one) => one.daily);
    expect(daily.slice(1).every(({ filters }) => filters['SubscriptionId']?.length === 1)).toBe(true);
    expect(daily.some(({ filters }) => filters['SubscriptionId']?.[0] === subscription(2))).toBe(false);
  });

  it('asks by disjoint filters: no amount is in two of them', async () => {
    await readCustomer([
      line('5'),
      line('3', { PublisherType: 'Marketplace' }),
      line('2', { ChargeType: 'Refund' }),
    ]);
    const splits = asks().filter(
      ({ groupings, filters }) =>
        groupings.includes('PricingModel') && filters['SubscriptionId'] === undefined,
    );
    expect(splits.map(({ groupings, filters }) => [groupings[0], filters['ChargeType']])).toEqual([
      ['ChargeType', undefined],
      ['SubscriptionId', ['Usage']],
      ['SubscriptionId', ['Refund']],
    ]);
    expect(splits.every(({ filters }) => filters['PublisherType']?.join() === 'Microsoft')).toBe(true);
    expect(asks().every(({ groupings }) => groupings.length <= 2)).toBe(true);
  });

  it('stays unclassified where the scope offers no dimension that tells', async () => {
    const none = { publisherType: null, chargeType: null, pricingModel: null };
    expect(textOf(await readCustomer([line('5')], { dimensions: none }))).toEqual(['02 1 UNCLASSIFIED 5']);
    const some = await readCustomer([line('5'), line('3', { PublisherType: 'Marketplace' })], {
      dimensions: { pricingModel: null },
    });
    expect(textOf(some)).toEqual(['02 1 INELIGIBLE_MARKETPLACE 3', '02 1 UNCLASSIFIED 5']);
  });

  it('filters by the flag as this scope writes it', async () => {
    await readCustomer([line('5', { PartnerEarnedCreditApplied: '0' })]);
    const flags = asks().flatMap(({ filters }) => filters['PartnerEarnedCreditApplied'] ?? []);
    expect(new Set(flags)).toEqual(new Set(['0']));
  });

  it('keeps a blank flag unknown', async () => {
    expect(textOf(await readCustomer([line('5', { PartnerEarnedCreditApplied: '' })]))).toEqual([
      '02 1 CREDIT_UNKNOWN 5',
    ]);
  });

  it('adds up over all classes to the amount that was read', async () => {
    const made = fc.record({
      day: fc.constantFrom('2026-04-01', '2026-04-02'),
      amount: fc.integer({ min: -10_000, max: 10_000 }).map((cents) => (cents / 100).toFixed(2)),
      currency: fc.constantFrom('EUR', 'USD'),
      of: fc.record({
        SubscriptionId: fc.constantFrom('', subscription(1), subscription(2), subscription(3)),
        PartnerEarnedCreditApplied: fc.constantFrom('True', 'False', ''),
        PublisherType: fc.constantFrom('Microsoft', 'Azure', 'Marketplace', ''),
        ChargeType: fc.constantFrom('Usage', 'Purchase', 'Refund'),
        PricingModel: fc.constantFrom('OnDemand', 'Spot', 'SavingsPlan', 'Reservation', ''),
      }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(made, { maxLength: 40 }), async (lines) => {
        const rows = await readCustomer(lines);
        for (const currency of ['EUR', 'USD']) {
          const read = rows.filter((row) => row.currency === currency).map(({ net }) => net);
          const whole = lines.filter((one) => one.currency === currency);
          expect(decimalText(sum(read))).toBe(
            decimalText(sum(whole.map(({ amount }) => requireDecimal(amount)))),
          );
        }
        const eligible = rows.filter(({ costClass }) => costClass === 'ELIGIBLE_NOT_EARNED');
        const foreign = lines.filter(({ of }) => of.PublisherType === 'Marketplace');
        if (foreign.length === lines.length) expect(eligible).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('cost of a billing profile', () => {
  async function readProfile(lines: readonly MadeLine[], { refuseBlank = false, resume = '' } = {}) {
    azure().on('POST', `${BILLING}/billingProfiles/P-1/${QUERY}`, (seen) =>
      refuseBlank && askedBy(seen).filters['SubscriptionId']?.includes('') === true
        ? { status: 400, json: { message: 'values must not be blank' } }
        : answerQuery(lines, seen),
    );
    const { caller } = openTestRoom(azure().url);
    const pages = [];
    const asked = { period, dimensions, resume: resume === '' ? null : resume };
    for await (const page of readProfileCosts(caller, profile, asked)) pages.push(page);
    return pages;
  }
  const rowsOf = (pages: Awaited<ReturnType<typeof readProfile>>): string[] =>
    pages
      .flatMap(({ rows }) => rows)
      .map(
        ({ tenantId, subscriptionId, costClass, net }) =>
          `${tenantId?.slice(-1) ?? '-'}/${subscriptionId?.slice(-1) ?? '-'} ${costClass} ${net.toFixed()}`,
      );

  const shared = [
    line('5'),
    line('6', { SubscriptionId: subscription(2), CustomerTenantId: tenant(2) }),
    line('7', { SubscriptionId: '', CustomerTenantId: tenant(2), PublisherType: 'Marketplace' }),
    line('8', { SubscriptionId: '', CustomerTenantId: tenant(1), PartnerEarnedCreditApplied: 'True' }),
  ];

  it('names the customer of each row, and of charges without a subscription', async () => {
    const pages = await readProfile(shared);
    expect(rowsOf(pages)).toEqual([
      '1/1 ELIGIBLE_NOT_EARNED 5',
      '2/2 ELIGIBLE_NOT_EARNED 6',
      '2/- INELIGIBLE_MARKETPLACE 7',
      '1/- EARNED 8',
    ]);
    expect(pages.map(({ next }) => next)).toEqual(['rest ', null]);
  });

  it('goes on with the charges without a subscription where a reading stopped before them', async () => {
    expect(rowsOf(await readProfile(shared, { resume: 'rest ' }))).toEqual([
      '2/- INELIGIBLE_MARKETPLACE 7',
      '1/- EARNED 8',
    ]);
  });

  it('leaves such charges without a customer where they cannot be asked for, rather than losing them', async () => {
    expect(rowsOf(await readProfile(shared, { refuseBlank: true }))).toEqual([
      '1/1 ELIGIBLE_NOT_EARNED 5',
      '2/2 ELIGIBLE_NOT_EARNED 6',
      '-/- INELIGIBLE_MARKETPLACE 7',
      '-/- EARNED 8',
    ]);
  });
});
