import type { CostScope } from '#lib/core/cost-plan.ts';
import { classOfQueryGroup, type SplitPart } from '#lib/core/cost-split.ts';
import { isIneligibleClass } from '#lib/core/cost-classes.ts';
import type { Period } from '#lib/core/periods.ts';
import type { Caller } from '../caller.ts';
import type { QueryDimensions } from './dimensions.ts';
import { readGroups, type OneOf } from './groups.ts';
import type { CostGroup } from './map.ts';

export type SplitQuery = {
  scope: CostScope;
  period: Period;
  dimensions: QueryDimensions;
  /** Whose amounts are split: a subscription, or a customer where charges have no subscription. */
  owner: string;
  daily: boolean;
  /** What the amounts have in common: they are uncredited. */
  filters: readonly OneOf[];
};

/** Parts of uncredited amounts by owner, day (none of a month) and currency; key by partKey. */
export type SplitParts = ReadonlyMap<string, readonly SplitPart[]>;

export const partKey = (owner: string, group: Pick<CostGroup, 'day' | 'currency'>): string =>
  `${owner.toLowerCase()} ${group.day ?? ''} ${group.currency}`;

type Told = { publisherType: string; chargeType: string | null; pricingModel: string | null };

const partOf = (group: CostGroup, told: Told): [string, SplitPart] => [
  partKey(group.keys[0] ?? '', group),
  { costClass: classOfQueryGroup(told), net: group.net, netUsd: group.netUsd },
];

const distinct = (values: readonly string[]): string[] => [...new Set(values)];

/**
 * Splits uncredited cost by disjoint filters in the order in which classes are decided: publishers, then types of
 * charge, then pricing models (costdata.md section 5). Every amount is in one part at most.
 */
export async function readUncreditedParts(caller: Caller, query: SplitQuery): Promise<SplitParts> {
  const { dimensions, owner, filters } = query;
  if (dimensions.publisherType === null) return new Map();
  const publishers = await readGroups(caller, { ...query, groupings: [owner, dimensions.publisherType] });
  const isForeign = (publisherType: string): boolean =>
    isIneligibleClass(classOfQueryGroup({ publisherType, chargeType: null, pricingModel: null }));
  const parts: [string, SplitPart][] = [];
  const rest: string[] = [];
  for (const group of publishers) {
    const publisherType = group.keys[1] ?? '';
    if (isForeign(publisherType)) {
      parts.push(partOf(group, { publisherType, chargeType: null, pricingModel: null }));
    } else rest.push(publisherType);
  }
  if (rest.length > 0) {
    const ours: OneOf = { dimension: dimensions.publisherType, values: distinct(rest) };
    parts.push(...(await readOwnParts(caller, { ...query, filters: [...filters, ours] })));
  }
  return new Map(
    [...Map.groupBy(parts, ([key]) => key)].map(([key, same]) => [key, same.map(([, part]) => part)]),
  );
}

/** Of what Microsoft publishes: one query says which charges and prices there are, one for each kind of charge splits. */
async function readOwnParts(caller: Caller, query: SplitQuery): Promise<[string, SplitPart][]> {
  const { chargeType, pricingModel } = query.dimensions;
  if (chargeType === null || pricingModel === null) return [];
  const kinds = await readGroups(caller, { ...query, daily: false, groupings: [chargeType, pricingModel] });
  const charges = distinct(kinds.map(({ keys }) => keys[0] ?? ''));
  const parts: [string, SplitPart][] = [];
  for (const charge of charges) {
    const filters: OneOf[] = [
      ...query.filters,
      ...(charges.length === 1 ? [] : [{ dimension: chargeType, values: [charge] }]),
    ];
    const groups = await readGroups(caller, { ...query, filters, groupings: [query.owner, pricingModel] });
    for (const group of groups) {
      const told = { publisherType: 'Microsoft', chargeType: charge, pricingModel: group.keys[1] ?? '' };
      parts.push(partOf(group, told));
    }
  }
  return parts;
}
