import type { CostScope } from '#lib/core/cost-plan.ts';
import type { DailyCost } from '#lib/core/facts.ts';
import { parseSubscriptionId, type TenantId } from '#lib/core/ids.ts';
import type { Period } from '#lib/core/periods.ts';
import type { Caller } from '../caller.ts';
import { AzureFailure } from '../failure.ts';
import { readClassifiedCosts, type OwnedCost } from './classified.ts';
import type { QueryDimensions } from './dimensions.ts';
import { readTenantsOfCharges } from './tenants.ts';

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
  const query = { scope, period, dimensions, owner: dimensions.subscriptionId, filters: [] };
  for await (const { rows, next } of readClassifiedCosts(caller, query, resume)) {
    yield { rows: rows.map(toDailyCost), next };
  }
}

/** null: nothing read says whose it is. */
export type TenantCost = DailyCost & { tenantId: TenantId | null };
export type TenantCostsPage = { rows: TenantCost[]; next: string | null };

/** Cursor of the second half of a profile: charges without a subscription, by customer. */
const REST = 'rest ';

/** The way 'query-profile': the same of all customers of a billing profile, each row with its customer. */
export async function* readProfileCosts(
  caller: Caller,
  scope: ProfileScope,
  { period, dimensions, resume }: QueriedCosts,
): AsyncGenerator<TenantCostsPage> {
  const tenants = await readTenantsOfCharges(caller, { scope, period, dimensions });
  const query = { scope, period, dimensions, filters: [] };
  if (resume === null || !resume.startsWith(REST)) {
    const owned = { ...query, owner: dimensions.subscriptionId };
    for await (const { rows, next } of readClassifiedCosts(caller, owned, resume)) {
      const told = tenants.restFilter === null ? rows : rows.filter(({ owner }) => owner !== '');
      yield {
        rows: told.map((row) => ({ ...toDailyCost(row), tenantId: tenants.tenantOf(row.owner) })),
        next: next ?? (tenants.restFilter === null ? null : REST),
      };
    }
  }
  if (tenants.restFilter === null) return;
  const { owner, filter } = tenants.restFilter;
  const at = resume?.startsWith(REST) === true ? resume.slice(REST.length) || null : null;
  const rest = readClassifiedCosts(caller, { ...query, owner, filters: [filter] }, at);
  for await (const { rows, next } of rest) {
    yield {
      rows: rows.map((row) => ({
        ...toDailyCost({ ...row, owner: '' }),
        tenantId: tenants.parse(row.owner),
      })),
      next: next === null ? null : `${REST}${next}`,
    };
  }
}
