import { describe, expect, it } from 'vitest';
import type { CostClass } from './cost-classes.ts';
import { requireDecimal } from './money.ts';
import { compareSources, reconcile, summariseClasses, summariseReconcile, type KeySum } from './reconcile.ts';

const made = (net: string, change: Partial<KeySum> = {}): KeySum => ({
  ...{
    tenantId: 'contoso',
    commerceSubscriptionId: 's-1',
    productId: 'P',
    skuId: '0001',
    availabilityId: 'A',
  },
  ...{ currency: 'EUR', productName: 'Disks', lines: 1, exchangeRates: ['0.92'] },
  isCommitment: false,
  ...change,
  net: requireDecimal(net),
});
const compare = (usage: KeySum[], invoiced: KeySum[], isOpen = false) =>
  reconcile(usage, invoiced, { isOpen }).map(({ difference, reason }) => [difference.toFixed(), reason]);

describe('daily rated usage against the invoice', () => {
  it.each([
    ['agree to the last digit', made('10.00'), made('10'), '0', null],
    ['agree but for the rounding of one line', made('10.0085'), made('10.00'), '-0.0085', 'rounding'],
    [
      'agree within a cent for each of five lines',
      made('10.04'),
      made('10', { lines: 5 }),
      '-0.04',
      'rounding',
    ],
    ['differ by more than a cent a line', made('10.02'), made('10'), '-0.02', 'unexplained'],
    [
      'differ by a cent for each line of the usage, which is not rounded',
      made('10.04', { lines: 5 }),
      made('10'),
      '-0.04',
      'unexplained',
    ],
    ['differ by another rate', made('9.2'), made('9.3', { exchangeRates: ['0.93'] }), '0.1', 'exchange-rate'],
    [
      'differ by another rate and the rounding of two lines',
      made('9.2'),
      made('9.28', { exchangeRates: ['0.93'], lines: 2 }),
      '0.08',
      'exchange-rate',
    ],
    [
      'differ by more than the other rate makes',
      made('9.2'),
      made('9.4', { exchangeRates: ['0.93'] }),
      '0.2',
      'unexplained',
    ],
    [
      'differ the other way than the rate',
      made('9.2'),
      made('9.1', { exchangeRates: ['0.93'] }),
      '-0.1',
      'unexplained',
    ],
    [
      'differ within what the rates of several days make',
      made('-10', { exchangeRates: ['0.92', '0.94'] }),
      made('-10.1', { exchangeRates: ['0.93'] }),
      '-0.1',
      'exchange-rate',
    ],
    ['differ where one tells no rate', made('9.2'), made('9.3', { exchangeRates: [] }), '0.1', 'unexplained'],
    [
      'differ by a commitment that has no price in daily rated usage',
      made('0'),
      made('100', { isCommitment: true }),
      '100',
      'commitment-not-in-usage',
    ],
    [
      'differ by a commitment that has one',
      made('40'),
      made('100', { isCommitment: true }),
      '60',
      'unexplained',
    ],
    ['differ by what has no price and is no commitment', made('0'), made('100'), '100', 'unexplained'],
    [
      'differ by nothing but spelling of the rate',
      made('9'),
      made('10', { exchangeRates: ['0.920'] }),
      '1',
      'unexplained',
    ],
  ])('%s', (_name, usage, invoiced, difference, reason) => {
    expect(compare([usage], [invoiced])).toEqual([[difference, reason]]);
  });

  it('of an open month is not final: what differs says so', () => {
    expect(compare([made('9')], [made('10')], true)).toEqual([['1', 'open-month']]);
    expect(compare([made('9')], [made('10')], false)).toEqual([['1', 'unexplained']]);
    expect(compare([made('9')], [], true)).toEqual([['-9', 'open-month']]);
    expect(compare([made('9.995')], [made('10')], true)).toEqual([['0.005', 'rounding']]);
  });

  it('names what only one of them has', () => {
    expect(compare([], [made('100', { isCommitment: true })])).toEqual([['100', 'commitment-not-in-usage']]);
    expect(compare([], [made('100')])).toEqual([['100', 'not-in-usage']]);
    expect(compare([made('9')], [])).toEqual([['-9', 'not-in-invoice']]);
  });

  it.each([
    'tenantId',
    'commerceSubscriptionId',
    'productId',
    'skuId',
    'availabilityId',
    'currency',
  ] as const)('never joins lines that differ in %s, and joins them in whatever case', (name) => {
    expect(compare([made('9')], [made('9', { [name]: 'other' })])).toHaveLength(2);
    expect(compare([made('9', { [name]: 'abc' })], [made('9', { [name]: 'ABC' })])).toEqual([['0', null]]);
  });

  it('is summed by currency and by reason, the largest difference first', () => {
    const lines = reconcile(
      [made('1'), made('5', { skuId: '0002' }), made('7', { currency: 'SEK' })],
      [made('1'), made('5.5', { skuId: '0002' }), made('50', { skuId: '0003', isCommitment: true })],
      { isOpen: false },
    );
    const totals = summariseReconcile(lines).map(({ byReason, ...total }) => ({
      currency: total.currency,
      difference: total.difference.toFixed(),
      agreeing: total.agreeing,
      byReason: byReason.map(({ reason, difference }) => [reason, difference.toFixed()]),
    }));
    expect(totals).toEqual([
      {
        ...{ currency: 'EUR', difference: '50.5', agreeing: 1 },
        byReason: [
          ['commitment-not-in-usage', '50'],
          ['unexplained', '0.5'],
        ],
      },
      { currency: 'SEK', difference: '-7', agreeing: 0, byReason: [['not-in-invoice', '-7']] },
    ]);
  });
});

describe('a customer’s month by several sources', () => {
  type Net = [net: string, leftOut?: string] | null;
  const monthOf = (sum: Net) =>
    sum === null ? null : { net: requireDecimal(sum[0]), leftOut: requireDecimal(sum[1] ?? '0') };
  const less = (usage: string | null, details: Net, ours: Net, isOpen = false) => {
    const held = {
      ...{ tenantId: 'contoso', currency: 'EUR' },
      usage: usage === null ? null : { net: requireDecimal(usage), lines: 3 },
      ...{ details: monthOf(details), ours: monthOf(ours) },
    };
    return compareSources([held], { isOpen }).flatMap(({ detailsLessUsage, oursLessUsage }) =>
      [detailsLessUsage, oursLessUsage].map((one) => one && [one.amount.toFixed(), one.reason]),
    );
  };

  it.each<[string, ReturnType<typeof less>, ReturnType<typeof less>]>([
    [
      'agrees',
      less('10', ['10'], ['10']),
      [
        ['0', null],
        ['0', null],
      ],
    ],
    ['is held by one alone', less(null, ['1'], ['1']), [null, null]],
    ['has no cost details', less('10', null, ['12']), [null, ['2', 'unexplained']]],
    [
      'differs by a cent for each line, and by more',
      less('10', ['10.03'], ['10.04']),
      [
        ['0.03', 'rounding'],
        ['0.04', 'unexplained'],
      ],
    ],
    [
      'differs by what daily rated usage leaves out, and by more',
      less('10', ['15.01', '5'], ['15.1', '5']),
      [
        ['5.01', 'left-out-of-usage'],
        ['5.1', 'unexplained'],
      ],
    ],
    [
      'differs while it is open',
      less('10', ['11'], ['15', '5'], true),
      [
        ['1', 'open-month'],
        ['5', 'left-out-of-usage'],
      ],
    ],
  ])('%s', (_name, found, wanted) => {
    expect(found).toEqual(wanted);
  });

  it('has commitments and other products, which daily rated usage leaves out', () => {
    const of = (costClass: CostClass, net: string) => ({ costClass, net: requireDecimal(net) });
    const { net, leftOut } = summariseClasses([
      of('EARNED', '8.5'),
      of('INELIGIBLE_RESERVATION', '100'),
      of('INELIGIBLE_SAVINGS_PLAN', '20'),
      of('INELIGIBLE_PRODUCT', '3'),
      of('INELIGIBLE_MARKETPLACE', '1'),
      of('INELIGIBLE_SPOT', '2'),
    ]);
    expect([net.toFixed(), leftOut.toFixed()]).toEqual(['134.5', '123']);
  });
});
