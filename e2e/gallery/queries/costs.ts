import type { CostGroup, CostItem, CostList, CostsQuery } from '#lib/queries/schemas/costs.ts';
import { CUSTOMERS, PERIOD, PERIODS, addTotals, money, subscriptionsOf } from '../fixture-customers.ts';
import { completenessOf } from '../fixture-sources.ts';
import { chosenScenario } from './scenario.ts';

const READ_AT = '2026-11-21T04:12:00Z';
const SERVICES = ['Virtual Machines', 'Storage', 'Azure App Service', 'Bandwidth', 'Azure SQL Database'];
const CLASSES = [
  'EARNED',
  'ELIGIBLE_NOT_EARNED',
  'INELIGIBLE_MARKETPLACE',
  'INELIGIBLE_SPOT',
  'UNCLASSIFIED',
] as const;

const ROWS = CUSTOMERS.flatMap((customer, index) =>
  subscriptionsOf(index).flatMap((row) => row.totals.map((total) => ({ customer, row, total, index }))),
);

const unless = <Value>(wanted: boolean, value: Value): Value | null => (wanted ? value : null);

function makeItem(
  { customer, row, total, index }: (typeof ROWS)[number],
  by: readonly CostGroup[],
): CostItem {
  const has = (group: CostGroup) => by.includes(group);
  return {
    customer: unless(has('customer'), {
      tenantId: customer.tenantId,
      displayName: customer.displayName,
    }),
    subscription: unless(has('subscription'), {
      subscriptionId: index === 4 ? null : row.subscriptionId,
      displayName: row.displayName,
    }),
    resourceGroup: unless(has('resourceGroup'), index % 5 === 0 ? '' : `rg-${index}-production-westeurope`),
    service: unless(has('service'), SERVICES[index % SERVICES.length] ?? ''),
    class: unless(has('class'), CLASSES[index % CLASSES.length] ?? 'EARNED'),
    day: unless(has('day'), `2026-11-${String((index % 20) + 1).padStart(2, '0')}`),
    credited: unless(has('credited'), (['yes', 'no', 'unknown'] as const)[index % 3] ?? 'no'),
    currency: total.currency,
    net: total.net,
    gross: total.gross,
    credit: total.credit,
    missed: total.missed,
    missedAtMost: total.missedAtMost,
    lines: null,
    reads: has('customer')
      ? [{ way: index % 3 === 0 ? 'query-customer' : 'report-profile', asOf: READ_AT }]
      : null,
  };
}

const MOST: Partial<Record<CostGroup, number>> = { service: 5, class: 5, credited: 3, day: 20 };

export async function getCosts(query: CostsQuery): Promise<CostList> {
  const scenario = await chosenScenario();
  const groupBy = query.groupBy ?? ['customer'];
  const [first = 'customer'] = groupBy;
  const every = first === 'customer' ? ROWS.filter((one, at) => ROWS[at - 1]?.index !== one.index) : ROWS;
  const rows = scenario === 'filled' ? every.slice(0, MOST[first] ?? 60) : [];
  const items = rows
    .map((row) => makeItem(row, groupBy))
    .filter((item) => query.class === undefined || item.class === query.class)
    .toSorted((a, b) => a.currency.localeCompare(b.currency) || Number(b.gross) - Number(a.gross));
  return {
    period: query.period ?? PERIOD,
    open: true,
    periods: PERIODS,
    groupBy,
    names: { customer: CUSTOMERS[0]?.displayName ?? null, subscription: 'Azure plan' },
    items,
    nextCursor: null,
    offset: 0,
    version: '1',
    total: items.length,
    unfilteredTotal: rows.length,
    totals: addTotals(rows.map(({ total }) => total)),
    notGrouped:
      scenario === 'filled' && (first === 'service' || first === 'resourceGroup')
        ? [{ currency: 'EUR', net: '812.4', gross: money('EUR', 912.4, 0).gross }]
        : [],
    readBy:
      scenario === 'filled'
        ? [
            { way: 'report-profile', customers: 21, oldest: READ_AT, newest: READ_AT },
            { way: 'query-customer', customers: 9, oldest: '2026-11-18T04:12:00Z', newest: READ_AT },
          ]
        : [],
    triedWays:
      scenario === 'filled'
        ? [
            {
              billingProfile: 'AAAA-BBBB-CCC-DDD',
              customer: null,
              way: 'report-profile',
              permitted: true,
              failure: null,
              triedAt: READ_AT,
            },
            {
              billingProfile: 'AAAA-BBBB-CCC-DDD',
              customer: null,
              way: 'export',
              permitted: false,
              failure: {
                kind: 'forbidden',
                message: 'This request is not authorized to perform this operation.',
                missingRight: 'Storage Blob Data Reader on the storage account of the export',
              },
              triedAt: READ_AT,
            },
          ]
        : [],
    asOf: READ_AT,
    completeness: completenessOf(scenario).filter(({ source }) => source.startsWith('cost')),
  };
}
