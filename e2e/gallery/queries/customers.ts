import type { CustomerList, CustomersQuery } from '#lib/queries/schemas/customers.ts';
import { CUSTOMERS, PERIOD, addTotals } from '../fixture-customers.ts';
import { completenessOf } from '../fixture-sources.ts';
import { chosenScenario } from './scenario.ts';

export async function getCustomers(query: CustomersQuery): Promise<CustomerList> {
  const scenario = await chosenScenario();
  const items = (scenario === 'empty' ? [] : CUSTOMERS).filter(
    (row) =>
      (query.verdict === undefined || row.verdict === query.verdict) &&
      (query.cause === undefined || row.mainCause === query.cause) &&
      row.displayName.toLowerCase().includes(query.q?.toLowerCase() ?? ''),
  );
  return {
    items,
    nextCursor: null,
    total: items.length,
    totals: addTotals(items.flatMap((row) => row.totals)),
    asOf: '2026-11-21T04:12:00Z',
    completeness: completenessOf(scenario),
    period: query.period ?? PERIOD,
  };
}
