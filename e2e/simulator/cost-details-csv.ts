import {
  chargeTypeOf,
  CREDIT_RATE,
  factsOf,
  retailMicros,
  usdMicros,
  usdPerUnit,
  type LineFacts,
} from './cost-line-facts.ts';
import type { Payer } from './cost-scopes.ts';
import type { CostLine } from './worlds/cost-types.ts';
import { billingProfileOf } from './worlds/billing.ts';
import { guidOf } from './worlds/seeded.ts';
import type { World } from './worlds/types.ts';

/** Who delivers the data decides how its values are spelled. */
export type Spelling = 'report' | 'export';

export type CsvLine = { line: CostLine; payer: Payer };

export type Cells = CsvLine & { facts: LineFacts; world: World; spelling: Spelling };
export type Column = readonly [name: string, cell: (cells: Cells) => string];

/** Files have a million lines and few different cells of a kind. */
function remembered(make: (key: string) => string): (key: string) => string {
  const known = new Map<string, string>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

/** As the files write days. */
export const dayText = (day: string): string => `${day.slice(5, 7)}/${day.slice(8, 10)}/${day.slice(0, 4)}`;

const firstDay = ({ line }: Cells): string => `${line.day.slice(5, 7)}/01/${line.day.slice(0, 4)}`;

const lastDayOf = remembered((month) => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return dayText(`${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`);
});
const lastDay = ({ line }: Cells): string => lastDayOf(line.day.slice(0, 7));

/** Exact; very small amounts come with an exponent. */
export function textOfMicros(micros: number): string {
  const digits = Math.abs(micros).toString().padStart(7, '0');
  const sign = micros < 0 ? '-' : '';
  if (micros !== 0 && Math.abs(micros) < 100) {
    return (micros / 1_000_000).toExponential().replace('e-', 'E-0');
  }
  const fraction = digits.slice(-6).replace(/0+$/, '');
  return `${sign}${digits.slice(0, -6)}${fraction === '' ? '' : `.${fraction}`}`;
}

export const priceText = (price: number): string => price.toFixed(10).replace(/\.?0+$/, '');

/** Price of a unit of which so many millionths were charged. */
export const unitPrice = (micros: number, { service }: LineFacts): number =>
  Math.abs(micros) / 1_000_000 / service.quantity;

const beforeCredit = ({ line, facts }: Cells): number =>
  facts.credited === true ? line.micros / (1 - CREDIT_RATE) : line.micros;

/** What a reservation covers costs nothing and has a price all the same. */
const COVERED_PRICE = 0.192;

export function ourPrice(cells: Cells): number {
  if (cells.facts.hasReservation && cells.line.micros === 0) return COVERED_PRICE;
  return unitPrice(beforeCredit(cells), cells.facts);
}

export const quantityText = ({ line, facts }: Cells): string =>
  String(line.micros < 0 ? -facts.service.quantity : facts.service.quantity);

function creditFlag({ facts: { credited }, spelling }: Cells): string {
  if (credited === null) return '';
  if (spelling === 'export') return credited ? '1' : '0';
  return credited ? 'True' : 'False';
}

function creditRate({ facts: { credited } }: Cells): string {
  if (credited === null) return '';
  return credited ? String(CREDIT_RATE) : '0';
}

export function resourceIdOf({ line, facts }: Cells): string {
  const { resourceType } = facts.service;
  if (resourceType === null || line.subscriptionId === null || line.resourceGroup === '') return '';
  const name = `${line.resourceGroup.replace('rg-', '')}-${facts.service.meterName.split(' ')[0]?.toLowerCase() ?? ''}-01`;
  return `/subscriptions/${line.subscriptionId}/resourceGroups/${line.resourceGroup}/providers/${resourceType}/${name}`;
}

/** Written as file names and search patterns never are: with quotes, commas and letters beyond ASCII. */
const TAGS = '"environment": "production","owner": "Ærlig, Ltd"';

const MODEL_OF_EXPORT: Readonly<Record<string, string>> = { OnDemand: 'On Demand' };

const profileOf = ({ payer }: Cells) => billingProfileOf(payer.customer);
export const productIdOf = remembered((name) =>
  guidOf('product', name).toUpperCase().slice(0, 12).replace('-', ''),
);
const meterIdOf = remembered((name) => guidOf('meter', name));
const reservationIdOf = remembered((currency) => guidOf('reservation', currency));
const blank = (): string => '';

/** Names and order of the partner's cost details (schema of 2023-12-01-preview). */
const COLUMNS: readonly Column[] = [
  ['invoiceId', blank],
  ['previousInvoiceId', blank],
  ['billingAccountId', ({ world }) => world.partner.billingAccountName],
  ['billingAccountName', ({ world }) => world.managingTenant.displayName],
  ['billingProfileId', (cells) => profileOf(cells).name],
  ['billingProfileName', (cells) => profileOf(cells).displayName],
  ['invoiceSectionId', blank],
  ['invoiceSectionName', blank],
  ['partnerTenantId', ({ world }) => world.managingTenant.tenantId],
  ['partnerName', ({ world }) => world.managingTenant.displayName],
  ['resellerName', ({ payer }) => payer.customer.resellers[0]?.name ?? ''],
  ['resellerMpnId', ({ payer }) => payer.subscription?.billing?.resellerId ?? ''],
  ['customerTenantId', ({ payer }) => payer.customer.tenantId],
  ['customerName', ({ payer }) => payer.customer.displayName],
  ['costCenter', blank],
  ['billingPeriodEndDate', lastDay],
  ['billingPeriodStartDate', firstDay],
  ['servicePeriodEndDate', lastDay],
  ['servicePeriodStartDate', firstDay],
  ['date', ({ line }) => dayText(line.day)],
  ['serviceFamily', ({ facts }) => facts.service.serviceFamily],
  ['productOrderId', ({ line }) => line.subscriptionId ?? ''],
  ['productOrderName', () => 'Azure plan'],
  ['consumedService', ({ facts }) => facts.service.consumedService],
  ['meterId', ({ facts }) => meterIdOf(facts.service.meterName)],
  ['meterName', ({ facts }) => facts.service.meterName],
  ['meterCategory', ({ facts }) => facts.service.meterCategory],
  ['meterSubCategory', ({ facts }) => facts.service.meterSubCategory],
  ['meterRegion', () => 'EU North'],
  ['ProductId', ({ facts }) => productIdOf(facts.service.productName)],
  ['ProductName', ({ facts }) => facts.service.productName],
  ['SubscriptionId', ({ line }) => line.subscriptionId ?? ''],
  ['subscriptionName', ({ payer }) => payer.subscription?.displayName ?? ''],
  ['publisherType', ({ facts }) => facts.publisherType],
  ['publisherId', blank],
  ['publisherName', ({ facts }) => facts.service.publisherName],
  ['resourceGroupName', ({ line }) => line.resourceGroup],
  ['ResourceId', resourceIdOf],
  ['resourceLocation', () => 'northeurope'],
  ['location', () => 'EU North'],
  ['effectivePrice', ({ line, facts }) => priceText(unitPrice(line.micros, facts))],
  ['quantity', quantityText],
  ['unitOfMeasure', ({ facts }) => facts.service.unitOfMeasure],
  ['chargeType', ({ line }) => chargeTypeOf(line)],
  ['billingCurrency', ({ line }) => line.currency],
  ['pricingCurrency', () => 'USD'],
  ['costInBillingCurrency', ({ line }) => textOfMicros(line.micros)],
  ['costInPricingCurrency', ({ line }) => textOfMicros(usdMicros(line))],
  ['costInUsd', ({ line }) => textOfMicros(usdMicros(line))],
  ['paygCostInBillingCurrency', ({ line }) => textOfMicros(retailMicros(line))],
  ['paygCostInUsd', ({ line }) => textOfMicros(usdMicros({ ...line, micros: retailMicros(line) }))],
  ['exchangeRatePricingToBilling', ({ line }) => priceText(1 / usdPerUnit(line.currency))],
  ['exchangeRateDate', firstDay],
  ['isAzureCreditEligible', ({ facts }) => (facts.publisherType === 'Azure' ? 'True' : 'False')],
  ['serviceInfo1', blank],
  ['serviceInfo2', blank],
  ['additionalInfo', ({ facts }) => JSON.stringify({ ServiceType: facts.service.meterName })],
  ['tags', () => TAGS],
  ['partnerEarnedCreditRate', creditRate],
  ['partnerEarnedCreditApplied', creditFlag],
  ['PayGPrice', (cells) => priceText(ourPrice(cells) / cells.facts.negotiated)],
  ['frequency', ({ facts }) => (facts.chargeType === 'Purchase' ? 'OneTime' : 'UsageBased')],
  ['term', ({ facts }) => (facts.hasReservation || facts.hasBenefit ? '12' : '')],
  ['reservationId', ({ facts, line }) => (facts.hasReservation ? reservationIdOf(line.currency) : '')],
  ['reservationName', ({ facts }) => (facts.hasReservation ? 'VM_RI_2026' : '')],
  [
    'PricingModel',
    ({ facts: { pricingModel }, spelling }) =>
      spelling === 'export' ? (MODEL_OF_EXPORT[pricingModel] ?? pricingModel) : pricingModel,
  ],
  ['unitPrice', (cells) => priceText(ourPrice(cells))],
  [
    'benefitId',
    ({ facts, line }) =>
      facts.hasBenefit
        ? `/providers/Microsoft.BillingBenefits/savingsPlanOrders/${guidOf('savings plan', line.currency)}`
        : '',
  ],
  ['benefitName', ({ facts }) => (facts.hasBenefit ? 'Compute_SavingsPlan' : '')],
  ['provider', ({ facts }) => facts.provider],
];

/** No partner's cost details have been seen with it: it is here for worlds in which Azure credit pays. */
const CREDIT_TYPE: Column = ['creditType', ({ facts }) => facts.creditType];

export const quotedCell = (cell: string): string =>
  /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

export type CsvForm = { header: string; rowOf(held: CsvLine): string };

/** Reports and exports name the same columns in different case. */
export function csvForm(world: World, spelling: Spelling, withCreditType: boolean): CsvForm {
  const columns = withCreditType ? [...COLUMNS, CREDIT_TYPE] : COLUMNS;
  const names = columns.map(([name]) =>
    spelling === 'report' ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name,
  );
  return {
    header: names.join(','),
    rowOf(held) {
      const cells: Cells = { ...held, facts: factsOf(held.line), world, spelling };
      return columns.map(([, cell]) => quotedCell(cell(cells))).join(',');
    },
  };
}

/** Files carry the column only where a line needs it. */
export const needsCreditType = (payers: readonly Payer[]): boolean =>
  payers.some(({ subscription, customer }) => {
    const cost = subscription?.cost;
    const charges =
      cost?.kind === 'itemised' ? cost.charges : cost?.kind === 'varied' ? cost.extras : customer.charges;
    return charges?.some(({ kind }) => kind === 'azure-credit') ?? false;
  });
