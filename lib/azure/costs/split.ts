import type { SplitPart } from '#lib/core/cost-split.ts';
import type { Caller } from '../caller.ts';
import { readGroups, type CostFilter } from './groups.ts';
import type { AskedMonth, MonthKinds, PartQuestion } from './kinds.ts';
import type { CostGroup } from './map.ts';

/** Whose amounts are split: of subscriptions, or of customers where charges have no subscription. */
export type Owners = { owner: string; filters: readonly CostFilter[] };

type At = Pick<CostGroup, 'day' | 'currency'>;

/** What other classes than the rest have of an owner's day. */
export type SplitParts = (owner: string, at: At) => readonly SplitPart[];

const NONE: readonly SplitPart[] = [];

const partKey = (owner: string, { day, currency }: At): string =>
  `${owner.toLowerCase()} ${day ?? ''} ${currency}`;

/** Every amount is in one part at most: the questions' filters are disjoint. */
export async function readParts(
  caller: Caller,
  asked: AskedMonth & Owners,
  questions: MonthKinds['questions'],
  verify: (question: PartQuestion, groups: readonly CostGroup[]) => void,
): Promise<SplitParts> {
  const parts = new Map<string, SplitPart[]>();
  for (const question of questions) {
    const { filters, dimension, classOf } = question;
    const groupings = [asked.owner, dimension] as const;
    const all = [...asked.filters, ...filters];
    const groups = await readGroups(caller, { ...asked, daily: true, groupings, filters: all });
    verify(question, groups);
    for (const group of groups) {
      const costClass = classOf.get((group.keys[1] ?? '').toLowerCase());
      // A value that was not asked for is no part.
      if (costClass === undefined) continue;
      const key = partKey(group.keys[0] ?? '', group);
      const part = { costClass, net: group.net, netUsd: group.netUsd };
      const same = parts.get(key);
      if (same === undefined) parts.set(key, [part]);
      else same.push(part);
    }
  }
  return (owner, at) => parts.get(partKey(owner, at)) ?? NONE;
}
