import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COST_CLASSES } from './cost-classes.ts';
import { classOfQueryGroup, splitRow, type SplitPart } from './cost-split.ts';
import { decimalText, requireDecimal, sum } from './money.ts';
import { parseDay } from './periods.ts';

const day = parseDay('2026-11-03');
if (day === null) throw new Error('no day');
const uncredited = (net: string, netUsd: string | null = null) => ({
  day,
  currency: 'EUR',
  costClass: 'UNCLASSIFIED' as const,
  net: requireDecimal(net),
  netUsd: netUsd === null ? null : requireDecimal(netUsd),
  credit: null,
});
const part = (costClass: SplitPart['costClass'], net: string, netUsd: string | null = null): SplitPart => ({
  costClass,
  net: requireDecimal(net),
  netUsd: netUsd === null ? null : requireDecimal(netUsd),
});
const textOf = (rows: ReturnType<typeof splitRow>): string[] =>
  rows.map(({ costClass, net, netUsd }) => `${costClass} ${net.toFixed()} ${netUsd?.toFixed() ?? '-'}`);

describe('a group of uncredited cost', () => {
  it.each([
    [{ publisherType: 'Marketplace', chargeType: null, pricingModel: null }, 'INELIGIBLE_MARKETPLACE'],
    [{ publisherType: 'Azure', chargeType: 'Purchase', pricingModel: 'OnDemand' }, 'INELIGIBLE_RESERVATION'],
    [{ publisherType: 'Azure', chargeType: 'Usage', pricingModel: 'Reservation' }, 'INELIGIBLE_RESERVATION'],
    [{ publisherType: 'Azure', chargeType: 'Usage', pricingModel: 'SavingsPlan' }, 'INELIGIBLE_SAVINGS_PLAN'],
    [{ publisherType: 'Azure', chargeType: 'Usage', pricingModel: 'Spot' }, 'INELIGIBLE_SPOT'],
    [{ publisherType: 'Azure', chargeType: 'Usage', pricingModel: 'OnDemand' }, 'ELIGIBLE_NOT_EARNED'],
  ])('%j is %s', (group, costClass) => {
    expect(classOfQueryGroup(group)).toBe(costClass);
  });
});

describe('an uncredited row', () => {
  const split = (row: ReturnType<typeof uncredited>, ...parts: SplitPart[]): string[] =>
    textOf(splitRow(row, parts, 'ELIGIBLE_NOT_EARNED'));

  it('takes the class of the part that it is', () => {
    expect(split(uncredited('5', '6'), part('INELIGIBLE_SPOT', '5', '5.99'))).toEqual([
      'INELIGIBLE_SPOT 5 6',
    ]);
  });

  it('falls into its parts, and what they leave is of the class of the rest', () => {
    const parts = [part('INELIGIBLE_SPOT', '1', '1.1'), part('INELIGIBLE_MARKETPLACE', '3', '3.3')];
    expect(split(uncredited('5', '5.5'), ...parts)).toEqual([
      'INELIGIBLE_SPOT 1 1.1',
      'INELIGIBLE_MARKETPLACE 3 3.3',
      'ELIGIBLE_NOT_EARNED 1 1.1',
    ]);
  });

  it('is of the class of the rest where it has no part', () => {
    expect(split(uncredited('5'))).toEqual(['ELIGIBLE_NOT_EARNED 5 -']);
    expect(textOf(splitRow(uncredited('5'), [], 'UNCLASSIFIED'))).toEqual(['UNCLASSIFIED 5 -']);
  });

  it('has no row for a part that is worth nothing', () => {
    expect(split(uncredited('5'), part('INELIGIBLE_RESERVATION', '0'))).toEqual(['ELIGIBLE_NOT_EARNED 5 -']);
  });

  it('keeps a refund beside what it is not of', () => {
    expect(split(uncredited('-1'), part('INELIGIBLE_MARKETPLACE', '5'))).toEqual([
      'INELIGIBLE_MARKETPLACE 5 -',
      'ELIGIBLE_NOT_EARNED -6 -',
    ]);
  });

  it('of no amount is free', () => {
    expect(split(uncredited('0'))).toEqual(['ZERO_PRICE 0 -']);
  });

  it('that earned is left alone', () => {
    const row = { ...uncredited('5'), costClass: 'EARNED' as const };
    expect(splitRow(row, [part('INELIGIBLE_SPOT', '5')], 'ELIGIBLE_NOT_EARNED')).toEqual([row]);
  });

  it('always adds up to what was read, whatever the parts say', () => {
    const amount = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((count) => (count / 1000).toFixed(3));
    const parts = fc.array(
      fc.tuple(fc.constantFrom(...COST_CLASSES), amount).map(([one, net]) => part(one, net, net)),
    );
    fc.assert(
      fc.property(amount, parts, (net, told) => {
        const rows = splitRow(uncredited(net, net), told, 'ELIGIBLE_NOT_EARNED');
        const whole = decimalText(requireDecimal(net));
        expect(decimalText(sum(rows.map((row) => row.net)))).toBe(whole);
        expect(decimalText(sum(rows.map((row) => row.netUsd ?? requireDecimal('0'))))).toBe(whole);
      }),
    );
  });
});
