import { expect, it } from 'vitest';
import { addMoney } from './add-money.ts';
import { requireDecimal } from './money.ts';
import { severityOf } from './severity.ts';
import { summariseMoney, type MoneySummary } from './summarise-money.ts';

const month = (currency: string, net: string, rate = '0.15'): MoneySummary[] =>
  summariseMoney(
    [{ currency, costClass: 'ELIGIBLE_NOT_EARNED', net: requireDecimal(net), credit: null }],
    requireDecimal('0.15'),
    { fraction: requireDecimal(rate), basis: 'seen' },
  );

it('adds months of one currency exactly, each at its own rate, and tells the newest rate', () => {
  const [total, ...others] = addMoney([month('EUR', '0.1', '0.1'), month('EUR', '0.2')]);
  expect(others).toEqual([]);
  expect(total).toMatchObject({ currency: 'EUR', net: '0.3', missed: '0.04', rate: '0.1' });
});

it('never adds across currencies', () => {
  const totals = addMoney([month('USD', '1'), month('EUR', '2')]);
  expect(totals.map(({ currency, net }) => [currency, net])).toEqual([
    ['EUR', '2'],
    ['USD', '1'],
  ]);
});

it('reckons coverage anew, and leaves it open while a month has cost without a class', () => {
  const earned = summariseMoney(
    [{ currency: 'EUR', costClass: 'EARNED', net: requireDecimal('85'), credit: requireDecimal('15') }],
    requireDecimal('0.15'),
  );
  expect(addMoney([earned, month('EUR', '300')])).toMatchObject([{ coverage: '0.25' }]);
  const open = summariseMoney(
    [{ currency: 'EUR', costClass: 'UNCLASSIFIED', net: requireDecimal('100'), credit: null }],
    requireDecimal('0.15'),
  );
  expect(addMoney([earned, open])).toMatchObject([{ coverage: null, coverageAtLeast: '0.5' }]);
});

it.each([
  [null, 'unknown'],
  ['0', 'none'],
  ['-5', 'none'],
  ['0.01', 'low'],
  ['10', 'medium'],
  ['99.99', 'medium'],
  ['100', 'high'],
] as const)('credit of %s that may be missed is of severity %s', (amount, severity) => {
  expect(severityOf(amount === null ? null : requireDecimal(amount))).toBe(severity);
});
