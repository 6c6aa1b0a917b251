import type { CostScope } from '#lib/core/cost-plan.ts';
import { parseTenantId, type TenantId } from '#lib/core/ids.ts';
import type { Period } from '#lib/core/periods.ts';
import type { Caller } from '../caller.ts';
import { AzureFailure } from '../failure.ts';
import type { QueryDimensions } from './dimensions.ts';
import { readGroups, type OneOf } from './groups.ts';
import type { CostGroup } from './map.ts';

export type TenantsOfCharges = {
  /** The customer that a subscription is billed to. */
  tenantOf: (subscription: string) => TenantId | null;
  /** How to ask for the charges without a subscription by customer; null where there are none, or no way. */
  restFilter: { owner: string; filter: OneOf } | null;
  parse: (cell: string) => TenantId | null;
};

type Asked = { scope: CostScope; period: Period; dimensions: QueryDimensions };

const parse = (cell: string): TenantId | null => parseTenantId(cell.slice(cell.lastIndexOf('/') + 1));

const totalsOf = (groups: readonly CostGroup[], tenantAt: number): string[] =>
  groups
    .map(({ keys, currency, net }) => `${(keys[tenantAt] ?? '').toLowerCase()} ${currency} ${net.toFixed()}`)
    .sort();

/**
 * Whether a filter for no subscription is understood is documented nowhere: it is believed only where its answer
 * agrees with the amounts by subscription and customer.
 */
async function probeRest(
  caller: Caller,
  asked: Asked,
  blank: readonly CostGroup[],
): Promise<TenantsOfCharges['restFilter']> {
  const { customerTenantId, subscriptionId } = asked.dimensions;
  if (blank.length === 0 || customerTenantId === null) return null;
  const filter: OneOf = { dimension: subscriptionId, values: [''] };
  const query = { ...asked, daily: false, groupings: [customerTenantId] as const, filters: [filter] };
  try {
    const told = totalsOf(await readGroups(caller, query), 0);
    return told.join() === totalsOf(blank, 1).join() ? { owner: customerTenantId, filter } : null;
  } catch (error) {
    if (error instanceof AzureFailure && error.kind === 'rejected') return null;
    throw error;
  }
}

export async function readTenantsOfCharges(caller: Caller, asked: Asked): Promise<TenantsOfCharges> {
  const { customerTenantId, subscriptionId } = asked.dimensions;
  if (customerTenantId === null) return { tenantOf: () => null, restFilter: null, parse };
  const groupings = [subscriptionId, customerTenantId] as const;
  const groups = await readGroups(caller, { ...asked, daily: false, groupings, filters: [] });
  const tenants = new Map(
    groups.map(({ keys: [owner = '', tenant = ''] }) => [owner.toLowerCase(), parse(tenant)]),
  );
  const blank = groups.filter(({ keys }) => keys[0] === '');
  return {
    tenantOf: (subscription) =>
      subscription === '' ? null : (tenants.get(subscription.toLowerCase()) ?? null),
    restFilter: await probeRest(caller, asked, blank),
    parse,
  };
}
