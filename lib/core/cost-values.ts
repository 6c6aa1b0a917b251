import { parseDecimal, requireDecimal, timesRatio, type Decimal } from './money.ts';

/** Value forms of cost data, which differ by data set and version (costdata.md section 2, 2026-11-21). */

const FLAGS = new Map([
  ['1', true],
  ['true', true],
  ['yes', true],
  ['0', false],
  ['false', false],
  ['no', false],
]);

/** Blank is unknown, not false. */
export const parseFlag = (text: string): boolean | null => FLAGS.get(text.trim().toLowerCase()) ?? null;

const ONE = requireDecimal('1');
const HUNDRED = requireDecimal('100');

/** A fraction; 15, '15%' and '15.0 %' are 0.15. null for blank, and for what is no rate. */
export function parseRate(text: string): Decimal | null {
  const trimmed = text.trim();
  const percent = trimmed.endsWith('%');
  const value = parseDecimal(percent ? trimmed.slice(0, -1) : trimmed);
  if (value === null || value.lt(0)) return null;
  const fraction = percent || value.gt(1) ? value.times('0.01') : value;
  return fraction.gt(1) ? null : fraction;
}

/** A percentage whatever its size: 1 is one percent (PartnerEarnedCreditPercentage). */
export function parsePercentage(text: string): Decimal | null {
  const value = parseDecimal(text.trim().replace(/\s*%$/, ''));
  return value === null || value.lt(0) || value.gt(HUNDRED) ? null : value.times('0.01');
}

const ADJUSTMENT = /(\d+(?:\.\d+)?)\s*% Partner earned credit/i;

/** The credit among the adjustments of a reconciliation line; other discounts stand beside it in any order. */
export function parsePriceAdjustment(text: string): Decimal | null {
  const found = ADJUSTMENT.exec(text)?.[1];
  return found === undefined ? null : parsePercentage(found);
}

export const CREDIT_TYPES = ['none', 'azure-credit', 'partner-earned-credit', 'other'] as const;
export type CreditType = (typeof CREDIT_TYPES)[number];

/** null for blank: the data set does not say. */
export function parseCreditType(text: string): CreditType | null {
  const plain = text.trim().toLowerCase();
  if (plain === '') return null;
  if (plain.startsWith('azure credit')) return 'azure-credit';
  if (plain.startsWith('partner earned credit')) return 'partner-earned-credit';
  return plain === 'credit not applied' ? 'none' : 'other';
}

export const PRICING_MODELS = ['on-demand', 'reservation', 'spot', 'savings-plan', 'other'] as const;
export type PricingModel = (typeof PRICING_MODELS)[number];

/** 'On Demand' and 'OnDemand' are one. */
export function parsePricingModel(text: string): PricingModel | null {
  const plain = text.toLowerCase().replace(/[^a-z]/g, '');
  if (plain === '') return null;
  if (plain === 'ondemand') return 'on-demand';
  if (plain === 'savingsplan') return 'savings-plan';
  return plain === 'reservation' || plain === 'spot' ? plain : 'other';
}

export const CHARGE_TYPES = ['usage', 'purchase', 'refund', 'other'] as const;
export type ChargeType = (typeof CHARGE_TYPES)[number];

/** UnusedReservation and the like of amortised data are 'other': their pricing model tells their class. */
export function parseChargeType(text: string): ChargeType | null {
  const plain = text.trim().toLowerCase();
  if (plain === '') return null;
  return plain === 'usage' || plain === 'purchase' || plain === 'refund' ? plain : 'other';
}

/** Credit received by an amount of this rate: net x r / (1 - r), as plain texts. null where a rate of 1 leaves nothing to divide by. */
export function creditAtRate(rateFraction: Decimal): (net: string) => string | null {
  const credit = timesRatio(rateFraction, ONE.minus(rateFraction));
  return (net) => credit?.(net) ?? null;
}
