import { csvForm, quotedCell, type Cells, type Column, type CsvLine } from './cost-details-csv.ts';
import { factsOf } from './cost-line-facts.ts';
import { commerceIdOf, FOCUS, NOT_RATED, RATED_USAGE } from './partner-file-lines.ts';
import { productIdOf, textOfMicros } from './cost-details-csv.ts';
import type { World } from './worlds/types.ts';

/** Files that a partner downloads of a month, as Microsoft writes them. */
export const PARTNER_FILES = [
  'cost-details',
  'older-cost-details',
  'rated-usage',
  'unbilled-rated-usage',
  'line-items',
  'graph-line-items',
  'focus',
  'reconciliation',
] as const;
export type PartnerFile = (typeof PARTNER_FILES)[number];

const cellsOf = (world: World, line: CsvLine): Cells => ({
  ...line,
  facts: factsOf(line.line),
  world,
  spelling: 'export',
});

const csvOf = (columns: readonly Column[], lines: readonly Cells[]): string =>
  [
    columns.map(([name]) => name).join(','),
    ...lines.map((cells) => columns.map(([, cell]) => quotedCell(cell(cells))).join(',')),
  ].join('\r\n');

const isRated = ({ line }: CsvLine): boolean => !NOT_RATED.includes(line.kind);

/** Other names for the same, as older versions have them. */
const OLDER: Readonly<Record<string, string>> = {
  SubscriptionId: 'SubscriptionGuid',
  ResourceId: 'InstanceName',
  date: 'UsageDateTime',
  billingCurrency: 'billingCurrencyCode',
  resourceGroupName: 'ResourceGroup',
};

function detailsOf(world: World, lines: readonly CsvLine[], isOlder: boolean): string {
  const { header, rowOf } = csvForm(world, 'export', true);
  if (!isOlder) return [header, ...lines.map(rowOf)].join('\r\n');
  const names = header.split(',').map((name) => (OLDER[name] ?? name).toUpperCase());
  return [names.join(';'), ...lines.map((line) => semicolons(rowOf(line)))].join('\n');
}

/** As a spreadsheet in Europe saves them. */
const semicolons = (row: string): string =>
  row.replaceAll(/("(?:[^"]|"")*")|,/g, (_all, quoted: string | undefined) => quoted ?? ';');

/** As the second version of the interface gives them, numbers as numbers. */
const NUMBERS = /^-?\d+(\.\d+)?$/;
const NUMERIC = ['BillingPreTaxTotal', 'PricingPreTaxTotal', 'UnitPrice', 'Quantity', 'EffectiveUnitPrice'];

function itemsOf(lines: readonly Cells[], rename: (name: string) => string): string[] {
  return lines.map((cells) => {
    const pairs = RATED_USAGE.map(([name, cell]) => {
      const text = cell(cells);
      const isRate = rename(name).startsWith('rateOf');
      const value = isRate && text !== '' ? String(Number(text) / 100) : text;
      const isNumber = (isRate || NUMERIC.includes(name)) && NUMBERS.test(value);
      return `${JSON.stringify(rename(name))}:${isNumber ? value : JSON.stringify(value)}`;
    });
    return `{${pairs.join(',')}}`;
  });
}

/** Names of the first version of the interface. */
const FIRST_VERSION: Readonly<Record<string, string>> = {
  PartnerEarnedCreditPercentage: 'rateOfPartnerEarnedCredit',
  CreditPercentage: 'rateOfCredit',
  ResourceURI: 'resourceUri',
  Tier2MpnId: 'resellerMpnId',
  Unit: 'unitOfMeasure',
};
const firstVersion = (name: string): string =>
  FIRST_VERSION[name] ?? `${name.charAt(0).toLowerCase()}${name.slice(1)}`;

/** One line for each meter of a month: no days, no Azure subscription, no resource. */
function reconciliationOf(lines: readonly Cells[]): string {
  const same = Map.groupBy(lines, ({ line, payer, facts }) =>
    [payer.customer.tenantId, facts.service.productName, line.currency, facts.credited].join(' '),
  );
  const rows = [...same.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const micros = group.reduce((sum, { line }) => sum + line.micros, 0);
    const { service, credited } = first.facts;
    const adjustment = '["100.0% Tier 1 Discount","15.0% Partner earned credit for services managed"]';
    return [
      {
        PartnerId: first.world.managingTenant.tenantId,
        CustomerId: first.payer.customer.tenantId,
        CustomerName: first.payer.customer.displayName,
        InvoiceNumber: 'G091234567',
        ProductId: productIdOf(service.productName),
        SkuId: '0001',
        AvailabilityId: productIdOf(`availability ${service.productName}`),
        ProductName: service.productName,
        ChargeType: 'new',
        Subtotal: textOfMicros(micros),
        TaxTotal: '0',
        Currency: first.line.currency,
        PriceAdjustmentDescription: credited === true ? adjustment : '',
        PublisherName: service.publisherName,
        SubscriptionId: commerceIdOf(first),
        ChargeStartDate: `${first.line.day.slice(0, 7)}-01T00:00:00Z`,
        BillableQuantity: String(service.quantity * group.length),
        MeterDescription: service.meterName,
        CreditReasonCode: '',
      },
    ];
  });
  const headers = Object.keys(rows[0] ?? {});
  return [headers, ...rows.map((row) => Object.values(row))]
    .map((cells) => cells.map(quotedCell).join(','))
    .join('\r\n');
}

/** The file of this kind of these lines. */
export function partnerFile(kind: PartnerFile, world: World, lines: readonly CsvLine[]): string {
  const rated = lines.filter(isRated).map((line) => cellsOf(world, line));
  switch (kind) {
    case 'cost-details':
    case 'older-cost-details':
      return detailsOf(world, lines, kind === 'older-cost-details');
    case 'rated-usage':
      return csvOf(RATED_USAGE, rated);
    case 'unbilled-rated-usage':
      return csvOf(
        RATED_USAGE.map(([name, cell]) =>
          name === 'InvoiceNumber' || name === 'Tier2MpnId' ? [name.toUpperCase(), () => ''] : [name, cell],
        ),
        rated,
      );
    case 'line-items':
      return `{"totalCount":${rated.length},"items":[${itemsOf(rated, firstVersion).join(',')}]}`;
    case 'graph-line-items':
      return itemsOf(rated, (name) => name).join('\n');
    case 'focus':
      return csvOf(
        FOCUS,
        lines.map((line) => cellsOf(world, line)),
      );
    case 'reconciliation':
      return reconciliationOf(rated);
  }
}
