/** The columns of cost details at partner scopes that the reader knows, and some that it passes over. */
export const PARTNER_HEADERS = [
  'invoiceId',
  'billingProfileId',
  'customerTenantId',
  'customerName',
  'date',
  'meterName',
  'meterCategory',
  'ProductName',
  'SubscriptionId',
  'publisherType',
  'publisherName',
  'resourceGroupName',
  'ResourceId',
  'quantity',
  'chargeType',
  'billingCurrency',
  'costInBillingCurrency',
  'costInUsd',
  'tags',
  'partnerEarnedCreditRate',
  'partnerEarnedCreditApplied',
  'PayGPrice',
  'effectivePrice',
  'reservationId',
  'PricingModel',
  'unitPrice',
  'benefitId',
  'provider',
] as const;

export type CsvLine = Partial<Record<(typeof PARTNER_HEADERS)[number], string>>;

export const CUSTOMER = 'cccccccc-0000-4000-8000-000000000001';
export const SUBSCRIPTION = '55555555-0000-4000-8000-000000000001';

/** A line of ordinary usage that earned nothing. */
export const USAGE: CsvLine = {
  customerTenantId: CUSTOMER,
  date: '11/03/2026',
  meterName: 'D2s v5',
  meterCategory: 'Virtual Machines',
  ProductName: 'Virtual Machines Dsv5 Series - D2s v5 - EU West',
  SubscriptionId: SUBSCRIPTION,
  publisherType: 'Microsoft',
  publisherName: 'Microsoft',
  resourceGroupName: 'RG-Web',
  ResourceId: `/SUBSCRIPTIONS/${SUBSCRIPTION.toUpperCase()}/resourceGroups/RG-Web/providers/Microsoft.Compute/virtualMachines/web-1`,
  chargeType: 'Usage',
  billingCurrency: 'EUR',
  costInBillingCurrency: '10',
  costInUsd: '10.9',
  partnerEarnedCreditRate: '0',
  partnerEarnedCreditApplied: '0',
  PayGPrice: '0.1',
  effectivePrice: '0.1',
  PricingModel: 'OnDemand',
  unitPrice: '0.1',
  provider: 'Azure',
};

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export const csvOf = (
  lines: readonly CsvLine[],
  headers: readonly (typeof PARTNER_HEADERS)[number][] = PARTNER_HEADERS,
): string =>
  [headers, ...lines.map((line) => headers.map((header) => line[header] ?? ''))]
    .map((cells) => cells.map(quoted).join(','))
    .join('\r\n');
