import type { CostScope } from '#lib/core/cost-plan.ts';
import { soleClass, splitRow, type SplitPart } from '#lib/core/cost-split.ts';
import { classOfFlag } from '#lib/core/cost-classes.ts';
import { parseFlag } from '#lib/core/cost-values.ts';
import type { DailyCost } from '#lib/core/facts.ts';
import { sum, sumOrNull } from '#lib/core/money.ts';
import type { Period } from '#lib/core/periods.ts';
import { isOpen } from '#lib/core/sync-plan.ts';
import type { Caller } from '../caller.ts';
import { AzureFailure } from '../failure.ts';
import type { QueryDimensions } from './dimensions.ts';
import { readGroupPages, readGroups, type OneOf } from './groups.ts';
import type { CostGroup } from './map.ts';
import { partKey, readUncreditedParts } from './split.ts';
import { openTally } from './tally.ts';

/** A row by owner: what its first grouping named. */
export type OwnedCost = Omit<DailyCost, 'subscriptionId'> & { owner: string };

export type ClassifiedQuery = {
  scope: CostScope;
  period: Period;
  dimensions: QueryDimensions;
  /** Dimension that names whose cost it is. */
  owner: string;
  filters: readonly OneOf[];
};

/** Owners of which one query asks; their ids stand in its body. */
const OWNERS_PER_QUERY = 100;

const isUncredited = (group: CostGroup): boolean => parseFlag(group.keys[1] ?? '') === false;

/** What the parts leave of a month's total stays unclassified, and makes the month mixed. */
const rowOfTotals = (totals: readonly CostGroup[]) => ({
  costClass: 'UNCLASSIFIED' as const,
  net: sum(totals.map(({ net }) => net)),
  netUsd: sumOrNull(totals.map(({ netUsd }) => netUsd)),
});

type Splitter = {
  /** The month by owner and credit. */
  totals: readonly CostGroup[];
  split(rows: readonly OwnedCost[]): Promise<OwnedCost[]>;
};

/**
 * Month by month first: most owners have one class, which is then the class of each of their days. Days are asked for
 * only where the month is mixed, once for each owner.
 */
async function openSplitter(caller: Caller, query: ClassifiedQuery): Promise<Splitter> {
  const { owner, dimensions, filters } = query;
  const credit = dimensions.partnerEarnedCreditApplied;
  const totals = await readGroups(caller, { ...query, daily: false, groupings: [owner, credit] });
  const uncreditedTotals = totals.filter(isUncredited);
  const values = [...new Set(uncreditedTotals.map(({ keys }) => keys[1] ?? ''))];
  if (values.length === 0) return { totals, split: (rows) => Promise.resolve([...rows]) };
  const uncredited: OneOf[] = [...filters, { dimension: credit, values }];
  const told = await readUncreditedParts(caller, { ...query, daily: false, filters: uncredited });
  const byOwner = Map.groupBy(uncreditedTotals, (total) => partKey(total.keys[0] ?? '', total));
  const month = new Map(
    [...byOwner].map(([key, same]) => [key, splitRow(rowOfTotals(same), told.get(key) ?? [])]),
  );
  const days = new Map<string, readonly SplitPart[]>();
  const asked = new Set<string>();

  const monthParts = (row: OwnedCost): readonly SplitPart[] =>
    month.get(partKey(row.owner, { day: null, currency: row.currency })) ?? [];
  const isMixed = (row: OwnedCost): boolean =>
    monthParts(row).length > 0 && soleClass(monthParts(row)) === null;

  async function askDays(owners: readonly string[]): Promise<void> {
    for (let at = 0; at < owners.length; at += OWNERS_PER_QUERY) {
      const some = owners.slice(at, at + OWNERS_PER_QUERY);
      const only: OneOf = { dimension: owner, values: some };
      const parts = await readUncreditedParts(caller, {
        ...query,
        daily: true,
        filters: [...uncredited, only],
      });
      for (const [key, same] of parts) days.set(key, same);
      for (const one of some) asked.add(one);
    }
  }

  return {
    totals,
    async split(rows) {
      const mixed = rows.filter(
        (row) => row.costClass === 'UNCLASSIFIED' && row.owner !== '' && isMixed(row),
      );
      await askDays([...new Set(mixed.map((row) => row.owner))].filter((one) => !asked.has(one)));
      return rows.flatMap((row) => {
        const only = soleClass(monthParts(row));
        if (row.costClass === 'UNCLASSIFIED' && only !== null) return [{ ...row, costClass: only }];
        return splitRow(row, days.get(partKey(row.owner, row)) ?? []);
      });
    },
  };
}

function rowOf(group: CostGroup): OwnedCost {
  const { keys, day, currency, net, netUsd } = group;
  if (day === null) {
    throw new AzureFailure({ kind: 'malformed', source: 'cost-query', message: 'rows: no UsageDate' });
  }
  const [owner = '', credited = ''] = keys;
  // The Query API names no rate.
  return { owner, day, currency, net, netUsd, costClass: classOfFlag(parseFlag(credited)), credit: null };
}

/** A month of cost by day, owner and class. Rows of a page add up to the amounts of the page Azure answered with. */
export async function* readClassifiedCosts(
  caller: Caller,
  query: ClassifiedQuery,
  resume: string | null,
): AsyncGenerator<{ rows: OwnedCost[]; next: string | null }> {
  const splitter = await openSplitter(caller, query);
  const tally = openTally(splitter.totals, {
    moves: isOpen(query.period, new Date(caller.now()).toISOString()),
  });
  const groupings = [query.owner, query.dimensions.partnerEarnedCreditApplied] as const;
  const pages = readGroupPages(caller, { ...query, daily: true, groupings }, resume);
  // Of a reading that goes on, the pages before are not at hand.
  let isWhole = resume !== null;
  for await (const page of pages) {
    tally.add(page.groups);
    if (page.next === null && !isWhole) tally.requireWhole();
    isWhole ||= page.next === null;
    yield { rows: await splitter.split(page.groups.map(rowOf)), next: page.next };
  }
  if (!isWhole) tally.requireWhole();
}
