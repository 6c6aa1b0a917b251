import { CUSTOMER, SUBSCRIPTION } from './cost-csv.ts';

export const COMMERCE = '99999999-0000-4000-8000-000000000009';

/** A line of daily rated usage that earned, as Partner Center writes it. */
export const RATED = {
  PartnerId: '11111111-0000-4000-8000-000000000001',
  CustomerId: CUSTOMER,
  CustomerName: 'Fabrikam',
  InvoiceNumber: 'G000000001',
  ProductId: 'DZH318Z0BQ4L',
  SkuId: '0001',
  AvailabilityId: 'DZH318Z0BQ4W',
  SubscriptionId: COMMERCE,
  EntitlementId: SUBSCRIPTION.toUpperCase(),
  UsageDate: '11/03/2026',
  PublisherName: 'Microsoft',
  ProductName: 'Virtual Machines',
  MeterCategory: 'Virtual Machines',
  ResourceGroup: 'RG-Web',
  ChargeType: 'new',
  UnitPrice: '0.1',
  Quantity: '100',
  BillingPreTaxTotal: '8.5',
  BillingCurrency: 'EUR',
  PricingPreTaxTotal: '9.35',
  PricingCurrency: 'USD',
  EffectiveUnitPrice: '0.085',
  PartnerEarnedCreditPercentage: '15',
  CreditType: 'Partner Earned Credit Applied',
  BenefitType: '',
};

export type RatedLine = Partial<typeof RATED>;

export function ratedCsv(lines: readonly RatedLine[], delimiter = ','): string {
  const cells = lines.map((line) => Object.values({ ...RATED, ...line }));
  return [Object.keys(RATED), ...cells].map((row) => row.join(delimiter)).join('\n');
}

/** One line on each of the first days of November. */
export const novemberDays = (count: number): RatedLine[] =>
  Array.from({ length: count }, (_one, day) => ({
    UsageDate: `2026-11-${String(day + 1).padStart(2, '0')}`,
  }));
