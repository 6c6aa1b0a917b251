import type { CostWay } from '#lib/core/facts.ts';
import type { Instant } from '#lib/core/periods.ts';
import type { StepFailure } from '#lib/core/sync-run.ts';
import { takeExcluded, type Db } from './db.ts';
import { writeLists } from './list-versions.ts';
import { costWays } from './schema.ts';

/** '' where the way is asked at the profile, or at a customer whose profile does not matter. */
export type TriedCostWay = {
  billingAccountName: string;
  billingProfileName: string;
  customerId: string;
  way: CostWay;
  permitted: boolean;
  failure: StepFailure | null;
  triedAt: Instant;
};

/** Remembers what came of a way when it was last tried. */
export async function saveCostWay(db: Db, row: TriedCostWay): Promise<void> {
  const { billingAccountName, billingProfileName, customerId, way } = costWays;
  await writeLists(db, (tx) =>
    tx
      .insert(costWays)
      .values(row)
      .onConflictDoUpdate({
        target: [billingAccountName, billingProfileName, customerId, way],
        set: takeExcluded(costWays, ['billingAccountName', 'billingProfileName', 'customerId', 'way']),
      }),
  );
}

export const listCostWays = (db: Db): Promise<TriedCostWay[]> =>
  db.select().from(costWays).orderBy(costWays.billingAccountName, costWays.billingProfileName, costWays.way);
