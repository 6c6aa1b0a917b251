import { CREDIT_RATE, factsOf, retailMicros, usdMicros, type LineFacts } from './cost-line-facts.ts';
import { costLines } from './worlds/costs.ts';
import type { CostLine } from './worlds/cost-types.ts';
import type { Customer, Subscription } from './worlds/types.ts';

type Of = { customer: Customer; subscription: Subscription; days: readonly string[] };
type Cells = { line: CostLine; facts: LineFacts } & Pick<Of, 'customer'>;

const amount = (micros: number): string => (micros / 1_000_000).toFixed(6);
const price = (micros: number, { service }: LineFacts): string =>
  (micros / 1_000_000 / service.quantity).toFixed(10);

/** The columns of daily rated usage that tell cost and credit, in Partner Center's order (costdata.md section 1). */
const COLUMNS: readonly (readonly [string, (cells: Cells) => string])[] = [
  ['CustomerId', ({ customer }) => customer.tenantId],
  ['CustomerName', ({ customer }) => customer.displayName],
  ['ProductName', ({ facts }) => facts.service.productName],
  ['PublisherName', ({ facts }) => facts.service.publisherName],
  ['UsageDate', ({ line }) => line.day],
  ['MeterCategory', ({ facts }) => facts.service.meterCategory],
  ['MeterName', ({ facts }) => facts.service.meterName],
  ['Unit', ({ facts }) => facts.service.unitOfMeasure],
  ['ResourceGroup', ({ line }) => line.resourceGroup],
  ['ChargeType', () => 'daily proration charge when usage occurs'],
  ['UnitPrice', ({ line, facts }) => price(retailMicros(line), facts)],
  ['Quantity', ({ facts }) => String(facts.service.quantity)],
  ['BillingPreTaxTotal', ({ line }) => amount(line.micros)],
  ['BillingCurrency', ({ line }) => line.currency],
  ['PricingPreTaxTotal', ({ line }) => amount(usdMicros(line))],
  ['PricingCurrency', () => 'USD'],
  ['EffectiveUnitPrice', ({ line, facts }) => price(line.micros, facts)],
  ['EntitlementId', ({ line }) => line.subscriptionId ?? ''],
  [
    'PartnerEarnedCreditPercentage',
    ({ facts }) => (facts.credited === true ? String(CREDIT_RATE * 100) : '0'),
  ],
  ['CreditPercentage', ({ facts }) => (facts.creditType.startsWith('Azure') ? '100' : '0')],
  ['CreditType', ({ facts }) => facts.creditType],
];

/** What cost details show as free of charge was paid by an Azure credit, which this file alone tells. */
const asRated = (line: CostLine): CostLine =>
  line.kind === 'zero-price' ? { ...line, kind: 'azure-credit' } : line;

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A daily rated usage file of Partner Center for one subscription, all of whose plain free usage a credit paid. */
export function ratedUsageFile({ customer, subscription, days }: Of): string {
  const lines = days.flatMap((day) => costLines(subscription, day)).map(asRated);
  const rows = lines.map((line) =>
    COLUMNS.map(([, cell]) => quoted(cell({ line, facts: factsOf(line), customer }))).join(','),
  );
  return `${[COLUMNS.map(([name]) => name).join(','), ...rows].join('\r\n')}\r\n`;
}
