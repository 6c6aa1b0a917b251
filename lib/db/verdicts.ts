import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { CostClass } from '#lib/core/cost-classes.ts';
import { inBatches, type Db } from './db.ts';
import { customerVerdicts, firstSeen, monthlyCosts, subscriptionVerdicts } from './schema.ts';

export type SubscriptionVerdict = typeof subscriptionVerdicts.$inferSelect;
export type CustomerVerdict = typeof customerVerdicts.$inferSelect;
export type MonthlyCost = {
  subscriptionId: string;
  currency: string;
  costClass: CostClass;
  net: string;
  netUsd: string | null;
  credit: string | null;
};

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

/** Months for which verdicts are held, newest first. */
export async function listJudgedPeriods(db: Db): Promise<string[]> {
  const rows = await db
    .selectDistinct({ period: customerVerdicts.period })
    .from(customerVerdicts)
    .orderBy(desc(customerVerdicts.period));
  return rows.map(({ period }) => period);
}

/** What was judged of one customer's month: its subscriptions and their sums. */
export async function findCustomerPeriod(
  db: Db,
  tenantId: string,
  period: string,
): Promise<Omit<CustomerPeriod, 'customer'> & { customer: CustomerVerdict | null }> {
  const ofPeriod = (table: typeof subscriptionVerdicts | typeof monthlyCosts | typeof customerVerdicts) =>
    and(eq(table.tenantId, tenantId), eq(table.period, period));
  const [customer] = await db.select().from(customerVerdicts).where(ofPeriod(customerVerdicts));
  const subscriptions = await db
    .select()
    .from(subscriptionVerdicts)
    .where(ofPeriod(subscriptionVerdicts))
    .orderBy(asc(subscriptionVerdicts.displayName), asc(subscriptionVerdicts.subscriptionId));
  const costs = await db.select().from(monthlyCosts).where(ofPeriod(monthlyCosts));
  return { tenantId, period, customer: customer ?? null, subscriptions, costs };
}
