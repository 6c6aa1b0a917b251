import 'server-only';
import type { CostReadWay } from '#lib/core/choose-reads.ts';
import type { listCostCovers } from '#lib/db/cost-list.ts';
import { listCostWays } from '#lib/db/cost-ways.ts';
import { listBilledCustomers } from '#lib/db/customers.ts';
import type { QueryContext } from './context.ts';
import type { CostItem, CostList, TriedWay } from './schemas/costs.ts';

export type CostCover = Awaited<ReturnType<typeof listCostCovers>>[number];

/** Ways that read other sources never cover cost. */
const costWay = (way: CostCover['way']): CostReadWay | null =>
  way === 'resource-graph' || way === 'list' ? null : way;

/** By which reads one customer's figures came. */
export const readsOf = (
  tenantId: string | null,
  covers: readonly CostCover[],
  kind: CostCover['kind'],
): NonNullable<CostItem['reads']> =>
  covers
    .filter((cover) => cover.tenantId === tenantId && cover.kind === kind)
    .map(({ way, asOf }) => ({ way: costWay(way), asOf }));

/** How many customers' cost came by each way, and how old it is. */
export function summariseReads(covers: readonly CostCover[]): CostList['readBy'] {
  const daily = covers.filter(({ kind }) => kind === 'daily');
  return [...Map.groupBy(daily, ({ way }) => costWay(way))].map(([way, rows]) => {
    const dates = rows.flatMap(({ asOf }) => asOf ?? []).sort();
    return {
      way,
      customers: new Set(rows.map(({ tenantId }) => tenantId)).size,
      oldest: dates[0] ?? null,
      newest: dates.at(-1) ?? null,
    };
  });
}

/** Which ways were tried where; of one's own customers only, and of the billing profiles. */
export async function getTriedWays({ db, visible }: QueryContext): Promise<TriedWay[]> {
  const tried = await listCostWays(db);
  const customers = await listBilledCustomers(db);
  const names = new Map(customers.map((row) => [row.customerId, row.displayName]));
  return tried
    .filter(({ customerId }) => customerId === '' || visible.kind === 'all')
    .map((row) => ({
      billingProfile: row.billingProfileName === '' ? null : row.billingProfileName,
      customer: row.customerId === '' ? null : (names.get(row.customerId) ?? row.customerId),
      way: row.way,
      permitted: row.permitted,
      failure:
        row.failure === null
          ? null
          : {
              kind: row.failure.kind,
              message: row.failure.message,
              missingRight: row.failure.missingRight,
            },
      triedAt: row.triedAt,
    }));
}
