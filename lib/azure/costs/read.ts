import type { CostScope } from '#lib/core/cost-plan.ts';
import type { DailyCost } from '#lib/core/facts.ts';
import { parseSubscriptionId, type TenantId } from '#lib/core/ids.ts';
import { sum, type Decimal } from '#lib/core/money.ts';
import type { Period } from '#lib/core/periods.ts';
import type { Caller } from '../caller.ts';
import { AzureFailure } from '../failure.ts';
import { readClassifiedPages, rowsOf, type OwnedCost } from './classified.ts';
import type { QueryDimensions } from './dimensions.ts';
import { readGroups } from './groups.ts';
import { openLooseCharges } from './loose.ts';
import { openTenants, type KnownTenant } from './tenants.ts';

export { readQueryDimensions, type QueryDimensions } from './dimensions.ts';

export type DailyCostsPage = { rows: DailyCost[]; next: string | null };

/** Blank for a charge that belongs to no subscription. */
function toDailyCost({ owner, ...row }: OwnedCost): DailyCost {
  if (owner === '') return { ...row, subscriptionId: null };
  const subscriptionId = parseSubscriptionId(owner.slice(owner.lastIndexOf('/') + 1));
  if (subscriptionId === null) {
    const message = 'rows.SubscriptionId: not understood';
    throw new AzureFailure({ kind: 'malformed', source: 'cost-query', message });
  }
  return { ...row, subscriptionId };
}

export type QueriedCosts = {
  period: Period;
  dimensions: QueryDimensions;
  /** `next` of the last page that was kept, or null to begin. */
  resume: string | null;
};

type CustomerScope = Extract<CostScope, { kind: 'customer' }>;
type ProfileScope = Extract<CostScope, { kind: 'profile' }>;

/** The way 'query-customer': one customer's month by day, subscription and class. */
export async function* readCustomerCosts(
  caller: Caller,
  scope: CustomerScope,
  { period, dimensions, resume }: QueriedCosts,
): AsyncGenerator<DailyCostsPage> {
  const asked = { scope, period, dimensions };
  for await (const { groups, splitting, next } of readClassifiedPages(caller, asked, resume)) {
    yield { rows: groups.flatMap((group) => rowsOf(group, splitting)).map(toDailyCost), next };
  }
}

/** What a billing profile's month costs, by currency: one row each, and so one page. */
export async function readProfileTotals(
  caller: Caller,
  scope: ProfileScope,
  period: Period,
): Promise<Map<string, Decimal>> {
  const groups = await readGroups(caller, { scope, period, daily: false, groupings: [], filters: [] });
  const nets = Map.groupBy(groups, ({ currency }) => currency);
  return new Map([...nets].map(([currency, same]) => [currency, sum(same.map(({ net }) => net))]));
}

/** null: nothing read says whose it is. */
export type TenantCost = DailyCost & { tenantId: TenantId | null };
export type TenantCostsPage = { rows: TenantCost[]; next: string | null };

/** The way 'query-profile': the same of all customers of a billing profile, each row with its customer. */
export async function* readProfileCosts(
  caller: Caller,
  scope: ProfileScope,
  { period, dimensions, resume, knownTenant }: QueriedCosts & { knownTenant: KnownTenant },
): AsyncGenerator<TenantCostsPage> {
  const asked = { scope, period, dimensions };
  const loose = openLooseCharges(caller, asked);
  const tenants = openTenants(caller, asked);
  for await (const { groups, splitting, next } of readClassifiedPages(caller, asked, resume)) {
    const rows: TenantCost[] = [];
    const unknown: { owner: string; row: DailyCost }[] = [];
    for (const group of groups) {
      const [owner = ''] = group.keys;
      if (owner === '') {
        for (const { tenantId, row } of await loose.attribute(group, splitting)) {
          rows.push({ ...toDailyCost({ ...row, owner: '' }), tenantId });
        }
        continue;
      }
      for (const row of rowsOf(group, splitting).map(toDailyCost)) {
        const tenantId = row.subscriptionId === null ? null : knownTenant(row.subscriptionId);
        if (tenantId === null) unknown.push({ owner, row });
        else rows.push({ ...row, tenantId });
      }
    }
    await tenants.learn([...new Set(unknown.map(({ owner }) => owner))]);
    for (const { owner, row } of unknown) rows.push({ ...row, tenantId: tenants.tenantOf(owner) });
    yield { rows, next };
  }
}
