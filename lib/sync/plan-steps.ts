import { planCostSteps, type CostGroup } from '#lib/core/cost-steps.ts';
import type { TenantId } from '#lib/core/ids.ts';
import type { Period } from '#lib/core/periods.ts';
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
  heldCosts,
  heldFollowUps,
  heldRows,
  listLinkTenants,
  oldestOf,
  triedCostWays,
} from '#lib/db/plan-facts.ts';
import { listJudgedAt } from '#lib/db/verdicts.ts';
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

/** Cost to read of a month: of all customers, or of a group of them. */
export async function planMonth(
  { db, ...deps }: SyncDeps,
  period: Period,
  group: CostGroup | null = null,
): Promise<PlannedStep[]> {
  const now = instant(deps);
  const customers = (await describeCosted(db, period, now)).filter(
    ({ tenantId }) => group === null || group.tenantIds.has(tenantId),
  );
  return planCostSteps({ customers, tried: await triedCostWays(db), period, now });
}

export type Month = { period: Period; tenants: TenantId[] };

/** Customers by the month to judge, the open month first: it is what people look at. */
export async function planJudging(deps: SyncDeps, tenants: readonly TenantId[]): Promise<Month[]> {
  const { db } = deps;
  const now = instant(deps);
  const billed = await listBilledCustomers(db);
  const months: Month[] = [];
  for (const period of monthsInPlay(now)) {
    const held = await heldCosts(db, { period, now, billed });
    const judged = await listJudgedAt(db, period);
    const isDue = (tenantId: TenantId): boolean =>
      needsJudging(period, now, {
        judgedAt: judged.get(tenantId) ?? null,
        costAsOf: oldestOf(held.get(tenantId) ?? []),
      });
    months.push({ period, tenants: tenants.filter(isDue) });
  }
  return months.filter((month) => month.tenants.length > 0);
}
