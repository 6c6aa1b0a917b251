import type { TenantId } from '#lib/core/ids.ts';
import type { Period } from '#lib/core/periods.ts';
import { planPeriods } from '#lib/core/sync-plan.ts';
import { listBilledCustomers } from '#lib/db/customers.ts';
import { listSourceReads } from '#lib/db/reads.ts';
import type { Step, StepKey } from '#lib/db/runs.ts';
import { instant, type SyncDeps } from './deps.ts';

export const ACCESS_CHAIN = [
  'customer-subscriptions',
  'partner-links',
  'delegations',
  'role-assignments',
  'customer-identities',
] as const;

/** Everything a run has to do once its customers are known. Each customer's months are its own. */
export async function planSteps(deps: SyncDeps, tenants: readonly TenantId[]): Promise<StepKey[]> {
  const costs = await planCosts(deps, tenants);
  const costed = new Set(costs.map(({ tenantId }) => tenantId));
  const months = tenants.every((tenantId) => costed.has(tenantId))
    ? [...new Set(costs.map(({ period }) => period))]
    : planPeriods(instant(deps), () => null);
  return [
    { source: 'cost-dimensions', tenantId: '', period: '', scope: '' },
    ...tenants.flatMap((tenantId) =>
      ACCESS_CHAIN.map((source) => ({ source, tenantId, period: '' as const, scope: '' })),
    ),
    { source: 'role-definitions', tenantId: '', period: '', scope: '' },
    { source: 'identities', tenantId: '', period: '', scope: '' },
    ...costs,
    ...months.map((period) => ({ source: 'judge' as const, tenantId: '' as const, period, scope: '' })),
  ];
}

async function planCosts(deps: SyncDeps, tenants: readonly TenantId[]) {
  const billed = new Set((await listBilledCustomers(deps.db)).map(({ tenantId }) => tenantId));
  const heldAsOf = new Map(
    (await listSourceReads(deps.db)).flatMap(({ source, tenantId, period, asOf }) =>
      source === 'costs' ? [[`${tenantId}/${period}`, asOf] as const] : [],
    ),
  );
  const now = instant(deps);
  return tenants
    .filter((tenantId) => billed.has(tenantId))
    .flatMap((tenantId) =>
      planPeriods(now, (period) => heldAsOf.get(`${tenantId}/${period}`) ?? null).map((period) => ({
        source: 'costs' as const,
        tenantId,
        period,
        scope: '',
      })),
    );
}

export type Month = { period: Period; tenants: TenantId[] };

const byNewest = (left: Month, right: Month): number => right.period.localeCompare(left.period);

// Steps are stored from parsed ids and months: the casts of the next two functions rest on that.

/** Customers by the month whose cost a run reads, the open month first: it is what people look at. */
export function costMonths(steps: readonly Step[]): Month[] {
  const costs = steps.filter(({ source }) => source === 'costs');
  return [...Map.groupBy(costs, ({ period }) => period)]
    .map(([period, rows]) => ({
      period: period as Period,
      tenants: rows.map(({ tenantId }) => tenantId as TenantId),
    }))
    .sort(byNewest);
}

/**
 * Customers by the month to judge: those whose cost of it the run read, and those who have none to read. By the
 * steps of the run, since after a crash the months just read would not be planned again.
 */
export function judgeMonths(steps: readonly Step[], tenants: readonly TenantId[]): Month[] {
  const read = new Map(costMonths(steps).map(({ period, tenants: costed }) => [period, new Set(costed)]));
  const isCosted = (tenantId: TenantId): boolean => read.values().some((costed) => costed.has(tenantId));
  return steps
    .filter(({ source }) => source === 'judge')
    .map((step) => ({
      period: step.period as Period,
      tenants: tenants.filter(
        (tenantId) => !isCosted(tenantId) || read.get(step.period as Period)?.has(tenantId),
      ),
    }))
    .sort(byNewest);
}
