import { and, eq, sql } from 'drizzle-orm';
import type { CostClass } from '#lib/core/cost-classes.ts';
import { inBatches, type Db } from './db.ts';
import { customerVerdicts, firstSeen, monthlyCosts, subscriptionVerdicts } from './schema.ts';

export type SubscriptionVerdict = typeof subscriptionVerdicts.$inferSelect;
export type CustomerVerdict = typeof customerVerdicts.$inferSelect;
export type MonthlyCost = { subscriptionId: string; currency: string; costClass: CostClass; net: string };

export type CustomerPeriod = {
  tenantId: string;
  period: string;
  customer: CustomerVerdict;
  subscriptions: readonly SubscriptionVerdict[];
  costs: readonly MonthlyCost[];
};

/** Replaces what was judged for a customer and month, as a whole. */
export async function saveVerdicts(db: Db, judged: CustomerPeriod): Promise<void> {
  const { tenantId, period } = judged;
  await db.transaction(async (tx) => {
    for (const table of [subscriptionVerdicts, monthlyCosts, customerVerdicts]) {
      await tx.delete(table).where(and(eq(table.tenantId, tenantId), eq(table.period, period)));
    }
    await tx.insert(customerVerdicts).values(judged.customer);
    await inBatches(judged.subscriptions, (batch) => tx.insert(subscriptionVerdicts).values(batch));
    await inBatches(judged.costs, (batch) =>
      tx.insert(monthlyCosts).values(batch.map((row) => ({ ...row, tenantId, period }))),
    );
  });
}

/** Remembers when each key was first read; known keys keep their date. */
export const saveFirstSeen = (db: Db, keys: readonly string[], at: string): Promise<void> =>
  inBatches([...new Set(keys)], (batch) =>
    db
      .insert(firstSeen)
      .values(batch.map((key) => ({ key, at })))
      .onConflictDoNothing(),
  );

export async function findFirstSeen(db: Db, keys: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  await inBatches(keys, async (batch) => {
    const rows = await db
      .select()
      .from(firstSeen)
      .where(sql`${firstSeen.key} in ${batch}`);
    for (const row of rows) found.set(row.key, row.at);
  });
  return found;
}
