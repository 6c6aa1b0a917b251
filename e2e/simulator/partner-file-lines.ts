import { priceText, type Cells, type Column } from './cost-details-csv.ts';
import { chargeTypeOf, usdMicros, usdPerUnit } from './cost-line-facts.ts';
import {
  dayText,
  ourPrice,
  productIdOf,
  quantityText,
  resourceIdOf,
  textOfMicros,
  unitPrice,
} from './cost-details-csv.ts';
import type { ChargeKind } from './worlds/cost-types.ts';
import { guidOf } from './worlds/seeded.ts';

const blank = (): string => '';
const percentOf =
  (yes: string) =>
  ({ facts: { credited } }: Cells): string =>
    credited === null ? '' : credited ? yes : '0';

/** The order at Microsoft's shop, which is no Azure subscription. */
export const commerceIdOf = ({ payer }: Pick<Cells, 'payer'>): string =>
  guidOf('commerce', payer.customer.tenantId);

const partnerName = ({ world }: Cells): string => world.managingTenant.displayName;
const invoiceNumber = 'G091234567';

/** The 55 columns of daily rated usage. */
export const RATED_USAGE: readonly Column[] = [
  ['PartnerId', ({ world }) => world.managingTenant.tenantId],
  ['PartnerName', partnerName],
  ['CustomerId', ({ payer }) => payer.customer.tenantId],
  ['CustomerName', ({ payer }) => payer.customer.displayName],
  ['CustomerDomainName', ({ payer }) => payer.customer.domain],
  ['CustomerCountry', () => 'SE'],
  ['MpnId', () => '1234567'],
  ['Tier2MpnId', ({ payer }) => payer.subscription?.billing?.resellerId ?? ''],
  ['InvoiceNumber', () => invoiceNumber],
  ['ProductId', ({ facts }) => productIdOf(facts.service.productName)],
  ['SkuId', () => '0001'],
  ['AvailabilityId', ({ facts }) => productIdOf(`availability ${facts.service.productName}`)],
  ['SkuName', ({ facts }) => facts.service.meterName],
  ['ProductName', ({ facts }) => facts.service.productName],
  ['PublisherName', ({ facts }) => facts.service.publisherName],
  ['PublisherId', blank],
  ['SubscriptionDescription', () => 'Azure plan'],
  ['SubscriptionId', commerceIdOf],
  ['ChargeStartDate', ({ line }) => `${line.day.slice(0, 7)}-01T00:00:00Z`],
  ['ChargeEndDate', ({ line }) => `${line.day.slice(0, 7)}-28T00:00:00Z`],
  ['UsageDate', ({ line }) => dayText(line.day)],
  ['MeterType', ({ facts }) => facts.service.unitOfMeasure],
  ['MeterCategory', ({ facts }) => facts.service.meterCategory],
  ['MeterId', ({ facts }) => guidOf('meter', facts.service.meterName)],
  ['MeterSubCategory', ({ facts }) => facts.service.meterSubCategory],
  ['MeterName', ({ facts }) => facts.service.meterName],
  ['MeterRegion', () => 'EU North'],
  ['Unit', ({ facts }) => facts.service.unitOfMeasure],
  ['ResourceLocation', () => 'northeurope'],
  ['ConsumedService', ({ facts }) => facts.service.consumedService],
  ['ResourceGroup', ({ line }) => line.resourceGroup.toUpperCase()],
  ['ResourceURI', (cells) => resourceIdOf(cells).toUpperCase()],
  ['ChargeType', () => 'new'],
  ['UnitPrice', (cells) => priceText(ourPrice(cells))],
  ['Quantity', quantityText],
  ['UnitType', ({ facts }) => facts.service.unitOfMeasure],
  ['BillingPreTaxTotal', ({ line }) => textOfMicros(line.micros)],
  ['BillingCurrency', ({ line }) => line.currency],
  ['PricingPreTaxTotal', ({ line }) => textOfMicros(usdMicros(line))],
  ['PricingCurrency', () => 'USD'],
  ['ServiceInfo1', blank],
  ['ServiceInfo2', blank],
  ['Tags', () => '"environment": "production"'],
  ['AdditionalInfo', ({ facts }) => JSON.stringify({ ServiceType: facts.service.meterName })],
  ['EffectiveUnitPrice', ({ line, facts }) => priceText(unitPrice(line.micros, facts))],
  ['PCToBCExchangeRate', ({ line }) => priceText(1 / usdPerUnit(line.currency))],
  ['PCToBCExchangeRateDate', ({ line }) => `${line.day.slice(0, 7)}-01T00:00:00Z`],
  ['EntitlementId', ({ line }) => line.subscriptionId ?? ''],
  ['EntitlementDescription', ({ payer }) => payer.subscription?.displayName ?? ''],
  ['PartnerEarnedCreditPercentage', percentOf('15')],
  ['CreditPercentage', ({ facts }) => (facts.creditType.startsWith('Azure credit') ? '100' : '0')],
  ['CreditType', ({ facts }) => facts.creditType],
  ['BenefitOrderId', blank],
  ['BenefitId', blank],
  ['BenefitType', blank],
];

/** Neither commitments nor what is no Azure is in daily rated usage (costdata.md section 5, 2026-11-21). */
export const NOT_RATED: readonly ChargeKind[] = [
  'reservation-purchase',
  'reservation-usage',
  'savings-plan',
  'other-product',
];

const CATEGORY: Readonly<Record<string, string>> = { Usage: 'Usage', Purchase: 'Purchase', Refund: 'Usage' };
const commitment = ({ facts }: Cells): string => {
  if (facts.hasReservation) return 'Reservation';
  return facts.hasBenefit ? 'Savings Plan' : '';
};

/** A FOCUS export with the columns that the FinOps toolkit adds for partners. */
export const FOCUS: readonly Column[] = [
  ['BilledCost', ({ line }) => textOfMicros(line.micros)],
  ['BillingAccountId', ({ world }) => world.partner.billingAccountName],
  ['BillingCurrency', ({ line }) => line.currency],
  ['ChargeCategory', ({ line }) => CATEGORY[chargeTypeOf(line)] ?? 'Usage'],
  ['ChargeClass', ({ line }) => (line.micros < 0 ? 'Correction' : '')],
  ['ChargePeriodStart', ({ line }) => `${line.day}T00:00:00Z`],
  ['ChargePeriodEnd', ({ line }) => `${line.day}T23:59:59Z`],
  [
    'CommitmentDiscountId',
    (cells) => (commitment(cells) === '' ? '' : guidOf('commitment', commitment(cells))),
  ],
  ['CommitmentDiscountType', commitment],
  ['ContractedUnitPrice', (cells) => priceText(ourPrice(cells))],
  ['EffectiveCost', ({ line }) => textOfMicros(line.micros)],
  ['ListUnitPrice', (cells) => priceText(ourPrice(cells) / cells.facts.negotiated)],
  ['PricingQuantity', quantityText],
  ['ProviderName', () => 'Microsoft'],
  ['PublisherName', ({ facts }) => facts.service.publisherName],
  ['RegionId', () => 'northeurope'],
  ['ResourceId', resourceIdOf],
  ['ServiceName', ({ facts }) => facts.service.meterCategory],
  [
    'SubAccountId',
    ({ line }) => (line.subscriptionId === null ? '' : `/subscriptions/${line.subscriptionId}`),
  ],
  ['Tags', () => '{"environment":"production"}'],
  ['x_BilledCostInUsd', ({ line }) => textOfMicros(usdMicros(line))],
  ['x_CustomerId', ({ payer }) => payer.customer.tenantId],
  ['x_CustomerName', ({ payer }) => payer.customer.displayName],
  ['x_EffectiveUnitPrice', ({ line, facts }) => priceText(unitPrice(line.micros, facts))],
  ['x_PartnerCreditApplied', ({ facts: { credited } }) => (credited === null ? '' : String(credited))],
  ['x_PartnerCreditRate', percentOf('0.15')],
  ['x_PricingModel', ({ facts }) => facts.pricingModel],
  ['x_ResourceGroupName', ({ line }) => line.resourceGroup],
  ['x_SkuDescription', ({ facts }) => facts.service.productName],
  ['x_SkuMeterCategory', ({ facts }) => facts.service.meterCategory],
  ['x_SkuMeterName', ({ facts }) => facts.service.meterName],
];
