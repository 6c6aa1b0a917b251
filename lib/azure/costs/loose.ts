import { splitRow, type SplitPart } from '#lib/core/cost-split.ts';
import type { TenantId } from '#lib/core/ids.ts';
import { decimalText, sum } from '#lib/core/money.ts';
import type { Caller } from '../caller.ts';
import { AzureFailure } from '../failure.ts';
import { rowOf, rowsOf, type OwnedCost, type Splitting } from './classified.ts';
import { readGroups, type OneOf } from './groups.ts';
import type { AskedMonth } from './kinds.ts';
import type { CostGroup } from './map.ts';
import { readParts, type SplitParts } from './split.ts';
import { parseTenantCell } from './tenants.ts';

/** null: no customer could be told of it. */
export type LooseCost = { tenantId: TenantId | null; row: OwnedCost };

const dayKey = ({ day, currency, keys }: CostGroup): string => `${day ?? ''} ${currency} ${keys[1] ?? ''}`;

const netsByClass = (parts: readonly SplitPart[]): string =>
  [...Map.groupBy(parts, ({ costClass }) => costClass)]
    .map(([costClass, same]) => `${costClass} ${decimalText(sum(same.map(({ net }) => net)))}`)
    .sort()
    .join();

/**
 * Charges of a billing profile that belong to no subscription, by customer. Whether a filter for no subscription is
 * understood is documented nowhere: it is believed of a day only where its answer agrees with the day's amount.
 */
export function openLooseCharges(caller: Caller, asked: AskedMonth) {
  const { customerTenantId, subscriptionId, partnerEarnedCreditApplied: credit } = asked.dimensions;
  const filters: OneOf[] = [{ dimension: subscriptionId, values: [''] }];
  let shares: Promise<Map<string, CostGroup[]>> | null = null;
  let parts: Promise<SplitParts> | null = null;

  async function readShares(tenant: string): Promise<Map<string, CostGroup[]>> {
    try {
      const groupings = [tenant, credit] as const;
      return Map.groupBy(await readGroups(caller, { ...asked, daily: true, groupings, filters }), dayKey);
    } catch (error) {
      if (error instanceof AzureFailure && error.kind === 'rejected') return new Map();
      throw error;
    }
  }

  async function attribute(group: CostGroup, splitting: Splitting): Promise<LooseCost[]> {
    const rows = rowsOf(group, splitting);
    const nobodys = rows.map((row) => ({ tenantId: null, row }));
    if (customerTenantId === null) return nobodys;
    const ofDay = (await (shares ??= readShares(customerTenantId))).get(dayKey(group)) ?? [];
    if (ofDay.length === 0 || !sum(ofDay.map(({ net }) => net)).eq(group.net)) return nobodys;
    const take = (share: CostGroup, taken: readonly OwnedCost[]): LooseCost[] =>
      taken.map((row) => ({ tenantId: parseTenantCell(share.keys[0] ?? ''), row }));
    const [share, ...others] = ofDay;
    if (share !== undefined && others.length === 0) return take(share, rows);
    const [first, ...more] = rows;
    if (first !== undefined && more.length === 0 && !group.net.eq(0)) {
      const sole = (row: OwnedCost): OwnedCost => ({ ...row, costClass: first.costClass });
      return ofDay.flatMap((one) => take(one, [sole(rowOf(one))]));
    }
    const { questions, restClass } = splitting.kinds;
    const owners = { ...asked, owner: customerTenantId, filters };
    const own = await (parts ??= readParts(caller, owners, questions, null));
    const partsOf = (one: CostGroup): readonly SplitPart[] => own(one.keys[0] ?? '', one);
    if (netsByClass(ofDay.flatMap(partsOf)) !== netsByClass(splitting.parts('', group))) return nobodys;
    return ofDay.flatMap((one) => take(one, splitRow(rowOf(one), partsOf(one), restClass)));
  }

  return { attribute };
}
