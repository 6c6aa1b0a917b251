import { eq, ne, sql } from 'drizzle-orm';
import { EACH_DAY } from '#lib/db/cost-days.ts';
import type { Db } from '#lib/db/db.ts';
import { isCurrent } from '#lib/db/reads.ts';
import { dailyCosts, sourceChecks, sourceReads, syncSteps } from '#lib/db/schema.ts';
import type { CostTruth } from './made-costs.ts';

export type Whole = {
  isWhole: boolean;
  /** Reads that brought nothing or not all, by source and outcome: some customers refuse. */
  unread: Record<string, number>;
  /** Days of subscriptions of which cost is held. */
  costDays: number;
  /** What is not as it was made, in words. */
  wrong: string[];
};

/** Whether a run kept all that the simulator has: a refusal that the made world has in it is no loss. */
export async function checkWhole(
  db: Db,
  runId: string,
  { costs: made, lastDay }: { costs: CostTruth; lastDay: string },
): Promise<Whole> {
  const unread = await countUnread(db);
  const kept = await sumKept(db, lastDay);
  const wrong = [
    ...Object.entries(unread).flatMap(([what, count]) =>
      what.endsWith(' forbidden') ? [] : [`${count} reads: ${what}`],
    ),
    ...(await listWrongCounts(db, runId)),
    ...(await listDiffering(db)),
    ...differences(made, kept),
  ];
  const costDays = Object.values(kept).reduce((sum, { days }) => sum + days, 0);
  return { isWhole: wrong.length === 0, unread, costDays, wrong: wrong.slice(0, 10) };
}

async function countUnread(db: Db): Promise<Record<string, number>> {
  const rows = await db
    .select({ source: sourceReads.source, outcome: sourceReads.outcome, count: sql<number>`count(*)::int` })
    .from(sourceReads)
    .where(ne(sourceReads.outcome, 'done'))
    .groupBy(sourceReads.source, sourceReads.outcome);
  return Object.fromEntries(rows.map(({ source, outcome, count }) => [`${source} ${outcome}`, count]));
}

/** Lists of which Azure announced another number of rows than it sent. */
async function listWrongCounts(db: Db, runId: string): Promise<string[]> {
  const rows = await db.select().from(syncSteps).where(eq(syncSteps.runId, runId));
  return rows.flatMap(({ source, tenantId, expected, read }) =>
    expected === null || expected === read ? [] : [`${source} ${tenantId}: ${read} of ${expected} rows`],
  );
}

async function listDiffering(db: Db): Promise<string[]> {
  const rows = await db.select().from(sourceChecks).where(ne(sourceChecks.differing, 0));
  return rows.map(({ check, example }) => `${check}: ${example ?? ''}`);
}

async function sumKept(db: Db, lastDay: string): Promise<CostTruth> {
  const { tenantId, subscriptionId, currency } = dailyCosts;
  const rows = await db
    .select({
      period: sourceReads.period,
      currency,
      days: sql<number>`count(distinct (${tenantId}, ${subscriptionId}, cost.day))::int`,
      micros: sql<string>`trim_scale(sum(cost.net) * 1000000)::text`,
    })
    .from(dailyCosts)
    .innerJoin(sourceReads, isCurrent(dailyCosts))
    .crossJoinLateral(EACH_DAY)
    .where(sql`cost.day <= ${lastDay}`)
    .groupBy(sourceReads.period, currency);
  return Object.fromEntries(
    rows.map((row) => [`${row.period} ${row.currency}`, { days: row.days, micros: Number(row.micros) }]),
  );
}

function differences(made: CostTruth, kept: CostTruth): string[] {
  const none = { days: 0, micros: 0 };
  return [...new Set([...Object.keys(made), ...Object.keys(kept)])].sort().flatMap((key) => {
    const [left, right] = [made[key] ?? none, kept[key] ?? none];
    return left.days === right.days && left.micros === right.micros
      ? []
      : [`${key}: ${right.days} days of ${left.days} kept, ${right.micros} millionths of ${left.micros}`];
  });
}
