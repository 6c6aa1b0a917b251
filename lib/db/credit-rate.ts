import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm';
import { decimalText, type Decimal } from '#lib/core/money.ts';
import type { Db } from './db.ts';
import { writeLists } from './list-versions.ts';
import { customerVerdicts, monthlyCosts } from './schema.ts';
import { customerOrderOf, lockVerdicts } from './verdicts.ts';

const { tenantId, period, creditRate } = customerVerdicts;

/** Customers of a month whose place in lists was told by another assumed rate. */
export async function listOtherRates(db: Db, month: string, rate: Decimal): Promise<string[]> {
  const rows = await db
    .select({ tenantId })
    .from(customerVerdicts)
    .where(and(eq(period, month), ne(creditRate, decimalText(rate))))
    .orderBy(asc(tenantId));
  return rows.map((row) => row.tenantId);
}

/** Puts customers of a month where they belong by the assumed rate; what was judged of them stays. */
export async function orderAnew(
  db: Db,
  { month, tenants, rate }: { month: string; tenants: readonly string[]; rate: Decimal },
): Promise<void> {
  await writeLists(db, async (tx) => {
    await lockVerdicts(tx, tenants);
    const costs = await tx
      .select()
      .from(monthlyCosts)
      .where(and(eq(monthlyCosts.period, month), inArray(monthlyCosts.tenantId, [...tenants])));
    const costsOf = Map.groupBy(costs, (row) => row.tenantId);
    const made = tenants.map((one) => ({
      tenantId: one,
      ...customerOrderOf({ costs: costsOf.get(one) ?? [], creditRate: rate }),
    }));
    await tx.execute(sql`
      update ${customerVerdicts}
      set order_credit = made."orderCredit", order_coverage = made."orderCoverage", credit_rate = made."creditRate"
      from jsonb_to_recordset(${JSON.stringify(made)}::jsonb)
        as made ("tenantId" text, "orderCredit" numeric, "orderCoverage" numeric, "creditRate" numeric)
      where ${tenantId} = made."tenantId" and ${period} = ${month}`);
  });
}
