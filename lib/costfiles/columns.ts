import { CostFileFailure } from './failure.ts';

/** Our names of the columns of cost lines, and the headers they go by in some data set or version. */
export const DETAIL_HEADERS = {
  tenantId: ['customerTenantId', 'customerTenantGuid'],
  customerName: ['customerName'],
  billingProfileId: ['billingProfileId'],
  subscriptionId: ['subscriptionId', 'subscriptionGuid'],
  day: ['date', 'usageDate', 'usageDateTime'],
  currency: ['billingCurrency', 'billingCurrencyCode'],
  net: ['costInBillingCurrency'],
  netUsd: ['costInUsd'],
  credited: ['partnerEarnedCreditApplied'],
  creditRate: ['partnerEarnedCreditRate'],
  creditType: ['creditType'],
  publisherType: ['publisherType'],
  publisherName: ['publisherName'],
  chargeType: ['chargeType'],
  pricingModel: ['pricingModel'],
  reservationId: ['reservationId'],
  benefitId: ['benefitId'],
  benefitType: ['benefitType'],
  provider: ['provider'],
  productName: ['productName', 'product'],
  meterName: ['meterName'],
  service: ['meterCategory', 'serviceName', 'consumedService'],
  unitPrice: ['unitPrice'],
  marketPrice: ['payGPrice', 'marketPrice'],
  effectivePrice: ['effectivePrice'],
  resourceGroup: ['resourceGroupName', 'resourceGroup'],
  resourceId: ['resourceId', 'instanceId', 'instanceName'],
  resourceLocation: ['resourceLocation'],
  quantity: ['quantity'],
  unitOfMeasure: ['unitOfMeasure'],
  invoiceId: ['invoiceId'],
  productId: ['productId'],
  skuId: ['skuId'],
  availabilityId: ['availabilityId'],
  commerceSubscriptionId: ['productOrderId'],
  benefitOrderId: ['benefitOrderId'],
  pricingNet: ['costInPricingCurrency'],
  pricingCurrency: ['pricingCurrency', 'pricingCurrencyCode'],
  exchangeRate: ['exchangeRatePricingToBilling', 'exchangeRate'],
} as const satisfies Record<string, readonly string[]>;

export type CostColumn = keyof typeof DETAIL_HEADERS;

// The keys of a constant are the names that its type lists.
export const COST_COLUMNS = Object.keys(DETAIL_HEADERS) as readonly CostColumn[];

const REQUIRED: readonly CostColumn[] = ['subscriptionId', 'day', 'currency', 'net'];

/** Which header of a file carries which column; null where none does. */
export type CostLayout = Readonly<Record<CostColumn, string | null>>;

/** Headers differ in case and spacing only. */
export const plainHeader = (header: string): string => header.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** Which of these headers a file has, in whatever case; headers differ by data set and version. */
export function findHeaders<Column extends string>(
  names: Readonly<Record<Column, readonly string[]>>,
  headers: readonly string[],
): Record<Column, string | null> {
  // Of two columns of one name the first is meant.
  const found = new Map(headers.toReversed().map((header) => [plainHeader(header), header]));
  const entries = Object.entries<readonly string[]>(names).map(([column, aliases]) => {
    const header = aliases.map((name) => found.get(plainHeader(name))).find((name) => name !== undefined);
    return [column, header ?? null] as const;
  });
  // One entry for each of the columns.
  return Object.fromEntries(entries) as Record<Column, string | null>;
}

/** Headers differ in case by data set and version (costdata.md section 2, 2026-11-21). */
export function layoutOf(headers: readonly string[]): CostLayout {
  const layout = findHeaders(DETAIL_HEADERS, headers);
  const missing = REQUIRED.filter((column) => layout[column] === null);
  if (missing.length === 0) return layout;
  throw new CostFileFailure(
    `columns: no ${missing.map((column) => DETAIL_HEADERS[column][0]).join(', no ')}`,
  );
}
