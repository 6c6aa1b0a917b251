import type { CostTraits } from '#lib/core/cost-lines.ts';
import {
  parseChargeType,
  parseCreditType,
  parseFlag,
  parsePricingModel,
  parseRate,
} from '#lib/core/cost-values.ts';
import type { CostColumn } from './columns.ts';

/** Columns whose values decide the class of a line, as they stand. */
const TEXTS = [
  'credited',
  'creditRate',
  'creditType',
  'publisherType',
  'publisherName',
  'chargeType',
  'pricingModel',
  'benefitType',
  'provider',
  'productName',
  'meterName',
] as const satisfies readonly CostColumn[];

/** Of these columns only this much matters; whole, they would make every line a kind of its own. */
const SIGNS = {
  hasReservation: `"reservationId" <> ''`,
  inSavingsPlan: `contains(lower("benefitId"), '/savingsplanorders/')`,
  inReservationOrder: `contains(lower("benefitId"), '/reservationorders/')`,
  isPriceZero: `coalesce(try_cast("unitPrice" as double) = 0, false)`,
  isAmountZero: `try_cast("net" as double) = 0`,
} as const;

type Text = (typeof TEXTS)[number];
type Sign = keyof typeof SIGNS;
export type Kind = Record<Text, string> & Record<Sign, boolean>;

export const KIND_TEXTS: readonly Text[] = TEXTS;
export const KIND_SIGNS: readonly (readonly [string, string])[] = Object.entries(SIGNS);

/** Names lines of one kind alike: they share their class. Kinds are far too few for two of them to share a name. */
export const KIND_KEY = `hash(${[
  ...TEXTS.map((name) => `"${name}"`),
  ...Object.values(SIGNS).map((sql) => `coalesce(${sql}, false)`),
].join(', ')})`;

const orNull = (text: string): string | null => (text === '' ? null : text);

function benefitOf({ benefitType, inSavingsPlan, inReservationOrder }: Kind): CostTraits['benefit'] {
  const named = benefitType.toLowerCase().replaceAll(/[^a-z]/g, '');
  if (named === 'savingsplan' || inSavingsPlan) return 'savings-plan';
  if (named === 'reservation' || inReservationOrder) return 'reservation';
  return named === '' ? null : 'other';
}

export const traitsOf = (kind: Kind): CostTraits => ({
  credited: parseFlag(kind.credited),
  creditRateFraction: parseRate(kind.creditRate),
  creditType: parseCreditType(kind.creditType),
  publisherType: orNull(kind.publisherType),
  publisherName: orNull(kind.publisherName),
  chargeType: parseChargeType(kind.chargeType),
  pricingModel: parsePricingModel(kind.pricingModel),
  hasReservation: kind.hasReservation,
  benefit: benefitOf(kind),
  tags: null,
  provider: orNull(kind.provider),
  productName: orNull(kind.productName),
  meterName: orNull(kind.meterName),
  isPriceZero: kind.isPriceZero,
  isAmountZero: kind.isAmountZero,
});
