import type { QueryDefinition } from '@azure/arm-costmanagement';
import type { DailyCost } from '#lib/core/facts.ts';
import { firstDay, lastDay, type Period } from '#lib/core/periods.ts';
import type { Caller } from '../caller.ts';
import { billingAccountScope } from './client.ts';
import type { CostDimensions } from './dimensions.ts';
import { AMOUNT, AMOUNT_USD, mapDailyCosts } from './map.ts';
import { readCostPages } from './query.ts';

export { readCostDimensions, type CostDimensions } from './dimensions.ts';

export type DailyCostsQuery = {
  billingAccountName: string;
  customerId: string;
  period: Period;
  dimensions: CostDimensions;
  /** `next` of the last page that was kept, or null to begin. */
  resume: string | null;
};

export type DailyCostsPage = { rows: DailyCost[]; next: string | null };

/** Two groupings are all that Cost Management allows (costdata.md section 7, 2026-11-21). */
const defineQuery = (period: Period, dimensions: CostDimensions): QueryDefinition => ({
  type: 'ActualCost',
  timeframe: 'Custom',
  timePeriod: {
    from: new Date(`${firstDay(period)}T00:00:00Z`),
    to: new Date(`${lastDay(period)}T23:59:59Z`),
  },
  dataset: {
    granularity: 'Daily',
    aggregation: {
      totalCost: { name: AMOUNT, function: 'Sum' },
      totalCostUSD: { name: AMOUNT_USD, function: 'Sum' },
    },
    grouping: [
      { type: 'Dimension', name: dimensions.subscriptionId },
      { type: 'Dimension', name: dimensions.partnerEarnedCreditApplied },
    ],
  },
});

export async function* readDailyCosts(caller: Caller, query: DailyCostsQuery): AsyncIterable<DailyCostsPage> {
  const { billingAccountName, customerId, period, dimensions, resume } = query;
  const scope = `${billingAccountScope(billingAccountName)}/customers/${customerId}`;
  const definition = defineQuery(period, dimensions);
  for await (const table of readCostPages(caller, { scope, definition, resume })) {
    const rows = mapDailyCosts(table, dimensions);
    yield { rows, next: table.properties.nextLink || null };
  }
}
