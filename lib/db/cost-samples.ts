import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { CostCandidate } from '#lib/core/choose-reads.ts';
import type { TriedWay } from '#lib/core/cost-plan.ts';
import { planCostSamples, type CostSample, type HeldMonth } from '#lib/core/cost-samples.ts';
import { profileOfScope, scopeOfProfile } from '#lib/core/cost-steps.ts';
import type { Instant, Period } from '#lib/core/periods.ts';
import { EACH_DAY } from './cost-days.ts';
import type { Db } from './db.ts';
import { writeLists } from './list-versions.ts';
import { isCurrent } from './reads.ts';
import { dailyCosts, sourceChecks, sourceReads } from './schema.ts';

const ofProfiles = and(eq(sourceReads.source, 'costs'), eq(sourceReads.tenantId, ''));
const isOfRead = and(
  eq(sourceChecks.check, 'cost-by-query'),
  eq(sourceChecks.period, sourceReads.period),
  eq(sourceChecks.scope, sourceReads.scope),
);

/** Months of billing profiles that this run holds a query against. */
export async function listSamples(
  db: Db,
  asked: { now: Instant; tried: readonly TriedWay[] },
): Promise<CostSample[]> {
  const rows = await db
    .select({
      scope: sourceReads.scope,
      period: sourceReads.period,
      way: sourceReads.way,
      asOf: sourceReads.asOf,
      checkedAt: sourceChecks.checkedAt,
      differing: sourceChecks.differing,
    })
    .from(sourceReads)
    .leftJoin(sourceChecks, isOfRead)
    .where(and(ofProfiles, eq(sourceReads.outcome, 'done'), isNotNull(sourceReads.currentReadId)))
    .orderBy(sourceReads.scope, sourceReads.period);
  const months = rows.flatMap(({ scope, period, way, asOf, checkedAt, differing }): HeldMonth[] =>
    asOf === null
      ? []
      : [
          {
            // Written by steps of cost, from parsed months.
            ...{ scope: profileOfScope(scope), period: period as Period, way: way as CostCandidate['way'] },
            ...{ asOf, checkedAt, differed: (differing ?? 0) > 0 },
          },
        ],
  );
  return planCostSamples(months, asked);
}

/** What is held of a month of a billing profile, by currency. */
export async function sumProfileMonth(
  db: Db,
  { scope: { billingAccountName, billingProfileName }, period }: CostSample,
): Promise<{ currency: string; net: string }[]> {
  const scope = scopeOfProfile(billingAccountName, billingProfileName);
  return db
    .select({ currency: dailyCosts.currency, net: sql<string>`sum(cost.net)` })
    .from(dailyCosts)
    .innerJoin(sourceReads, isCurrent(dailyCosts))
    .crossJoinLateral(EACH_DAY)
    .where(and(ofProfiles, eq(sourceReads.scope, scope), eq(sourceReads.period, period)))
    .groupBy(dailyCosts.currency);
}

/** Comparisons with what has been read anew since, or is held no longer. */
export async function dropOldSamples(db: Db): Promise<void> {
  await writeLists(db, async (tx) => {
    const isHeld = sql`exists (select from ${sourceReads} where ${and(ofProfiles, isOfRead)}
      and ${sourceReads.outcome} = 'done' and ${sourceReads.asOf} <= ${sourceChecks.checkedAt})`;
    await tx.delete(sourceChecks).where(and(eq(sourceChecks.check, 'cost-by-query'), sql`not ${isHeld}`));
  });
}
