import { DuckDBInstance } from '@duckdb/node-api';

const CUSTOMERS = 120;
const SUBSCRIPTIONS = 240;
const DAYS = 30;

const guid = (kind: number, index: string): string =>
  `format('{:08d}-0000-4000-8000-{:012d}', ${kind}, ${index})`;
const text = (value: string): string => `'${value}'`;

/** Each meter has one price; a third of the resources earns nothing, and some lines can never earn. */
const PRICE = 'round(0.01 + (resource % 97) * 0.0131, 6)';
const QUANTITY = 'round(1 + ((i * 7919) % 2400) / 100.0, 4)';
const isCredited = 'resource % 3 <> 1 and resource % 20 <> 0';
const rate = `case when ${isCredited} then 15 else 0 end`;
const net = `(cast(${PRICE} * ${QUANTITY} as decimal(18, 6)) * case when ${isCredited} then 0.85 else 1 end)`;
const location = `['westeurope', 'northeurope', 'swedencentral', 'eastus'][1 + resource % 4]`;
const service = `['Virtual Machines', 'Storage', 'SQL Database', 'Azure App Service', 'Bandwidth'][1 + resource % 5]`;
const group = `'rg-' || service || '-' || (resource % 12)`;

/** The 55 columns of Partner Center, in its order. */
const COLUMNS: readonly (readonly [string, string])[] = [
  ['PartnerId', text('11111111-0000-4000-8000-000000000001')],
  ['PartnerName', text('Adatum Cloud Services')],
  ['CustomerId', guid(2, 'subscription % 120')],
  ['CustomerName', `'Customer ' || (subscription % 120)`],
  ['CustomerDomainName', `'customer' || (subscription % 120) || '.onmicrosoft.com'`],
  ['CustomerCountry', text('SE')],
  ['MpnId', text('5001002')],
  ['Tier2MpnId', text('')],
  ['InvoiceNumber', text('G012345678')],
  ['ProductId', `'DZH318Z0BN' || lpad((resource % 90)::varchar, 2, '0')`],
  ['SkuId', `lpad((resource % 40)::varchar, 4, '0')`],
  ['AvailabilityId', `'DZH318Z0BP' || lpad((resource % 90)::varchar, 2, '0')`],
  ['SkuName', `service || ' Standard'`],
  ['ProductName', `service || ' - ' || place`],
  ['PublisherName', `case when resource % 20 = 0 then 'Contoso Appliances' else 'Microsoft' end`],
  ['PublisherId', text('')],
  ['SubscriptionDescription', text('Azure plan')],
  ['SubscriptionId', guid(4, 'subscription % 120')],
  ['ChargeStartDate', text('2026-09-01')],
  ['ChargeEndDate', text('2026-09-30')],
  ['UsageDate', `strftime(date '2026-09-01' + day::integer, '%Y-%m-%d')`],
  ['MeterType', `service || ' - ' || place`],
  ['MeterCategory', 'service'],
  ['MeterId', guid(5, 'resource % 900')],
  ['MeterSubCategory', `service || ' Dsv5 Series'`],
  ['MeterName', `'D' || (resource % 16) || 's v5'`],
  ['MeterRegion', 'place'],
  ['Unit', text('1 Hour')],
  ['ResourceLocation', 'place'],
  ['ConsumedService', text('Microsoft.Compute')],
  ['ResourceGroup', 'grouped'],
  [
    'ResourceURI',
    `'/subscriptions/' || entitlement || '/resourceGroups/' || grouped || '/providers/Microsoft.Compute/virtualMachines/vm-' || resource`,
  ],
  ['ChargeType', text('new')],
  ['UnitPrice', PRICE],
  ['Quantity', QUANTITY],
  ['UnitType', text('1 Hour')],
  ['BillingPreTaxTotal', net],
  ['BillingCurrency', `case when subscription % 120 < 100 then 'EUR' else 'SEK' end`],
  ['PricingPreTaxTotal', `cast(${net} as decimal(38, 12)) * 1.085`],
  ['PricingCurrency', text('USD')],
  ['ServiceInfo1', text('')],
  ['ServiceInfo2', text('')],
  [
    'Tags',
    `'{"costCenter":"' || (resource % 50) || '","environment":"production","owner":"team-' || (resource % 9) || '"}'`,
  ],
  [
    'AdditionalInfo',
    `'{"UsageType":"ComputeHR","ServiceType":"Standard_D' || (resource % 16) || 's_v5","VCPUs":4,"ReservationOrderId":""}'`,
  ],
  ['EffectiveUnitPrice', `${PRICE} * case when ${isCredited} then 0.85 else 1 end`],
  ['PCToBCExchangeRate', text('0.921659')],
  ['PCToBCExchangeRateDate', text('2026-09-01')],
  ['EntitlementId', 'entitlement'],
  ['EntitlementDescription', `'Subscription ' || subscription`],
  ['PartnerEarnedCreditPercentage', rate],
  ['CreditPercentage', rate],
  [
    'CreditType',
    `case when ${isCredited} then 'Partner Earned Credit Applied' else 'Credit Not Applied' end`,
  ],
  ['BenefitOrderId', text('')],
  ['BenefitId', text('')],
  ['BenefitType', text('Charge')],
];

const NUMBERS = [
  ...['UnitPrice', 'Quantity', 'BillingPreTaxTotal', 'PricingPreTaxTotal', 'EffectiveUnitPrice'],
  ...['PCToBCExchangeRate', 'PartnerEarnedCreditPercentage', 'CreditPercentage'],
];
const INSTANTS = ['ChargeStartDate', 'ChargeEndDate', 'UsageDate', 'PCToBCExchangeRateDate'];

/** As Azure types its exports: numbers have 38 digits (FOCUS_Spec issues 679 and 1077, 2025). */
function azureType(name: string): string {
  if (NUMBERS.includes(name)) return 'decimal(38, 18)';
  return INSTANTS.includes(name) ? 'timestamptz' : 'varchar';
}

const everyText = (): string => 'varchar';
const PARQUET = 'format parquet, row_group_size 32768';

const FORMS = {
  csv: { typeOf: everyText, options: 'format csv, header true' },
  parquet: { typeOf: azureType, options: PARQUET },
  'parquet-of-texts': { typeOf: everyText, options: PARQUET },
} as const;

/** Writes a month of daily rated usage of about so many lines: resources of 240 subscriptions, each with a line a day. */
export async function writeRatedUsage(path: string, lines: number, form: keyof typeof FORMS): Promise<void> {
  const resources = Math.max(1, Math.round(lines / SUBSCRIPTIONS / DAYS));
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '2GB' });
  const connection = await instance.connect();
  const { typeOf, options } = FORMS[form];
  await connection.run("set TimeZone = 'UTC'");
  const selected = COLUMNS.map(([name, sql]) => `(${sql})::varchar::${typeOf(name)} as "${name}"`);
  await connection.run(`copy (
    select ${selected.join(', ')}
    from (select *, ${group} as grouped, ${guid(3, 'subscription')} as entitlement
      from (select i, i % ${SUBSCRIPTIONS} as subscription, (i // ${SUBSCRIPTIONS}) % ${resources} as resource,
          i // (${SUBSCRIPTIONS} * ${resources}) as day, ${service} as service, ${location} as place
        from range(${SUBSCRIPTIONS * resources * DAYS}) made(i))))
    to '${path}' (${options})`);
  connection.closeSync();
  instance.closeSync();
}

/** What the file names, to hold the import against. */
export const RATED_USAGE = { customers: CUSTOMERS, subscriptions: SUBSCRIPTIONS, days: DAYS } as const;
