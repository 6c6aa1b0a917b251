import { planCostSteps, type CostGroup } from '#lib/core/cost-steps.ts';
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
  listApplicationTenants,
  listDenialTargets,
  listDirectHolders,
  listForeignGroupCustomers,
  listScheduledScopes,
  listUnlinkedDelegators,
} from '#lib/db/follow-ups.ts';
import {
  countBy,
  countSeen,
  describeCosted,
  describeCustomers,
  heldCosts,
  heldRows,
  oldestOf,
  triedCostWays,
} from '#lib/db/plan-facts.ts';
import { listSourceReads, type SourceRead } from '#lib/db/reads.ts';
import { listJudgedAt, listLacking } from '#lib/db/verdicts.ts';
import { instant, type SyncDeps } from './deps.ts';
import { tenantsOfOurs } from './ours.ts';

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
  const holders = countBy(await listDirectHolders(db), ({ tenantId }) => tenantId);
  const denials = countBy(await listDenialTargets(db), ({ tenantId }) => tenantId);
  const billed = new Set((await listBilledCustomers(db)).map(({ tenantId }) => tenantId));
  const moved = (await listForeignGroupCustomers(db)).filter((tenantId) => billed.has(tenantId));
  const isAsked = ({ tenantId }: PlannedStep): boolean => tenantId === '' || asked.has(tenantId);
  return planFollowUps({ holders, denials, movedPerhaps: moved }).filter(isAsked);
}

/** What the directories of customers have shown to matter. */
export async function planLastSteps({ db, profile }: SyncDeps, tenants: Only): Promise<PlannedStep[]> {
  const { managingTenantId } = profile;
  const scopes = await listScheduledScopes(db, tenantsOfOurs(profile));
  const linked = new Set([
    ...(await listApplicationTenants(db, managingTenantId)),
    ...(await listUnlinkedDelegators(db, managingTenantId)),
  ]);
  return [
    ...planLinks(tenants.filter((tenantId) => linked.has(tenantId))),
    ...planSchedules(
      keep(
        countBy(scopes, ({ tenantId }) => tenantId),
        tenants,
      ),
    ),
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
    const held = await heldCosts(db, { period, now, billed });
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
