import { COST_COLUMNS, findHeaders, layoutOf, type CostColumn } from './columns.ts';
import { CostFileFailure } from './failure.ts';
import { cellOf } from './keep-lines.ts';

/** What a file of cost is; told by its headers, never by its name. */
export const COST_FILE_KINDS = ['cost-details', 'daily-rated-usage', 'focus'] as const;
export type CostFileKind = (typeof COST_FILE_KINDS)[number];

type Headers = Partial<Record<CostColumn, readonly string[]>>;

/** Partner Center: EntitlementId is the Azure subscription, SubscriptionId the commerce one (costdata.md section 2). */
const DAILY_RATED_USAGE = {
  tenantId: ['CustomerId'],
  customerName: ['CustomerName'],
  subscriptionId: ['EntitlementId'],
  day: ['UsageDate'],
  currency: ['BillingCurrency'],
  net: ['BillingPreTaxTotal'],
  netUsd: ['PricingPreTaxTotal'],
  creditRate: ['PartnerEarnedCreditPercentage'],
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
  resourceGroup: ['ResourceGroup'],
  resourceId: ['ResourceURI'],
  resourceLocation: ['ResourceLocation'],
  quantity: ['Quantity'],
  unitOfMeasure: ['Unit', 'UnitType'],
} as const satisfies Headers;

const FOCUS = {
  tenantId: ['x_CustomerId'],
  customerName: ['x_CustomerName'],
  subscriptionId: ['SubAccountId'],
  day: ['ChargePeriodStart'],
  currency: ['BillingCurrency'],
  net: ['BilledCost'],
  netUsd: ['x_BilledCostInUsd'],
  credited: ['x_PartnerCreditApplied'],
  creditRate: ['x_PartnerCreditRate'],
  publisherName: ['PublisherName'],
  chargeType: ['ChargeCategory'],
  pricingModel: ['x_PricingModel'],
  benefitId: ['CommitmentDiscountId'],
  benefitType: ['CommitmentDiscountType'],
  productName: ['x_SkuDescription'],
  meterName: ['x_SkuMeterName'],
  service: ['x_SkuMeterCategory', 'ServiceName'],
  unitPrice: ['ContractedUnitPrice'],
  marketPrice: ['ListUnitPrice'],
  effectivePrice: ['x_EffectiveUnitPrice'],
  resourceGroup: ['x_ResourceGroupName'],
  resourceId: ['ResourceId'],
  quantity: ['PricingQuantity'],
  unitOfMeasure: ['PricingUnit'],
} as const satisfies Headers;

export type FileCells = { kind: CostFileKind; cells: Record<CostColumn, string> };

/** Headers by which each kind is told from all others. */
const SIGNS = {
  daily: ['EntitlementId', 'BillingPreTaxTotal'],
  focus: ['BilledCost', 'ChargePeriodStart'],
  reconciliation: ['PriceAdjustmentDescription', 'BillableQuantity'],
  details: ['costInBillingCurrency'],
} as const;

const hasAll = (headers: readonly string[], names: readonly string[]): boolean =>
  names.every((name) => findHeaders({ name: [name] }, headers).name !== null);

/** Of what the file is, and the SQL of each of our columns. */
export function recogniseFile(headers: readonly string[]): FileCells {
  if (hasAll(headers, SIGNS.reconciliation)) {
    throw new CostFileFailure(
      'This is an invoice reconciliation file: it sums a month and tells no days. Import the daily rated usage of the same invoice.',
    );
  }
  if (hasAll(headers, SIGNS.daily)) return dailyCells(headers);
  if (hasAll(headers, SIGNS.focus)) {
    return { kind: 'focus', cells: cellsOf(requireAll('FOCUS export', FOCUS, headers)) };
  }
  if (hasAll(headers, SIGNS.details)) return detailCells(headers);
  throw new CostFileFailure(
    'No known file of cost: its first line has to name the columns of cost details, a FOCUS export or Partner Center daily rated usage.',
  );
}

const NEEDED: readonly CostColumn[] = ['tenantId', 'subscriptionId', 'day', 'currency', 'net'];

function requireAll<Names extends Headers>(what: string, names: Names, headers: readonly string[]) {
  // A map of aliases for some of our columns.
  const aliases = names as Readonly<Record<string, readonly string[]>>;
  const found = findHeaders(aliases, headers);
  const missing = NEEDED.filter((column) => (found[column] ?? null) === null);
  if (missing.length === 0) return found;
  const columns = missing.map((column) => aliases[column]?.[0] ?? column).join(', ');
  throw new CostFileFailure(`This ${what} lacks the column ${columns}. Download it again with all columns.`);
}

// One entry for each column.
const cellsOf = (found: Readonly<Record<string, string | null>>): Record<CostColumn, string> =>
  Object.fromEntries(COST_COLUMNS.map((column) => [column, cellOf(found[column] ?? null)])) as Record<
    CostColumn,
    string
  >;

function detailCells(headers: readonly string[]): FileCells {
  const layout = layoutOf(headers);
  if (layout.tenantId === null) {
    throw new CostFileFailure(
      'These cost details name no customer (customerTenantId), as those of a single subscription do; partner earned credit is not in them. Export them at the billing account, a billing profile or a customer.',
    );
  }
  return { kind: 'cost-details', cells: cellsOf(layout) };
}

function dailyCells(headers: readonly string[]): FileCells {
  const found = requireAll('daily rated usage file', DAILY_RATED_USAGE, headers);
  const cells = cellsOf(found);
  const currency = cellOf(findHeaders({ currency: ['PricingCurrency'] }, headers).currency);
  return {
    kind: 'daily-rated-usage',
    cells: {
      ...cells,
      // 15 is a percentage; 0.15 has been seen as a fraction.
      creditRate: `case when try_cast(${cells.creditRate} as double) >= 1
        then ${cells.creditRate} || '%' else ${cells.creditRate} end`,
      netUsd: `case when upper(${currency}) = 'USD' then ${cells.netUsd} else '' end`,
    },
  };
}
