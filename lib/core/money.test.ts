import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CostClass } from './cost-classes.ts';
import { decimalText, parseDecimal, ratio, requireDecimal, sum, timesRatio } from './money.ts';
import { summariseMoney } from './summarise-money.ts';

const rate = requireDecimal('0.15');
const line = (costClass: CostClass, net: string, currency = 'EUR') => ({
  currency,
  costClass,
  credit: null,
  net: requireDecimal(net),
});

describe('money', () => {
  it('adds what binary floats cannot', () => {
    const tenth = requireDecimal('0.1');
    expect(decimalText(sum([tenth, tenth, tenth]))).toBe('0.3');
  });

  it('divides to twenty decimals, the last of them rounded half away from zero', () => {
    const Precise = Big();
    Precise.DP = 20;
    const decimals = fc
      .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: -12, max: 30 }))
      .map(([digits, places]) => `${digits}e${-places}`);
    fc.assert(
      fc.property(decimals, decimals, (part, whole) => {
        const quotient = ratio(requireDecimal(part), requireDecimal(whole));
        if (new Big(whole).eq(0)) expect(quotient).toBeNull();
        else expect(quotient?.toFixed()).toBe(new Precise(part).div(whole).toFixed());
      }),
    );
    const half = ratio(requireDecimal('-0.00000000000000000001'), requireDecimal('2'));
    expect(half?.toFixed()).toBe('-0.00000000000000000001');
  });

  it('multiplies plain texts by a ratio to the very decimals that a division has', () => {
    const decimals = fc
      .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: -3, max: 25 }))
      .map(([digits, places]) => requireDecimal(`${digits}e${-places}`));
    fc.assert(
      fc.property(decimals, decimals, decimals, (amount, part, whole) => {
        const product = ratio(amount.times(part), whole);
        const told = timesRatio(part, whole)?.(decimalText(amount)) ?? null;
        expect(told).toBe(product === null ? null : decimalText(product));
      }),
    );
  });

  it.each(['', ' ', '1,5', 'NaN', '0x10', '1.', '--1'])('refuses %j as a decimal', (text) => {
    expect(parseDecimal(text)).toBeNull();
  });

  it.each([
    ['1e-7', '0.0000001'],
    ['-12.50', '-12.5'],
    ['416.613981', '416.613981'],
  ])('reads %s as %s', (text, plain) => {
    expect(decimalText(requireDecimal(text))).toBe(plain);
  });
});

describe('summarising money', () => {
  it('takes credit for net x r / (1 - r) and gross for net / (1 - r)', () => {
    expect(summariseMoney([line('EARNED', '85')], rate)).toEqual([
      {
        currency: 'EUR',
        net: '85',
        gross: '100',
        credit: '15',
        missed: '0',
        missedAtMost: '0',
        eligibleGross: '100',
        creditedGross: '100',
        unclassifiedGross: '0',
        ineligibleGross: '0',
        coverage: '1',
        coverageAtLeast: '1',
        rate: '0.15',
        rateBasis: 'assumed',
      },
    ]);
  });

  it('reckons missed credit by the rate that lines of the period tell, and says so', () => {
    const told = { ...line('EARNED', '90'), credit: requireDecimal('10') };
    const [summary] = summariseMoney([told, line('ELIGIBLE_NOT_EARNED', '50')], rate);
    expect(summary).toMatchObject({ credit: '10', missed: '5', rate: '0.1', rateBasis: 'seen' });
  });

  it('takes the rate seen elsewhere in the period before one of its own lines', () => {
    const seen = { fraction: requireDecimal('0.2'), basis: 'seen' as const };
    const [summary] = summariseMoney([line('ELIGIBLE_NOT_EARNED', '50')], rate, seen);
    expect(summary).toMatchObject({ missed: '10', rateBasis: 'seen' });
  });

  it('leaves coverage unknown while lines are unclassified, and says what is certain', () => {
    const [summary] = summariseMoney(
      [line('EARNED', '85'), line('UNCLASSIFIED', '60'), line('CREDIT_UNKNOWN', '40')],
      rate,
    );
    expect(summary).toMatchObject({
      net: '185',
      gross: '200',
      missedAtMost: '15',
      coverage: null,
      coverageAtLeast: '0.5',
      unclassifiedGross: '100',
    });
  });

  it('never adds across currencies', () => {
    const summaries = summariseMoney([line('EARNED', '85', 'USD'), line('UNCLASSIFIED', '10', 'EUR')], rate);
    expect(summaries.map(({ currency, net }) => [currency, net])).toEqual([
      ['EUR', '10'],
      ['USD', '85'],
    ]);
  });

  it('subtracts refunds', () => {
    const [summary] = summariseMoney([line('EARNED', '85'), line('EARNED', '-17')], rate);
    expect(summary).toMatchObject({ net: '68', credit: '12', gross: '80' });
  });

  it.each([
    ['credited', [line('EARNED', '-17'), line('ELIGIBLE_NOT_EARNED', '100')]],
    ['eligible', [line('EARNED', '85'), line('ELIGIBLE_NOT_EARNED', '-40')]],
    ['unclassified', [line('EARNED', '85'), line('UNCLASSIFIED', '-40')]],
    ['all', [line('EARNED', '-17'), line('ELIGIBLE_NOT_EARNED', '-40')]],
  ])('has no coverage where refunds outweigh the %s cost', (_which, sums) => {
    const [summary] = summariseMoney(sums, rate);
    expect(summary).toMatchObject({ coverage: null, coverageAtLeast: null });
  });

  it('has no coverage where there was no cost', () => {
    const [summary] = summariseMoney([line('EARNED', '0')], rate);
    expect(summary).toMatchObject({ coverage: null, coverageAtLeast: null });
  });
});
