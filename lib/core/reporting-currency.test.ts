import { describe, expect, it } from 'vitest';
import type { ClassSum } from './class-sums.ts';
import { decimalText, requireDecimal } from './money.ts';
import { convertSums, type DollarRates } from './reporting-currency.ts';

const rates = (held: Record<string, string>): DollarRates =>
  new Map(Object.entries(held).map(([currency, rate]) => [currency, requireDecimal(rate)]));
const line = (currency: string, net: string, credit: string | null = '0'): ClassSum => ({
  currency,
  costClass: 'EARNED',
  net: requireDecimal(net),
  credit: credit === null ? null : requireDecimal(credit),
});

function shown(sums: readonly ClassSum[], held: Record<string, string>, to: string) {
  const conversion = convertSums(sums, rates(held), to);
  if (conversion.state === 'no-rate') return conversion;
  return {
    sums: conversion.sums.map(({ currency, net, credit }) => [
      currency,
      decimalText(net),
      credit && decimalText(credit),
    ]),
    rates: conversion.rates.map(({ currency, forOne }) => [currency, decimalText(forOne)]),
  };
}

describe('amounts in the reporting currency', () => {
  it('go by way of the dollar, at the rates of the same lines', () => {
    expect(shown([line('SEK', '1000', '100'), line('EUR', '9')], { SEK: '10', EUR: '0.9' }, 'EUR')).toEqual({
      sums: [
        ['EUR', '90', '9'],
        ['EUR', '9', '0'],
      ],
      rates: [['SEK', '11.111111']],
    });
  });

  it('need no rate of the dollar', () => {
    expect(shown([line('SEK', '1000'), line('USD', '5')], { SEK: '10' }, 'USD')).toEqual({
      sums: [
        ['USD', '100', '0'],
        ['USD', '5', '0'],
      ],
      rates: [['SEK', '10']],
    });
  });

  it('stay what they are to the last decimal where they are billed in it', () => {
    const exact = '0.12345678901234567';
    expect(shown([line('EUR', exact)], {}, 'EUR')).toEqual({ sums: [['EUR', exact, '0']], rates: [] });
  });

  it('keep refunds negative and unknown credit unknown', () => {
    expect(shown([line('SEK', '-25', null)], { SEK: '10', EUR: '1' }, 'EUR')).toMatchObject({
      sums: [['EUR', '-2.5', null]],
    });
  });

  it.each([
    ['a currency that is billed', { EUR: '0.9' }, ['SEK']],
    ['the reporting currency', { SEK: '10' }, ['EUR']],
    ['a currency whose rate is nothing', { EUR: '0.9', SEK: '0' }, ['SEK']],
  ])('are not known where %s has no rate', (_what, held: Record<string, string>, missing) => {
    expect(shown([line('SEK', '1'), line('EUR', '1')], held, 'EUR')).toEqual({ state: 'no-rate', missing });
  });
});
