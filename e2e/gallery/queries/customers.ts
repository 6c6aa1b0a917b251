import type { CustomerList, CustomersQuery } from '#lib/queries/schemas/customers.ts';
import { CUSTOMERS, OWNER, PERIOD, PERIODS, addTotals } from '../fixture-customers.ts';
import { completenessOf } from '../fixture-sources.ts';
import { VERDICTS } from '#lib/core/statuses.ts';
import { chosenScenario } from './scenario.ts';

const LISTED = CUSTOMERS.map((row) => ({
  ...row,
  lastChange: { at: '2026-11-20T04:12:00Z', kind: 'access-lost' as const },
}));

function countBy(rows: CustomerList['items']): CustomerList['byVerdict'] {
  const counts = VERDICTS.map((verdict) => [verdict, rows.filter((row) => row.verdict === verdict).length]);
  // The keys are those of VERDICTS.
  return Object.fromEntries(counts) as CustomerList['byVerdict'];
}

export async function getCustomers(query: CustomersQuery): Promise<CustomerList> {
  const scenario = await chosenScenario();
  const items = (scenario === 'empty' ? [] : LISTED).filter(
    (row) =>
      (query.verdict === undefined || row.verdict === query.verdict) &&
      (query.cause === undefined || row.mainCause === query.cause) &&
      (query.owner === undefined || (query.owner === 'none') === (row.owner === null)) &&
      row.displayName.toLowerCase().includes(query.q?.toLowerCase() ?? ''),
  );
  return {
    items,
    nextCursor: null,
    offset: 0,
    version: '1',
    total: items.length,
    totals: addTotals(items.flatMap((row) => row.totals)),
    asOf: '2026-11-21T04:12:00Z',
    completeness: completenessOf(scenario),
    period: query.period ?? PERIOD,
    open: true,
    periods: PERIODS,
    unfilteredTotal: CUSTOMERS.length,
    byVerdict: countBy(LISTED),
    owners: [OWNER],
  };
}
