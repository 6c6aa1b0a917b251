import { describe, expect, it } from 'vitest';
import { requireDecimal } from './money.ts';
import { compareSources, reconcile, summariseReconcile, type KeySum } from './reconcile.ts';

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
    ['differ by another rate', made('9'), made('10', { exchangeRates: ['0.93'] }), '1', 'exchange-rate'],
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
    expect(compare([made('9')], [], true)).toEqual([['-9', 'open-month']]);
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

it('compares what is held by two sources, and leaves open what only one holds', () => {
  const of = (usage: string | null, details: string | null, ours: string | null) => ({
    ...{ tenantId: 'contoso', currency: 'EUR' },
    usage: usage === null ? null : requireDecimal(usage),
    details: details === null ? null : requireDecimal(details),
    ours: ours === null ? null : requireDecimal(ours),
  });
  const compared = compareSources([of('10', '12', '10'), of('10', null, '12'), of(null, '1', '1')]);
  expect(compared.map((one) => [one.detailsLessUsage?.toFixed(), one.oursLessUsage?.toFixed()])).toEqual([
    ['2', '0'],
    [undefined, '2'],
    [undefined, undefined],
  ]);
});
