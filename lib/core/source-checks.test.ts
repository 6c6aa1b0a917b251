import { describe, expect, it } from 'vitest';
import { requireDecimal } from './money.ts';
import type { Period } from './periods.ts';
import {
  compareCosts,
  compareCustomers,
  compareDelegations,
  compareSubscriptions,
  compareTotals,
  sampleOf,
} from './source-checks.ts';
import { readStepReason } from './step-reasons.ts';

const totals = (amounts: Record<string, string>) =>
  new Map(Object.entries(amounts).map(([currency, net]) => [currency, requireDecimal(net)]));

describe('sources held against each other', () => {
  it('miss a customer that billed subscriptions name and the list of customers lacks', () => {
    expect(compareCustomers(['a/1', 'A/1', 'a/2'], ['a/1'])).toEqual({
      compared: 2,
      differing: 1,
      example: 'billing lists subscriptions of customer a/2, and no such customer',
    });
    expect(compareCustomers(['a/1'], ['a/1', 'a/2'])).toMatchObject({ compared: 1, differing: 0 });
  });

  it('miss a subscription that is seen and has cost, and that billing does not list', () => {
    const found = compareSubscriptions({ seen: ['1', '2', '3'], costed: ['1', '2'], billed: ['1', '9'] });
    expect(found).toMatchObject({ compared: 2, differing: 1 });
    expect(found.example).toContain('subscription 2');
  });

  it('do not miss what billing lists and nobody sees, nor what is seen and billed by others', () => {
    expect(compareSubscriptions({ seen: ['3'], costed: [], billed: ['1'] })).toMatchObject({ differing: 0 });
  });

  it('miss a delegation that either of Resource Graph and the list lacks', () => {
    expect(
      compareDelegations([
        { subscriptionId: '1', graph: ['a'], list: ['a'] },
        { subscriptionId: '2', graph: ['a'], list: ['a', 'b'] },
        { subscriptionId: '3', graph: ['a'], list: [] },
      ]),
    ).toMatchObject({ compared: 3, differing: 2 });
  });

  it.each([
    ['to the cent in a closed month', { EUR: '100.00' }, { EUR: '100.02' }, false, 1],
    ['but for a cent of rounding', { EUR: '100.00' }, { EUR: '100.01' }, false, 0],
    ['but for what an open month has grown by', { EUR: '100.00' }, { EUR: '104.00' }, true, 0],
    [
      'where an open month differs by more than it can have grown',
      { EUR: '100.00' },
      { EUR: '106.00' },
      true,
      1,
    ],
    ['where a currency is in one of them only', { EUR: '1' }, { EUR: '1', USD: '7' }, false, 1],
    ['where one has no cost at all', { EUR: '9' }, {}, true, 1],
  ])('differ in cost %s', (_name, left, right, open, differing) => {
    expect(compareCosts(totals(left), totals(right), { open })).toMatchObject({ differing });
  });

  it.each([
    ['to a cent where it is small', { EUR: '100' }, { EUR: '100.02' }, 1],
    ['but for a cent of rounding', { EUR: '100' }, { EUR: '100.01' }, 0],
    ['but for a millionth, as each of many lines is rounded', { EUR: '1000000' }, { EUR: '999999' }, 0],
    ['where more than that is missing', { EUR: '1000000' }, { EUR: '999998' }, 1],
    ['in each currency by itself', { EUR: '1', USD: '5' }, { EUR: '5', USD: '1' }, 2],
    ['where nothing is held of what a query tells', {}, { EUR: '1' }, 1],
  ])('differ in the total of a billing profile %s', (_name, lines, query, differing) => {
    const of = { period: '2026-10' as Period, profile: 'P-1' };
    const found = compareTotals(totals(lines), totals(query), of);
    expect(found).toMatchObject({ differing });
    if (differing > 0) expect(readStepReason(found.example ?? '')).toMatchObject({ code: 'totals-differ' });
  });

  it('take the same sample for the same read, and others for another', () => {
    const ids = Array.from({ length: 100 }, (_, index) => `subscription ${index}`);
    expect(sampleOf(ids, 'read 1', 3)).toEqual(sampleOf(ids.toReversed(), 'read 1', 3));
    expect(sampleOf(ids, 'read 1', 3)).not.toEqual(sampleOf(ids, 'read 2', 3));
    expect(sampleOf(['a'], 'read 1', 3)).toEqual(['a']);
  });
});
