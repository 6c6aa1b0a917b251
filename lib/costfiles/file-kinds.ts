import { tellFileReason } from '#lib/core/file-reasons.ts';
import { numberForm, NUMBERS, type DecimalMark } from './cell-forms.ts';
import { PRICES } from './prices.ts';
import { COST_COLUMNS, DETAIL_HEADERS, findHeaders, plainHeader, type CostColumn } from './columns.ts';
import { CostFileFailure } from './failure.ts';
import { cellOf } from './keep-lines.ts';

/** What a file of cost is; told by its headers, never by its name. */
export const COST_FILE_KINDS = [
  'cost-details',
  'daily-rated-usage',
  'focus',
  'reconciliation',
  'line-items',
] as const;
export type CostFileKind = (typeof COST_FILE_KINDS)[number];

type Headers = Partial<Record<CostColumn, readonly string[]>>;

/**
 * Partner Center: EntitlementId is the Azure subscription, SubscriptionId the commerce one (costdata.md section 2,
 * 2026-11-21). Line items of the interfaces have the same columns, some under other names.
 */
const DAILY_RATED_USAGE = {
  tenantId: ['CustomerId'],
  customerName: ['CustomerName', 'CustomerCompanyName'],
  subscriptionId: ['EntitlementId'],
  day: ['UsageDate'],
  currency: ['BillingCurrency'],
  net: ['BillingPreTaxTotal'],
  credited: ['HasPartnerEarnedCredit'],
  creditRate: ['PartnerEarnedCreditPercentage', 'RateOfPartnerEarnedCredit'],
  creditType: ['CreditType'],
  publisherName: ['PublisherName'],
  chargeType: ['ChargeType'],
  benefitId: ['BenefitId'],
  benefitType: ['BenefitType'],
  productName: ['ProductName'],
  meterName: ['MeterName'],
  service: ['MeterCategory', 'ConsumedService'],
  unitPrice: ['UnitPrice'],
  effectivePrice: ['EffectiveUnitPrice'],
  resourceGroup: ['ResourceGroup', 'ResourceGroupName'],
  resourceId: ['ResourceURI'],
  resourceLocation: ['ResourceLocation'],
  quantity: ['Quantity'],
  unitOfMeasure: ['Unit', 'UnitOfMeasure', 'UnitType'],
  invoiceId: ['InvoiceNumber'],
  productId: ['ProductId'],
  skuId: ['SkuId'],
  availabilityId: ['AvailabilityId'],
  commerceSubscriptionId: ['SubscriptionId'],
  benefitOrderId: ['BenefitOrderId'],
  pricingNet: ['PricingPreTaxTotal'],
  pricingCurrency: ['PricingCurrency'],
  exchangeRate: ['PCToBCExchangeRate'],
} as const satisfies Headers;

/** The FinOps toolkit's names of what FOCUS itself has no column for; names changed between 0.5 and 1.2. */
const FOCUS = {
  tenantId: ['x_CustomerId'],
  customerName: ['x_CustomerName'],
  billingProfileId: ['x_BillingProfileId'],
  subscriptionId: ['SubAccountId'],
  day: ['ChargePeriodStart'],
  currency: ['BillingCurrency'],
  net: ['BilledCost'],
  netUsd: ['x_BilledCostInUsd'],
  credited: ['x_PartnerCreditApplied'],
  creditRate: ['x_PartnerCreditRate'],
  publisherType: ['x_PublisherCategory'],
  publisherName: ['PublisherName'],
  chargeType: ['ChargeCategory', 'ChargeType'],
  pricingModel: ['x_PricingModel', 'x_PricingSubcategory'],
  benefitId: ['CommitmentDiscountId'],
  benefitType: ['CommitmentDiscountType'],
  productName: ['x_SkuDescription', 'ChargeDescription'],
  meterName: ['x_SkuMeterName', 'SkuMeter'],
  service: ['x_SkuMeterCategory', 'ServiceName'],
  unitPrice: ['ContractedUnitPrice', 'x_ContractedUnitPrice', 'x_OnDemandUnitPrice'],
  marketPrice: ['ListUnitPrice', 'x_ListUnitPrice'],
  effectivePrice: ['x_EffectiveUnitPrice'],
  resourceGroup: ['x_ResourceGroupName'],
  resourceId: ['ResourceId'],
  resourceLocation: ['RegionId', 'Region', 'RegionName'],
  quantity: ['PricingQuantity', 'x_PricingQuantity'],
  unitOfMeasure: ['PricingUnit', 'x_PricingUnit'],
  invoiceId: ['InvoiceId', 'x_InvoiceId'],
  exchangeRate: ['x_BillingExchangeRate'],
  pricingCurrency: ['x_PricingCurrency', 'PricingCurrency'],
} as const satisfies Headers;

/** It sums a month by meter and commerce subscription: nothing in it names an Azure subscription or a resource. */
const RECONCILIATION = {
  tenantId: ['CustomerId'],
  customerName: ['CustomerName'],
  day: ['ChargeStartDate'],
  currency: ['Currency', 'BillingCurrency'],
  net: ['Subtotal'],
  creditRate: ['PriceAdjustmentDescription'],
  creditType: ['CreditReasonCode'],
  publisherName: ['PublisherName'],
  chargeType: ['ChargeType'],
  reservationId: ['ReservationOrderId'],
  productName: ['ProductName'],
  meterName: ['MeterDescription'],
  unitPrice: ['UnitPrice'],
  effectivePrice: ['EffectiveUnitPrice'],
  quantity: ['BillableQuantity', 'Quantity'],
  unitOfMeasure: ['UnitType'],
  invoiceId: ['InvoiceNumber'],
  productId: ['ProductId'],
  skuId: ['SkuId'],
  availabilityId: ['AvailabilityId'],
  commerceSubscriptionId: ['SubscriptionId'],
  benefitOrderId: ['ReservationOrderId'],
  pricingCurrency: ['PricingCurrency'],
  exchangeRate: ['PCToBCExchangeRate'],
} as const satisfies Headers;

type Rule = {
  kind: CostFileKind;
  what: string;
  headers: Headers;
  /** Headers that no other kind has, and how many of them tell the kind. */
  signs: readonly string[];
  enough: number;
  needed: readonly CostColumn[];
};

const NEEDED: readonly CostColumn[] = ['tenantId', 'subscriptionId', 'day', 'currency', 'net'];

const RULES: readonly Rule[] = [
  {
    kind: 'reconciliation',
    what: 'invoice reconciliation file',
    headers: RECONCILIATION,
    signs: ['PriceAdjustmentDescription', 'BillableQuantity', 'Subtotal', 'TermAndBillingCycle', 'TaxTotal'],
    enough: 2,
    needed: ['tenantId', 'commerceSubscriptionId', 'day', 'currency', 'net'],
  },
  {
    kind: 'daily-rated-usage',
    what: 'daily rated usage file',
    headers: DAILY_RATED_USAGE,
    signs: ['EntitlementId', 'BillingPreTaxTotal', 'PricingPreTaxTotal', 'ResourceURI', 'CreditPercentage'],
    enough: 2,
    needed: NEEDED,
  },
  {
    kind: 'focus',
    what: 'FOCUS export',
    headers: FOCUS,
    signs: ['BilledCost', 'ChargePeriodStart', 'SubAccountId', 'ChargeCategory', 'ChargePeriodEnd'],
    enough: 2,
    needed: NEEDED,
  },
  {
    kind: 'cost-details',
    what: 'file of cost details',
    headers: DETAIL_HEADERS,
    signs: [
      'costInBillingCurrency',
      'costInPricingCurrency',
      'partnerEarnedCreditApplied',
      'customerTenantId',
    ],
    enough: 1,
    needed: ['subscriptionId', 'day', 'currency', 'net'],
  },
];

const KNOWN = RULES.flatMap(({ headers, signs }) => [...Object.values(headers).flat(), ...signs]);

/** Every header that some kind knows, in its plain form. */
export const KNOWN_HEADERS: readonly string[] = [...new Set(KNOWN.map(plainHeader))];

export type FileHeaders = {
  headers: readonly string[];
  /** Line items come as JSON, with the columns of daily rated usage. */
  isJson: boolean;
  /** Those that more than one column has, in their plain form. */
  twice: readonly string[];
};

export type FileLayout = { kind: CostFileKind; found: Readonly<Record<CostColumn, string | null>> };

/** Of what the file is, and which of its headers carries which of our columns. */
export function recogniseFile({ headers, isJson, twice }: FileHeaders): FileLayout {
  const plain = new Set(headers.map(plainHeader));
  const counted = RULES.map((rule) => ({
    rule,
    signs: rule.signs.filter((sign) => plain.has(plainHeader(sign))).length,
  })).filter(({ rule, signs }) => signs >= rule.enough);
  const [best] = counted.toSorted((left, right) => right.signs - left.signs);
  if (best === undefined) {
    throw new CostFileFailure(tellFileReason('unknown-file', {}));
  }
  const found = requireNeeded(best.rule, headers);
  requireOnce(found, twice);
  const { kind } = best.rule;
  if (kind === 'cost-details') requirePartnerScope(found);
  return { kind: isJson && kind === 'daily-rated-usage' ? 'line-items' : kind, found };
}

function requireNeeded({ what, headers: names, needed }: Rule, headers: readonly string[]) {
  // A map of aliases for some of our columns.
  const aliases = names as Readonly<Record<string, readonly string[]>>;
  const found: Record<string, string | null> = findHeaders(aliases, headers);
  const missing = needed.filter((column) => (found[column] ?? null) === null);
  if (missing.length > 0) {
    const columns = missing.map((column) => aliases[column]?.[0] ?? column).join(', ');
    throw new CostFileFailure(tellFileReason('lacks-columns', { what, columns }));
  }
  // One entry for each column.
  return Object.fromEntries(COST_COLUMNS.map((column) => [column, found[column] ?? null])) as Record<
    CostColumn,
    string | null
  >;
}

/** Nobody can tell which of two columns of one name is meant. */
function requireOnce(found: FileLayout['found'], twice: readonly string[]): void {
  const header = Object.values(found).find((one) => one !== null && twice.includes(plainHeader(one)));
  if (header === undefined || header === null) return;
  throw new CostFileFailure(tellFileReason('column-twice', { column: header }));
}

/** At a subscription amounts are at retail, and no column tells credit (costdata.md section 1, 2026-11-21). */
function requirePartnerScope(found: FileLayout['found']): void {
  const isOfSubscription =
    found.credited === null &&
    found.creditRate === null &&
    found.invoiceId === null &&
    found.billingProfileId === null;
  if (found.tenantId !== null && !isOfSubscription) return;
  throw new CostFileFailure(tellFileReason('retail-cost', {}));
}

/** A percentage whatever its size, but for a fraction that was seen there: 15 and 0.15 are the same. */
const percentage = (cell: string): string =>
  String.raw`regexp_replace(${cell}, '^\+?0*([1-9]\d*(\.\d*)?|1(\.0*)?[eE][+-]?0+)$', '\0%')`;

/** Of adjustments in any order the credit; none of them is none. */
const adjustment = (cell: string): string =>
  `coalesce(nullif(regexp_extract(${cell}, '(\\d+(\\.\\d+)?)\\s*% partner earned credit', 1, 'i'), ''), '0') || '%'`;

/** Of other numbers many lines have the same one. */
const SELDOM_ALIKE: readonly CostColumn[] = ['net', 'netUsd', 'pricingNet', 'quantity'];

/** What is added up. */
const ADDED: readonly CostColumn[] = ['net', 'netUsd'];

/** Daily rated usage, whatever it came as: its dollars are the amount in the pricing currency, where that is USD. */
export const isRated = (kind: CostFileKind): boolean => kind === 'daily-rated-usage' || kind === 'line-items';

type CellOf = (header: string | null) => string;

/** The SQL of a cell by what its column is for. The form of a rate is made where the cell is, as rates are few. */
export type CellForms = {
  textOf: CellOf;
  amountOf: CellOf;
  priceOf: CellOf;
  dayOf: CellOf;
  rateOf: (header: string | null, form: (cell: string) => string) => string;
};

const EVERY_TEXT: CellForms = {
  textOf: cellOf,
  amountOf: cellOf,
  priceOf: cellOf,
  dayOf: cellOf,
  rateOf: (header, form) => form(cellOf(header)),
};

const asItIs = (cell: string): string => cell;

function rateFormOf({ kind, found }: FileLayout): (cell: string) => string {
  if (kind === 'reconciliation') return adjustment;
  const isPercentage = found.creditRate !== null && /percentage/i.test(found.creditRate);
  return isRated(kind) && isPercentage ? percentage : asItIs;
}

/** The SQL of each of our columns, trimmed text all of them unless other forms are given. */
export function cellsOf(
  layout: FileLayout,
  mark: DecimalMark | null,
  { textOf, amountOf, priceOf, dayOf, rateOf }: CellForms = EVERY_TEXT,
): Record<CostColumn, string> {
  const { kind, found } = layout;
  const form = rateFormOf(layout);
  const marked = (cell: string): string => (mark === null ? cell : numberForm(cell, mark));
  const cell = (column: CostColumn): string => {
    const header = found[column];
    if (column === 'day') return dayOf(header);
    if (column === 'creditRate') {
      return rateOf(
        header,
        kind === 'reconciliation' || header === null ? form : (text) => form(marked(text)),
      );
    }
    if (mark === null && ADDED.includes(column)) return amountOf(header);
    if (mark === null && PRICES.includes(column)) return priceOf(header);
    const plain = SELDOM_ALIKE.includes(column) ? cellOf(header) : textOf(header);
    return header === null || !NUMBERS.includes(column) ? plain : marked(plain);
  };
  // One entry for each column.
  const cells = Object.fromEntries(COST_COLUMNS.map((column) => [column, cell(column)])) as Record<
    CostColumn,
    string
  >;
  if (kind === 'reconciliation') return { ...cells, creditType: creditOfAzure(cells.creditType) };
  if (!isRated(kind)) return cells;
  const isUsd = `upper(${cells.pricingCurrency}) = 'USD'`;
  const dollars = mark === null ? `${amountOf(found.pricingNet)} end` : `${cells.pricingNet} else '' end`;
  return { ...cells, netUsd: `case when ${isUsd} then ${dollars}` };
}

const creditOfAzure = (cell: string): string =>
  `case when contains(lower(${cell}), 'azure credit') then 'Azure Credit Applied' else '' end`;
