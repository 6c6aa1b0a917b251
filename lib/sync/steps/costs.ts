import { readDailyCosts, type CostDimensions } from '#lib/azure/costs/read.ts';
import { parsePeriod } from '#lib/core/periods.ts';
import { addDailyCosts, listDimensions } from '#lib/db/costs.ts';
import { listBilledCustomers } from '#lib/db/customers.ts';
import { NothingVisible } from '../failures.ts';
import { complete, requireTenant, type StepContext, type StepResult } from '../step-context.ts';

/** One customer's cost of one month, by day, subscription and credit, at the only scope that shows credit. */
export async function readCustomerCosts(context: StepContext): Promise<StepResult> {
  const tenantId = requireTenant(context);
  const { db } = context.deps;
  const period = parsePeriod(context.key.period);
  if (period === null) throw new Error('a cost step has no month');
  const billed = await listBilledCustomers(db, tenantId);
  const start = parseCursor(context.cursor);
  for (const [index, { billingAccountName, customerId }] of billed.entries()) {
    if (index < start.account) continue;
    const dimensions = await requireDimensions(context, billingAccountName);
    const resume = index === start.account ? start.next : null;
    const scope = { billingAccountName, customerId, period, dimensions, resume };
    for await (const { rows, next } of readDailyCosts(context.caller(), scope)) {
      context.done += rows.length;
      const cursor = next === null ? `${index + 1} ` : `${index} ${next}`;
      await context.storePage((tx) => addDailyCosts(tx, context.readId, tenantId, rows), {
        done: context.done,
        cursor,
      });
    }
  }
  return complete;
}

/** '<billing account, counted from 0> <link to its next page>' */
function parseCursor(cursor: string | null): { account: number; next: string | null } {
  if (cursor === null) return { account: 0, next: null };
  const space = cursor.indexOf(' ');
  return { account: Number(cursor.slice(0, space)), next: cursor.slice(space + 1) || null };
}

async function requireDimensions(context: StepContext, billingAccountName: string): Promise<CostDimensions> {
  const spellings = (await listDimensions(context.deps.db)).filter(
    (row) => row.billingAccountName === billingAccountName,
  );
  const spelled = (dimension: keyof CostDimensions): string | undefined =>
    spellings.find((row) => row.dimension === dimension)?.spelling;
  const subscriptionId = spelled('subscriptionId');
  const partnerEarnedCreditApplied = spelled('partnerEarnedCreditApplied');
  if (subscriptionId === undefined || partnerEarnedCreditApplied === undefined) {
    throw new NothingVisible('The cost dimensions of the billing account have not been read.');
  }
  return { subscriptionId, partnerEarnedCreditApplied };
}
