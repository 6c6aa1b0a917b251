import type { CostClass } from './cost-classes.ts';
import type { ChargeType, CreditType, PricingModel } from './cost-values.ts';
import type { Decimal } from './money.ts';

/** What the class of a cost line hangs on; null where the data set does not say. */
export type CostTraits = {
  /** At subscription scope no data set tells flag or rate. */
  credited: boolean | null;
  creditRateFraction: Decimal | null;
  creditType: CreditType | null;
  publisherType: string | null;
  publisherName: string | null;
  chargeType: ChargeType | null;
  pricingModel: PricingModel | null;
  hasReservation: boolean;
  benefit: 'reservation' | 'savings-plan' | 'other' | null;
  /** Tags of the price list, such as Third Party. */
  tags: string | null;
  provider: string | null;
  productName: string | null;
  meterName: string | null;
  isPriceZero: boolean;
  isAmountZero: boolean;
};

export const MICROSOFT_PUBLISHER = /^(microsoft|azure)\b/i;

function isMarketplace({ publisherType, publisherName, tags }: CostTraits): boolean {
  if (publisherType !== null && /^marketplace$/i.test(publisherType)) return true;
  if (tags !== null && /third[\s-]?party/i.test(tags)) return true;
  return publisherName !== null && !MICROSOFT_PUBLISHER.test(publisherName);
}

const isSavingsPlan = ({ pricingModel, benefit }: CostTraits): boolean =>
  pricingModel === 'savings-plan' || benefit === 'savings-plan';

const isReserved = ({ pricingModel, benefit, hasReservation }: CostTraits): boolean =>
  pricingModel === 'reservation' || benefit === 'reservation' || hasReservation;

/** Usage is metered: what Microsoft itself sells by purchase under an Azure plan is a commitment. */
const isCommitment = (traits: CostTraits): boolean =>
  isReserved(traits) || (traits.chargeType === 'purchase' && !isSavingsPlan(traits));

/** Of a meter or a product. */
export const SPOT_NAME = /\bspot\b/i;

const isSpot = ({ pricingModel, meterName, productName }: CostTraits): boolean =>
  pricingModel === 'spot' || [meterName, productName].some((name) => name !== null && SPOT_NAME.test(name));

const AZURE_PROVIDER = /azure/i;
/** Billed beside Azure, never managed through it (costdata.md section 5, 2026-11-21). */
export const OTHER_PRODUCTS =
  /^(microsoft 365|office|dynamics|power (bi|apps|automate|platform|pages)|windows 365|teams (phone|calling))|\btelephony\b|\bpstn\b|\bcalling plan\b/i;

const isOtherProduct = ({ provider, productName }: CostTraits): boolean =>
  (provider !== null && !AZURE_PROVIDER.test(provider)) ||
  (productName !== null && OTHER_PRODUCTS.test(productName));

const TESTS: readonly [CostClass, (traits: CostTraits) => boolean][] = [
  ['EARNED', ({ credited, creditRateFraction }) => credited === true || creditRateFraction?.gt(0) === true],
  ['INELIGIBLE_MARKETPLACE', isMarketplace],
  ['INELIGIBLE_RESERVATION', isCommitment],
  ['INELIGIBLE_SAVINGS_PLAN', isSavingsPlan],
  ['INELIGIBLE_SPOT', isSpot],
  ['OFFSET_BY_AZURE_CREDIT', ({ creditType }) => creditType === 'azure-credit'],
  ['INELIGIBLE_PRODUCT', isOtherProduct],
  ['ZERO_PRICE', ({ isPriceZero, isAmountZero }) => isPriceZero || isAmountZero],
  ['CREDIT_UNKNOWN', ({ credited, creditRateFraction }) => credited === null && creditRateFraction === null],
];

/** Exactly one class, the first that matches (costdata.md section 5, 2026-11-21). */
export const classifyLine = (traits: CostTraits): CostClass =>
  TESTS.find(([, matches]) => matches(traits))?.[0] ?? 'ELIGIBLE_NOT_EARNED';
