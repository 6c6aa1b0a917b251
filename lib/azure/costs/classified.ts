import { z } from 'zod';
import { classOfFlag } from '#lib/core/cost-classes.ts';
import { splitRow } from '#lib/core/cost-split.ts';
import { parseFlag } from '#lib/core/cost-values.ts';
import type { DailyCost } from '#lib/core/facts.ts';
import { isOpen } from '#lib/core/sync-plan.ts';
import type { Caller } from '../caller.ts';
import { AzureFailure } from '../failure.ts';
import { readAnew, readGroupPages } from './groups.ts';
import { readKinds, type AskedMonth, type MonthKinds } from './kinds.ts';
import type { CostGroup } from './map.ts';
import { readParts, type SplitParts } from './split.ts';
import { openTally, type Tallied } from './tally.ts';

/** A row by owner: what its first grouping named. */
export type OwnedCost = Omit<DailyCost, 'subscriptionId'> & { owner: string };

/** How the uncredited cost of a month is split. */
export type Splitting = { kinds: MonthKinds; parts: SplitParts };

/** `next`: where a reading goes on that has kept this page, as text to be handed back. */
export type ClassifiedPage = { groups: CostGroup[]; splitting: Splitting; next: string | null };

/** The link to the next page, and what the pages before it came to: only all of them add up to the month. */
const placeSchema = z.strictObject({
  link: z.string(),
  sums: z.record(z.string(), z.string()),
  firsts: z.array(z.string()),
});

const formatPlace = (link: string, tallied: Tallied): string => JSON.stringify({ link, ...tallied });

export function rowOf(group: CostGroup): OwnedCost {
  const { keys, day, currency, net, netUsd } = group;
  if (day === null) {
    throw new AzureFailure({ kind: 'malformed', source: 'cost-query', message: 'rows: no UsageDate' });
  }
  const [owner = '', credited = ''] = keys;
  // The Query API names no rate.
  return { owner, day, currency, net, netUsd, costClass: classOfFlag(parseFlag(credited)), credit: null };
}

/** Rows of a group's classes, which add up to it. */
export function rowsOf(group: CostGroup, { kinds, parts }: Splitting): OwnedCost[] {
  const row = rowOf(group);
  return splitRow(row, parts(row.owner, group), kinds.restClass);
}

/** A month by day, subscription and credit, and beside it what splits its uncredited cost. */
export async function* readClassifiedPages(
  caller: Caller,
  asked: AskedMonth,
  resume: string | null,
): AsyncGenerator<ClassifiedPage> {
  const { subscriptionId, partnerEarnedCreditApplied: credit } = asked.dimensions;
  const moves = isOpen(asked.period, new Date(caller.now()).toISOString());
  const kinds = await readKinds(caller, asked);
  const owners = { ...asked, owner: subscriptionId, filters: [] };
  const parts = await readParts(caller, owners, kinds.questions, moves);
  const from = resume === null ? null : placeSchema.parse(JSON.parse(resume));
  const tally = openTally(kinds.totals, moves ? () => readAnew(caller, asked, []) : null, from ?? undefined);
  const groupings = [subscriptionId, credit] as const;
  const pages = readGroupPages(caller, { ...asked, daily: true, groupings, filters: [] }, from?.link ?? null);
  let isWhole = false;
  for await (const { groups, next } of pages) {
    tally.add(groups);
    isWhole = next === null;
    if (isWhole) await tally.requireWhole();
    yield {
      groups,
      splitting: { kinds, parts },
      next: next === null ? null : formatPlace(next, tally.tallied()),
    };
  }
  if (!isWhole) await tally.requireWhole();
}
