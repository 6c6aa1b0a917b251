import { chooseCostReads } from '#lib/core/choose-reads.ts';
import { read, unread, type Read } from '#lib/core/evidence.ts';
import type { DailyCost, GroupedCost } from '#lib/core/facts.ts';
import type { SubscriptionId, TenantId } from '#lib/core/ids.ts';
import { MISSING_RIGHTS } from '#lib/core/missing-rights.ts';
import type { Decimal } from '#lib/core/money.ts';
import type { Day, Period } from '#lib/core/periods.ts';
import { isOpen } from '#lib/core/sync-plan.ts';
import {
  findHighestRate,
  findLastCostDay,
  listCostReads,
  listDailyCosts,
  listGroupedCosts,
  type CostRead,
} from '#lib/db/costs.ts';
import type { Db } from '#lib/db/db.ts';
import { listNamingProfiles } from '#lib/db/named-by-cost.ts';
import { scopesOf } from '#lib/db/plan-facts.ts';
import type { CostCover } from '#lib/db/verdicts.ts';
import type { Shared } from './load-shared.ts';

import { readKey, reasonUnread } from './read-of.ts';

/** Of the whole partner, of one month. */
export type MonthFacts = { costDataUntil: Day | null; rateSeen: Decimal | null };

export const loadMonth = async (db: Db, period: Period): Promise<MonthFacts> => ({
  costDataUntil: await findLastCostDay(db, period),
  rateSeen: await findHighestRate(db, period),
});

/** One customer's month of cost, by the reads that were chosen for it. */
export type CustomerCost = {
  daily: Read<ReadonlyMap<SubscriptionId | null, readonly DailyCost[]>>;
  grouped: Read<ReadonlyMap<SubscriptionId | null, readonly GroupedCost[]>>;
  way: CostRead['way'];
  covers: CostCover[];
};

export async function loadCosts(
  db: Db,
  shared: Shared,
  { tenantIds, period }: { tenantIds: readonly TenantId[]; period: Period },
): Promise<(tenantId: TenantId) => CustomerCost> {
  const reads = await listCostReads(db, period, tenantIds);
  const closed = !isOpen(period, shared.now);
  const naming = await listNamingProfiles(db, period, tenantIds);
  const choices = new Map(
    tenantIds.map((tenantId) => {
      const candidates = reads.filter((row) => row.tenantId === '' || row.tenantId === tenantId);
      const scopes = scopesOf(shared.billed.get(tenantId) ?? [], naming.get(tenantId));
      return [tenantId, chooseCostReads(candidates, scopes, { closed })] as const;
    }),
  );
  const idsOf = (kind: 'daily' | 'grouped'): string[] => [
    ...new Set([...choices.values()].flatMap((choice) => choice[kind].map(({ readId }) => readId))),
  ];
  const daily = Map.groupBy(
    await listDailyCosts(db, { readIds: idsOf('daily'), tenantIds }),
    (row) => row.tenantId,
  );
  const grouped = Map.groupBy(
    await listGroupedCosts(db, { readIds: idsOf('grouped'), tenantIds }),
    (row) => row.tenantId,
  );
  return (tenantId) => {
    const choice = choices.get(tenantId) ?? { daily: [], grouped: [] };
    const missing = unreadCosts(shared, tenantId, period);
    return {
      daily: rowsOfReads(choice.daily, daily.get(tenantId) ?? [], missing),
      grouped: rowsOfReads(choice.grouped, grouped.get(tenantId) ?? [], unread('not-asked')),
      way: choice.daily[0]?.way ?? null,
      covers: [...coversOf('daily', choice.daily), ...coversOf('grouped', choice.grouped)],
    };
  };
}

type OfRead = { readId: string; subscriptionId: SubscriptionId | null };

function rowsOfReads<Row extends OfRead>(
  reads: readonly CostRead[],
  rows: readonly Row[],
  missing: Read<never>,
): Read<ReadonlyMap<SubscriptionId | null, Row[]>> {
  const [oldest] = reads.map(({ asOf }) => asOf).sort();
  if (oldest === undefined) return missing;
  const chosen = new Set(reads.map(({ readId }) => readId));
  const kept = rows.filter(({ readId }) => chosen.has(readId));
  return read(
    Map.groupBy(kept, ({ subscriptionId }) => subscriptionId),
    oldest,
  );
}

/** Why a customer's cost is not known: its own read was refused, or that of a billing profile of it. */
function unreadCosts(shared: Shared, tenantId: TenantId, period: Period): Read<never> {
  const billed = shared.billed.get(tenantId) ?? [];
  const own = shared.reads.get(readKey({ source: 'costs', tenantId, period, scope: '' }));
  const ofProfiles = scopesOf(billed).map((scope) =>
    shared.reads.get(readKey({ source: 'costs', tenantId: '', period, scope })),
  );
  const tried = own ?? ofProfiles.find((row) => row !== undefined);
  return tried === undefined ? unread('failed', MISSING_RIGHTS.costs) : reasonUnread(tried, 'costs');
}

const coversOf = (kind: CostCover['kind'], reads: readonly CostRead[]): CostCover[] =>
  reads.map(({ tenantId, scope }) => ({ kind, readTenantId: tenantId, scope }));
