import { describe, expect, it } from 'vitest';
import {
  creditAtRate,
  parseChargeType,
  parseCreditType,
  parseFlag,
  parsePercentage,
  parsePriceAdjustment,
  parsePricingModel,
  parseRate,
} from './cost-values.ts';
import { requireDecimal } from './money.ts';

const textOf = (value: { toFixed(): string } | null): string | null => value?.toFixed() ?? null;

describe('the credit flag', () => {
  it.each([
    ['1', true],
    ['True', true],
    ['true', true],
    ['YES', true],
    ['0', false],
    ['False', false],
    [' false ', false],
    ['no', false],
    ['', null],
    ['applied', null],
  ])('written %j is %j', (text, flag) => {
    expect(parseFlag(text)).toBe(flag);
  });
});

describe('the rate of credit', () => {
  it.each([
    ['0.15', '0.15'],
    ['15', '0.15'],
    ['15.0', '0.15'],
    ['15%', '0.15'],
    ['15.0 %', '0.15'],
    ['0', '0'],
    ['0%', '0'],
    ['1', '1'],
    ['', null],
    ['-15', null],
    ['150', null],
    ['some', null],
  ])('written %j is the fraction %j', (text, fraction) => {
    expect(textOf(parseRate(text))).toBe(fraction);
  });

  it('in a column of percentages is one, however small', () => {
    expect(textOf(parsePercentage('15'))).toBe('0.15');
    expect(textOf(parsePercentage('1'))).toBe('0.01');
    expect(parsePercentage('')).toBeNull();
  });

  it.each([
    ['["15.0% Partner earned credit for services managed"]', '0.15'],
    ['["100.0% Tier 1 Discount","15.0% partner earned CREDIT"]', '0.15'],
    ['["100.0% Tier 1 Discount"]', null],
    ['', null],
  ])('within the adjustments %s is %j', (text, fraction) => {
    expect(textOf(parsePriceAdjustment(text))).toBe(fraction);
  });
});

it('keeps credit types apart', () => {
  expect(
    ['Credit Not Applied', 'Azure Credit Applied', 'Partner Earned Credit Applied', 'New', ''].map(
      parseCreditType,
    ),
  ).toEqual(['none', 'azure-credit', 'partner-earned-credit', 'other', null]);
});

it('reads pricing models in each of their spellings', () => {
  expect(
    ['On Demand', 'OnDemand', 'Reservation', 'Spot', 'SavingsPlan', 'Savings Plan', 'Dev', ''].map(
      parsePricingModel,
    ),
  ).toEqual(['on-demand', 'on-demand', 'reservation', 'spot', 'savings-plan', 'savings-plan', 'other', null]);
});

it('reads types of charge', () => {
  expect(['Usage', 'purchase', 'Refund', 'UnusedReservation', ''].map(parseChargeType)).toEqual([
    'usage',
    'purchase',
    'refund',
    'other',
    null,
  ]);
});

describe('credit received at a rate', () => {
  it('is what was taken off the amount before it', () => {
    expect(['85', '0.85', '10'].map(creditAtRate(requireDecimal('0.15')))).toEqual([
      '15',
      '0.15',
      '1.76470588235294117647',
    ]);
  });

  it('of a refund is negative', () => {
    expect(['-8.5', '0'].map(creditAtRate(requireDecimal('0.15')))).toEqual(['-1.5', '0']);
  });

  it('cannot be told where nothing is left to pay', () => {
    expect(['0', '1'].map(creditAtRate(requireDecimal('1')))).toEqual([null, null]);
  });
});
