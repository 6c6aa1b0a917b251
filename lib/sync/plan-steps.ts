import type { CostScope, TriedWay } from '#lib/core/cost-plan.ts';
import { chooseCostReads } from '#lib/core/choose-reads.ts';
import { planCostSteps, scopeOfProfile, type CostedCustomer } from '#lib/core/cost-steps.ts';
import type { TenantId } from '#lib/core/ids.ts';
import type { Instant, Period } from '#lib/core/periods.ts';
import type { Source } from '#lib/core/statuses.ts';
import {
  isOpen,
  monthsInPlay,
  needsJudging,
  planBulk,
  planCustomer,
  planFirst,
  planFollowUps,
  planLinks,
  planSchedules,
  type HeldRows,
  type PlannedCustomer,
  type PlannedStep,
} from '#lib/core/sync-plan.ts';
import { countBilledSubscriptions } from '#lib/db/billing.ts';
import { listCostReads, type CostRead } from '#lib/db/costs.ts';
import { listCostWays } from '#lib/db/cost-ways.ts';
import { listBilledCustomers, listVisibleSubscriptions } from '#lib/db/customers.ts';
import type { Db } from '#lib/db/db.ts';
import {
  listApplicationTenants,
  listDenialTargets,
  listDirectHolders,
  listForeignGroupCustomers,
  listScheduledScopes,
  listUnlinkedDelegators,
} from '#lib/db/follow-ups.ts';
import { listSourceReads, type SourceRead } from '#lib/db/reads.ts';
import { listJudgedAt, listLacking } from '#lib/db/verdicts.ts';
import { instant, type SyncDeps } from './deps.ts';
import { tenantsOfOurs } from './ours.ts';

/** Each function here gathers what is held and leaves the decision to a pure plan of lib/core. */

async function heldRows(db: Db): Promise<HeldRows> {
  const held: HeldRows = {};
  for (const { source, tenantId, rows, currentReadId } of await listSourceReads(db, [''])) {
    if (tenantId === '' && currentReadId !== null) held[source] = rows;
  }
  return held;
}

export const planFirstSteps = async ({ db }: SyncDeps, links: number) => planFirst(await heldRows(db), links);

export async function planBulkSteps({ db }: SyncDeps): Promise<PlannedStep[]> {
  const visible = await listVisibleSubscriptions(db);
  const seen = visible.filter(({ source }) => source === 'subscriptions').length;
  return planBulk(await heldRows(db), seen);
}

const countBy = <Row>(rows: readonly Row[], tenantOf: (row: Row) => TenantId): Map<TenantId, number> =>
  new Map([...Map.groupBy(rows, tenantOf)].map(([tenantId, same]) => [tenantId, same.length]));

export async function describeCustomers(db: Db, tenants: readonly TenantId[]): Promise<PlannedCustomer[]> {
  const visible = (await listVisibleSubscriptions(db)).filter(({ source }) => source === 'subscriptions');
  const seen = countBy(visible, ({ tenantId }) => tenantId);
  const [billing] = (await listSourceReads(db, [''])).filter(
    ({ source, currentReadId }) => source === 'billing-subscriptions' && currentReadId !== null,
  );
  const unseen = new Map<TenantId, number>();
  const counts = new Map(
    (await countBilledSubscriptions(db)).map((row) => [`${row.billingAccountName}/${row.customerId}`, row]),
  );
  for (const { tenantId, billingAccountName, customerId } of await listBilledCustomers(db)) {
    const count = counts.get(`${billingAccountName}/${customerId}`)?.unseen ?? 0;
    unseen.set(tenantId, (unseen.get(tenantId) ?? 0) + count);
  }
  return tenants.map((tenantId) => ({
    tenantId,
    seen: seen.get(tenantId) ?? 0,
    unseen: billing === undefined ? null : (unseen.get(tenantId) ?? 0),
  }));
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

/** Cost to read of a month. */
export async function planMonth({ db, ...deps }: SyncDeps, period: Period): Promise<PlannedStep[]> {
  const now = instant(deps);
  const customers = await describeCosted(db, period, now);
  return planCostSteps({ customers, tried: await triedCostWays(db), period, now });
}

export const triedCostWays = async (db: Db): Promise<TriedWay[]> => (await listCostWays(db)).map(triedWay);

const triedWay = ({
  way,
  permitted,
  triedAt,
  ...row
}: Awaited<ReturnType<typeof listCostWays>>[number]): TriedWay => {
  const { billingAccountName, billingProfileName, customerId } = row;
  const scope: CostScope =
    customerId === ''
      ? { kind: 'profile', billingAccountName, billingProfileName }
      : { kind: 'customer', billingAccountName, customerId };
  return { way, scope, permitted, at: triedAt };
};

async function describeCosted(db: Db, period: Period, now: Instant): Promise<CostedCustomer[]> {
  const billed = await listBilledCustomers(db);
  const counts = new Map(
    (await countBilledSubscriptions(db)).map((row) => [
      `${row.billingAccountName}/${row.customerId}`,
      row.subscriptions,
    ]),
  );
  const held = await heldCosts(db, { period, now, billed });
  return billed.map(({ tenantId, billingAccountName, billingProfileName, customerId }) => ({
    tenantId,
    billingAccountName,
    billingProfileName,
    customerId,
    subscriptions: counts.get(`${billingAccountName}/${customerId}`) ?? 0,
    heldAsOf: oldestOf(held.get(tenantId) ?? []),
  }));
}

type Billed = Awaited<ReturnType<typeof listBilledCustomers>>;

/** The reads that a month's cost of each billed customer comes from. */
export async function heldCosts(
  db: Db,
  { period, now, billed }: { period: Period; now: Instant; billed: Billed },
): Promise<Map<TenantId, CostRead[]>> {
  const byTenant = Map.groupBy(billed, ({ tenantId }) => tenantId);
  const reads = await listCostReads(db, period, [...byTenant.keys()]);
  const ofTenant = Map.groupBy(reads, ({ tenantId }) => tenantId);
  const closed = !isOpen(period, now);
  return new Map(
    [...byTenant].map(([tenantId, rows]) => {
      const candidates = [...(ofTenant.get('') ?? []), ...(ofTenant.get(tenantId) ?? [])];
      return [tenantId, chooseCostReads(candidates, scopesOf(rows), { closed }).daily];
    }),
  );
}

/** Billing profiles that bill a customer; none while one of them is not known. */
export function scopesOf(rows: Billed): string[] {
  const known = rows.flatMap(({ billingAccountName, billingProfileName }) =>
    billingProfileName === null ? [] : [scopeOfProfile(billingAccountName, billingProfileName)],
  );
  return known.length === rows.length ? [...new Set(known)] : [];
}

const oldestOf = (reads: readonly CostRead[]): Instant | null =>
  reads
    .map(({ asOf }) => asOf)
    .sort()
    .at(0) ?? null;

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
        mended: isMended(lacking.get(tenantId) ?? [], reads, { tenantId, judgedAt: judged.get(tenantId) ?? now }),
      });
    months.push({ period, tenants: tenants.filter(isDue) });
  }
  return months.filter((month) => month.tenants.length > 0);
}
