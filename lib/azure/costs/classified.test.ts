import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CostScope } from '#lib/core/cost-plan.ts';
import { classOfFlag } from '#lib/core/cost-classes.ts';
import { classOfQueryGroup } from '#lib/core/cost-split.ts';
import { parseFlag } from '#lib/core/cost-values.ts';
import { decimalText, requireDecimal, sum } from '#lib/core/money.ts';
import { parseTenantId } from '#lib/core/ids.ts';
import { parsePeriod } from '#lib/core/periods.ts';
import { useFakeAzure } from '../testing/azure-suite.ts';
import type { Reply, Seen } from '../testing/fake-azure.ts';
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

type Change = {
  dimensions?: Partial<QueryDimensions>;
  answer?: (lines: readonly MadeLine[], seen: Seen) => Reply;
};
async function readCustomer(lines: readonly MadeLine[], change: Change = {}) {
  const { answer = answerQuery } = change;
  azure().forget();
  azure().on('POST', `${BILLING}/customers/c-1/${QUERY}`, (seen) => answer(lines, seen));
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

const DAYS = ['2026-04-03', '2026-04-04', '2026-04-05'];
const MARKETPLACE = { PublisherType: 'Marketplace' };
const SPOT = { PricingModel: 'Spot' };
const RESERVED = { ChargeType: 'Purchase', PricingModel: 'Reservation' };
const EARNED = { PartnerEarnedCreditApplied: 'True' };

describe('uncredited cost of a customer', () => {
  it.each<[string, number, Partial<typeof USAGE>[], string[]]>([
    ['none of it', 2, [EARNED], ['02 1 EARNED 2']],
    ['what may earn', 3, [{}], ['02 1 ELIGIBLE_NOT_EARNED 2']],
    ['the Marketplace alone', 2, [MARKETPLACE], ['02 1 INELIGIBLE_MARKETPLACE 2']],
    ['one kind alone', 3, [SPOT], ['02 1 INELIGIBLE_SPOT 2']],
    [
      'the Marketplace beside what may earn',
      4,
      [MARKETPLACE, {}],
      ['02 1 INELIGIBLE_MARKETPLACE 2', '02 1 ELIGIBLE_NOT_EARNED 3'],
    ],
    [
      'commitments beside what may earn',
      4,
      [RESERVED, SPOT, {}],
      ['02 1 INELIGIBLE_RESERVATION 2', '02 1 INELIGIBLE_SPOT 3', '02 1 ELIGIBLE_NOT_EARNED 4'],
    ],
    [
      'everything',
      5,
      [MARKETPLACE, SPOT, {}],
      ['02 1 INELIGIBLE_MARKETPLACE 2', '02 1 INELIGIBLE_SPOT 3', '02 1 ELIGIBLE_NOT_EARNED 4'],
    ],
  ])('that is %s takes %i questions', async (_name, questions, kinds, expected) => {
    const rows = await readCustomer(kinds.map((of, index) => line(String(index + 2), of)));
    expect(textOf(rows).sort()).toEqual(expected.toSorted());
    expect(asks()).toHaveLength(questions);
    expect(asks().every(({ groupings }) => groupings.length <= 2)).toBe(true);
  });

  it('is split day by day', async () => {
    const rows = await readCustomer([
      line('5'),
      line('3', SPOT),
      line('2', RESERVED, '2026-04-03'),
      line('9', { SubscriptionId: subscription(2) }),
    ]);
    expect(textOf(rows)).toEqual([
      '02 1 INELIGIBLE_SPOT 3',
      '02 1 ELIGIBLE_NOT_EARNED 5',
      '03 1 INELIGIBLE_RESERVATION 2',
      '02 2 ELIGIBLE_NOT_EARNED 9',
    ]);
  });

  it('tells purchases from usage at the same price, and at a price that neither has alone', async () => {
    const rows = await readCustomer([
      line('5'),
      line('3', { ChargeType: 'Purchase' }),
      line('2', { ...SPOT, ChargeType: 'Purchase' }, '2026-04-03'),
      line('1', SPOT, '2026-04-03'),
    ]);
    expect(textOf(rows)).toEqual([
      '02 1 INELIGIBLE_RESERVATION 3',
      '02 1 ELIGIBLE_NOT_EARNED 5',
      '03 1 INELIGIBLE_RESERVATION 2',
      '03 1 INELIGIBLE_SPOT 1',
    ]);
  });

  it('is not asked for by day where a commitment has paid for it', async () => {
    const answered: unknown[] = [];
    const answer = (lines: readonly MadeLine[], seen: Seen): Reply => {
      const reply = answerQuery(lines, seen);
      const { daily, groupings } = askedBy(seen);
      if (daily && groupings[1] === 'PricingModel') answered.push(reply);
      return reply;
    };
    const covered = { PricingModel: 'Reservation' };
    const rows = await readCustomer(
      [line('5'), line('7', RESERVED), ...DAYS.map((day) => line('0', covered, day))],
      { answer },
    );
    expect(textOf(rows)).toEqual(
      expect.arrayContaining(['02 1 INELIGIBLE_RESERVATION 7', '02 1 ELIGIBLE_NOT_EARNED 5']),
    );
    expect(answered).toEqual([{ text: expect.stringMatching(/"rows":\[\[7,20260402,[^\]]+\]\]\}/) }]);
  });

  it('stays unclassified where the scope offers no dimension that tells', async () => {
    const none = { publisherType: null, chargeType: null, pricingModel: null };
    expect(textOf(await readCustomer([line('5')], { dimensions: none }))).toEqual(['02 1 UNCLASSIFIED 5']);
    const some = await readCustomer([line('5'), line('3', MARKETPLACE)], {
      dimensions: { pricingModel: null },
    });
    expect(textOf(some)).toEqual(['02 1 INELIGIBLE_MARKETPLACE 3', '02 1 UNCLASSIFIED 5']);
  });

  it('is no whole reading where a part of it is lost', async () => {
    const answer = (lines: readonly MadeLine[], seen: Seen): Reply => {
      const { daily, groupings } = askedBy(seen);
      return daily && groupings[1] === 'PricingModel' ? { status: 204 } : answerQuery(lines, seen);
    };
    await expect(readCustomer([line('5'), line('3', SPOT)], { answer })).rejects.toMatchObject({
      kind: 'malformed',
      message: 'rows: the parts do not add up to the month in EUR',
    });
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

  const madeLines = (cents: fc.Arbitrary<number>) =>
    fc.array(
      fc.record({
        day: fc.constantFrom('2026-04-01', '2026-04-02'),
        amount: cents.map((count) => (count / 100).toFixed(2)),
        currency: fc.constantFrom('EUR', 'USD'),
        of: fc.record({
          SubscriptionId: fc.constantFrom('', subscription(1), subscription(2), subscription(3)),
          PartnerEarnedCreditApplied: fc.constantFrom('True', 'False', ''),
          PublisherType: fc.constantFrom('Microsoft', 'Azure', 'Marketplace', ''),
          ChargeType: fc.constantFrom('Usage', 'Purchase', 'Refund'),
          PricingModel: fc.constantFrom('OnDemand', 'Spot', 'SavingsPlan', 'Reservation', ''),
        }),
      }),
      { maxLength: 40 },
    );
  const sumsOf = <Row>(rows: readonly Row[], keyOf: (row: Row) => string, amountOf: (row: Row) => string) =>
    Object.fromEntries(
      [...Map.groupBy(rows, keyOf)]
        .map(([key, same]) => [key, decimalText(sum(same.map((row) => requireDecimal(amountOf(row)))))])
        .sort(),
    );

  it('has the classes of its lines, each once, whatever is beside what', async () => {
    const classOf = ({ of }: MadeLine): string => {
      const flagged = classOfFlag(parseFlag(of['PartnerEarnedCreditApplied'] ?? ''));
      if (flagged !== 'UNCLASSIFIED') return flagged;
      return classOfQueryGroup({
        publisherType: of['PublisherType'] ?? '',
        chargeType: of['ChargeType'] ?? '',
        pricingModel: of['PricingModel'] ?? '',
      });
    };
    await fc.assert(
      fc.asyncProperty(madeLines(fc.integer({ min: 1, max: 10_000 })), async (lines) => {
        const rows = await readCustomer(lines);
        const told = sumsOf(
          rows,
          (row) => [row.subscriptionId ?? '', row.day, row.currency, row.costClass].join(' '),
          ({ net }) => net.toFixed(),
        );
        const made = sumsOf(
          lines,
          (one) => [one.of['SubscriptionId'], one.day, one.currency, classOf(one)].join(' '),
          ({ amount }) => amount,
        );
        expect(told).toEqual(made);
      }),
      { numRuns: 40 },
    );
  });

  it('adds up to the amount that was read, also with what was paid back', async () => {
    await fc.assert(
      fc.asyncProperty(madeLines(fc.integer({ min: -10_000, max: 10_000 })), async (lines) => {
        const rows = await readCustomer(lines);
        const told = sumsOf(
          rows,
          ({ currency }) => currency,
          ({ net }) => net.toFixed(),
        );
        const made = sumsOf(
          lines,
          ({ currency = '' }) => currency,
          ({ amount }) => amount,
        );
        expect(told).toEqual(made);
      }),
      { numRuns: 40 },
    );
  });
});

describe('cost of a billing profile', () => {
  type Told = { known?: Record<string, string>; blank?: (seen: Seen) => Reply | null };

  async function readProfile(lines: readonly MadeLine[], { known = {}, blank = () => null }: Told = {}) {
    azure().forget();
    azure().on('POST', `${BILLING}/billingProfiles/P-1/${QUERY}`, (seen) => {
      const isBlank = askedBy(seen).filters['SubscriptionId']?.includes('') === true;
      return (isBlank ? blank(seen) : null) ?? answerQuery(lines, seen);
    });
    const { caller } = openTestRoom(azure().url);
    const knownTenant = (id: string) => parseTenantId(known[id] ?? '');
    const rows = [];
    const asked = { period, dimensions, resume: null, knownTenant };
    for await (const page of readProfileCosts(caller, profile, asked)) rows.push(...page.rows);
    return rows.map(
      ({ tenantId, subscriptionId, costClass, net }) =>
        `${tenantId?.slice(-1) ?? '-'}/${subscriptionId?.slice(-1) ?? '-'} ${costClass} ${net.toFixed()}`,
    );
  }

  const loose = { SubscriptionId: '' };
  const ofSecond = { CustomerTenantId: tenant(2) };
  const shared = [
    line('5'),
    line('6', { ...ofSecond, SubscriptionId: subscription(2) }),
    line('7', { ...ofSecond, ...loose, ...MARKETPLACE }),
    line('8', { ...loose, ...EARNED }),
  ];

  it('names the customer of each row, and of charges without a subscription', async () => {
    expect((await readProfile(shared)).sort()).toEqual([
      '1/- EARNED 8',
      '1/1 ELIGIBLE_NOT_EARNED 5',
      '2/- INELIGIBLE_MARKETPLACE 7',
      '2/2 ELIGIBLE_NOT_EARNED 6',
    ]);
  });

  it('asks whose subscriptions are that nothing else names, and no others', async () => {
    await readProfile(shared, { known: { [subscription(1)]: tenant(1) } });
    const named = asks().filter(({ groupings }) => groupings.join() === 'SubscriptionId,CustomerTenantId');
    expect(named.map(({ filters }) => filters['SubscriptionId'])).toEqual([[subscription(2)]]);
  });

  it('takes six questions as a rule, and no more for more customers', async () => {
    const known = Object.fromEntries([1, 2, 3].map((count) => [subscription(count), tenant(count)]));
    await readProfile([...shared, line('3', { ...SPOT, SubscriptionId: subscription(3) })], { known });
    expect(asks()).toHaveLength(6);
  });

  it('takes those without a subscription of several customers by the day, whatever their class', async () => {
    const rows = await readProfile([
      line('1', { ...loose, ...RESERVED }),
      line('2', { ...loose, ...RESERVED, ...ofSecond }),
      line('3', { ...loose, ...MARKETPLACE, ...ofSecond }),
      line('4', loose),
    ]);
    expect(rows.sort()).toEqual([
      '1/- ELIGIBLE_NOT_EARNED 4',
      '1/- INELIGIBLE_RESERVATION 1',
      '2/- INELIGIBLE_MARKETPLACE 3',
      '2/- INELIGIBLE_RESERVATION 2',
    ]);
  });

  const crowded = [...shared, line('9', EARNED)];
  it.each<[string, (seen: Seen) => Reply]>([
    ['are refused', () => ({ status: 400, json: { message: 'values must not be blank' } })],
    ['are answered as if all were asked for', (seen) => answerQuery(crowded.map(anywhere), seen)],
    ['are answered with nothing', () => ({ status: 204 })],
  ])(
    'leaves such charges without a customer where they %s, rather than losing them',
    async (_name, blank) => {
      expect((await readProfile(crowded, { blank })).filter((row) => row.includes('/-'))).toEqual([
        '-/- INELIGIBLE_MARKETPLACE 7',
        '-/- EARNED 8',
      ]);
    },
  );
});

const anywhere = (made: MadeLine): MadeLine => ({ ...made, of: { ...made.of, SubscriptionId: '' } });
