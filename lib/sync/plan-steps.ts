import type { TriedWay } from '#lib/core/cost-plan.ts';
import { planCostSteps } from '#lib/core/cost-steps.ts';
import { planOlder, planOlderMonth } from '#lib/core/run-plan.ts';
import type { TenantId } from '#lib/core/ids.ts';
import type { Instant, Period } from '#lib/core/periods.ts';
import type { Source } from '#lib/core/statuses.ts';
import {
  monthsInPlay,
  needsJudging,
  planBulk,
  planCustomer,
  planFirst,
  planFollowUps,
  planLinks,
  planSchedules,
  type PlannedStep,
} from '#lib/core/sync-plan.ts';
import { listBilledCustomers } from '#lib/db/customers.ts';
import {
  countScheduledScopes,
  countSeen,
  describeCosted,
  describeCustomers,
  describeOlder,
  heldCosts,
  heldFollowUps,
  heldRows,
  listLinkTenants,
  oldestOf,
  triedCostWays,
  type BilledCost,
} from '#lib/db/plan-facts.ts';
import { listSourceReads, type SourceRead } from '#lib/db/reads.ts';
import { listJudgedAt, listLacking } from '#lib/db/verdicts.ts';
import { instant, type SyncDeps } from './deps.ts';
import { tenantsOfOurs } from '#lib/core/ours.ts';

/** Each stage of a run: what is held now, and the pure plan of lib/core that decides by it. */

export const planFirstSteps = async ({ db }: SyncDeps, links: number) => planFirst(await heldRows(db), links);

export async function planBulkSteps({ db }: SyncDeps): Promise<PlannedStep[]> {
  return planBulk(await heldRows(db), await countSeen(db));
}

export const planCustomerSteps = async (
  { db }: SyncDeps,
  tenants: readonly TenantId[],
): Promise<PlannedStep[]> => (await describeCustomers(db, tenants)).flatMap(planCustomer);

type Only = readonly TenantId[];

function keep<Value>(rows: ReadonlyMap<TenantId, Value>, only: Only): Map<TenantId, Value> {
  const wanted = new Set(only);
  return new Map([...rows].filter(([tenantId]) => wanted.has(tenantId)));
}

export async function planFollowUpSteps({ db }: SyncDeps, tenants: Only): Promise<PlannedStep[]> {
  const asked = new Set(tenants);
  const isAsked = ({ tenantId }: PlannedStep): boolean => tenantId === '' || asked.has(tenantId);
  return planFollowUps(await heldFollowUps(db)).filter(isAsked);
}

/** What the directories of customers have shown to matter. */
export async function planLastSteps({ db, profile }: SyncDeps, tenants: Only): Promise<PlannedStep[]> {
  const linked = new Set(await listLinkTenants(db, profile.managingTenantId));
  const scopes = await countScheduledScopes(db, tenantsOfOurs(profile));
  return [
    ...planLinks(tenants.filter((tenantId) => linked.has(tenantId))),
    ...planSchedules(keep(scopes, tenants)),
  ];
}

/** `refused`: what was refused of this month alone. */
type OfMonth = { period: Period; customers: readonly BilledCost[]; refused: readonly TriedWay[] };

/** Cost of a month to read of these customers. */
export async function planMonth(
  { db, ...deps }: SyncDeps,
  { period, customers: billed, refused }: OfMonth,
): Promise<PlannedStep[]> {
  const now = instant(deps);
  const customers = await describeCosted(db, billed, { period, now });
  const tried = await triedCostWays(db);
  const facts = { customers, tried, period, now };
  return monthsInPlay(now).includes(period)
    ? planCostSteps({ ...facts, tried: [...tried, ...refused] })
    : planOlderMonth(facts, refused);
}

/** Closed months that this run has time for, newest first, and the customers of whom they are read. */
export async function planOlderMonths(
  deps: SyncDeps,
  runId: string,
): Promise<Pick<ReturnType<typeof planOlder>[number], 'period' | 'customers'>[]> {
  const now = instant(deps);
  const older = await describeOlder(deps.db, { now, runId });
  return planOlder({ older, tried: await triedCostWays(deps.db), now });
}

export type Month = { period: Period; tenants: TenantId[] };

/** A source that a judgement lacked has been read whole since. */
const isMended = (
  lacked: readonly Source[],
  reads: readonly SourceRead[],
  { tenantId, judgedAt }: { tenantId: TenantId; judgedAt: Instant },
): boolean =>
  lacked.length > 0 &&
  reads.some(
    (row) =>
      lacked.includes(row.source) &&
      (row.tenantId === '' || row.tenantId === tenantId) &&
      row.outcome === 'done' &&
      row.asOf !== null &&
      Date.parse(row.asOf) > Date.parse(judgedAt),
  );

/** Customers by the month to judge, the open month first: it is what people look at. */
export async function planJudging(deps: SyncDeps, tenants: readonly TenantId[]): Promise<Month[]> {
  const { db } = deps;
  const now = instant(deps);
  const billed = await listBilledCustomers(db);
  const reads = await listSourceReads(db);
  const months: Month[] = [];
  for (const period of monthsInPlay(now)) {
    const held = await heldCosts(db, { period, now, billed, tenants });
    const judged = await listJudgedAt(db, period);
    const lacking = await listLacking(db, period);
    const isDue = (tenantId: TenantId): boolean =>
      needsJudging(period, now, {
        judgedAt: judged.get(tenantId) ?? null,
        costAsOf: oldestOf(held.get(tenantId) ?? []),
        mended: isMended(lacking.get(tenantId) ?? [], reads, {
          tenantId,
          judgedAt: judged.get(tenantId) ?? now,
        }),
      });
    months.push({ period, tenants: tenants.filter(isDue) });
  }
  return months.filter((month) => month.tenants.length > 0);
}

/** An older month is judged for those customers whose cost of it is held. */
export async function planJudgingOlder(
  deps: SyncDeps,
  period: Period,
  tenants: readonly TenantId[],
): Promise<Month[]> {
  const { db } = deps;
  const billed = await listBilledCustomers(db);
  const held = await heldCosts(db, { period, now: instant(deps), billed, tenants });
  const judged = await listJudgedAt(db, period);
  const isDue = (tenantId: TenantId): boolean => {
    const costAsOf = oldestOf(held.get(tenantId) ?? []);
    const judgedAt = judged.get(tenantId) ?? null;
    return costAsOf !== null && (judgedAt === null || Date.parse(costAsOf) > Date.parse(judgedAt));
  };
  const due = tenants.filter(isDue);
  return due.length === 0 ? [] : [{ period, tenants: due }];
}
