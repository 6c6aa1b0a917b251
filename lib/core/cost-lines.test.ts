import { describe, expect, it } from 'vitest';
import type { CostClass } from './cost-classes.ts';
import { classifyLine, type CostTraits } from './cost-lines.ts';
import { requireDecimal } from './money.ts';

const RATE = requireDecimal('0.15');

/** Ordinary uncredited usage. */
const USAGE: CostTraits = {
  credited: false,
  creditRateFraction: requireDecimal('0'),
  creditType: null,
  publisherType: 'Microsoft',
  publisherName: 'Microsoft',
  chargeType: 'usage',
  pricingModel: 'on-demand',
  hasReservation: false,
  benefit: null,
  tags: null,
  provider: 'Azure',
  productName: 'Virtual Machines Dsv5 Series - D2s v5 - EU West',
  meterName: 'D2s v5',
  isPriceZero: false,
  isAmountZero: false,
};

const classOf = (traits: Partial<CostTraits>): CostClass => classifyLine({ ...USAGE, ...traits });

describe('the class of a cost line', () => {
  it.each<[string, Partial<CostTraits>, CostClass]>([
    ['with the flag', { credited: true }, 'EARNED'],
    ['with a rate and no flag', { credited: null, creditRateFraction: RATE }, 'EARNED'],
    ['with a rate against its flag', { creditRateFraction: RATE }, 'EARNED'],
    ['from the Marketplace', { publisherType: 'Marketplace' }, 'INELIGIBLE_MARKETPLACE'],
    ['of another publisher', { publisherName: 'Contoso Ltd' }, 'INELIGIBLE_MARKETPLACE'],
    ['of a third party by its tag', { tags: 'Third Party' }, 'INELIGIBLE_MARKETPLACE'],
    ['of Microsoft under its full name', { publisherName: 'Microsoft Corporation' }, 'ELIGIBLE_NOT_EARNED'],
    ['with publisher type Azure', { publisherType: 'Azure', publisherName: 'Azure' }, 'ELIGIBLE_NOT_EARNED'],
    ['without a publisher', { publisherType: null, publisherName: null }, 'ELIGIBLE_NOT_EARNED'],
    ['that buys a commitment', { chargeType: 'purchase' }, 'INELIGIBLE_RESERVATION'],
    [
      'that refunds a reservation',
      { chargeType: 'refund', pricingModel: 'reservation' },
      'INELIGIBLE_RESERVATION',
    ],
    ['that refunds usage', { chargeType: 'refund' }, 'ELIGIBLE_NOT_EARNED'],
    ['covered by a reservation', { hasReservation: true, isAmountZero: true }, 'INELIGIBLE_RESERVATION'],
    ['priced as reserved', { pricingModel: 'reservation' }, 'INELIGIBLE_RESERVATION'],
    ['priced by a savings plan', { pricingModel: 'savings-plan' }, 'INELIGIBLE_SAVINGS_PLAN'],
    ['with a savings plan as benefit', { benefit: 'savings-plan' }, 'INELIGIBLE_SAVINGS_PLAN'],
    [
      'that buys a savings plan',
      { chargeType: 'purchase', pricingModel: 'savings-plan' },
      'INELIGIBLE_SAVINGS_PLAN',
    ],
    ['priced as Spot', { pricingModel: 'spot' }, 'INELIGIBLE_SPOT'],
    ['whose meter is Spot', { meterName: 'D2s v5 Spot' }, 'INELIGIBLE_SPOT'],
    ['whose meter only sounds like it', { meterName: 'Spotlight' }, 'ELIGIBLE_NOT_EARNED'],
    ['paid by Azure credit', { creditType: 'azure-credit' }, 'OFFSET_BY_AZURE_CREDIT'],
    ['of another provider', { provider: 'Microsoft 365' }, 'INELIGIBLE_PRODUCT'],
    ['of Office', { provider: null, productName: 'Office 365 E3' }, 'INELIGIBLE_PRODUCT'],
    ['of Dynamics', { provider: null, productName: 'Dynamics 365 Sales' }, 'INELIGIBLE_PRODUCT'],
    ['of telephony', { productName: 'Voice - PSTN Outbound' }, 'INELIGIBLE_PRODUCT'],
    ['at no price', { isPriceZero: true }, 'ZERO_PRICE'],
    ['of no amount', { isAmountZero: true }, 'ZERO_PRICE'],
    ['with blank flag and rate', { credited: null, creditRateFraction: null }, 'CREDIT_UNKNOWN'],
    ['with a blank rate beside its flag', { creditRateFraction: null }, 'ELIGIBLE_NOT_EARNED'],
    ['with a rate of nothing and a blank flag', { credited: null }, 'ELIGIBLE_NOT_EARNED'],
    ['that could have earned', {}, 'ELIGIBLE_NOT_EARNED'],
  ])('%s', (_name, traits, costClass) => {
    expect(classOf(traits)).toBe(costClass);
  });

  it('is the first that matches, in the order of the rule', () => {
    const everything: Partial<CostTraits> = {
      credited: true,
      publisherType: 'Marketplace',
      pricingModel: 'reservation',
      benefit: 'savings-plan',
      meterName: 'Spot',
      creditType: 'azure-credit',
      provider: 'Office',
      isAmountZero: true,
      creditRateFraction: null,
    };
    const without: [Partial<CostTraits>, CostClass][] = [
      [{}, 'EARNED'],
      [{ credited: null }, 'INELIGIBLE_MARKETPLACE'],
      [{ publisherType: 'Microsoft' }, 'INELIGIBLE_RESERVATION'],
      [{ pricingModel: 'spot' }, 'INELIGIBLE_SAVINGS_PLAN'],
      [{ benefit: null }, 'INELIGIBLE_SPOT'],
      [{ meterName: 'D2', pricingModel: 'on-demand' }, 'OFFSET_BY_AZURE_CREDIT'],
      [{ creditType: 'none' }, 'INELIGIBLE_PRODUCT'],
      [{ provider: 'Azure' }, 'ZERO_PRICE'],
      [{ isAmountZero: false }, 'CREDIT_UNKNOWN'],
      [{ credited: false }, 'ELIGIBLE_NOT_EARNED'],
    ];
    let traits = everything;
    for (const [change, costClass] of without) {
      traits = { ...traits, ...change };
      expect(classOf(traits)).toBe(costClass);
    }
  });
});
