import type { CostClass } from '#lib/core/cost-classes.ts';
import type { SplitPart } from '#lib/core/cost-split.ts';
import { requireDecimal } from '#lib/core/money.ts';
import type { Caller } from '../caller.ts';
import { readAnew, readKeptPages, type CostFilter } from './groups.ts';
import type { AskedMonth, MonthKinds } from './kinds.ts';
import type { CostGroup } from './map.ts';
import { openTotal } from './tally.ts';

/** Whose amounts are split: of subscriptions, or of customers where charges have no subscription. */
export type Owners = { owner: string; filters: readonly CostFilter[] };

type At = Pick<CostGroup, 'day' | 'currency'>;

/** What other classes than the rest have of an owner's day. */
export type SplitParts = (owner: string, at: At) => readonly SplitPart[];

/** As text: a large profile has hundreds of thousands of them. */
type KeptPart = { costClass: CostClass; net: string; netUsd: string | null };

const NONE: readonly KeptPart[] = [];

const partKey = (owner: string, { day, currency }: At): string =>
  `${owner.toLowerCase()} ${day ?? ''} ${currency}`;

const openPart = ({ costClass, net, netUsd }: KeptPart): SplitPart => ({
  costClass,
  net: requireDecimal(net),
  netUsd: netUsd === null ? null : requireDecimal(netUsd),
});

/** Every amount is in one part at most: the questions' filters are disjoint. `moves` null: nothing tells the totals. */
export async function readParts(
  caller: Caller,
  asked: AskedMonth & Owners,
  questions: MonthKinds['questions'],
  moves: boolean | null,
): Promise<SplitParts> {
  const parts = new Map<string, KeptPart[]>();
  const keep = (group: CostGroup, costClass: CostClass | undefined): void => {
    const { net, netUsd } = group;
    // A value that was not asked for is no part, and what is worth nothing needs none.
    if (costClass === undefined || (net.eq(0) && netUsd?.eq(0) !== false)) return;
    const key = partKey(group.keys[0] ?? '', group);
    const part = { costClass, net: net.toFixed(), netUsd: netUsd?.toFixed() ?? null };
    const same = parts.get(key);
    if (same === undefined) parts.set(key, [part]);
    else same.push(part);
  };
  for (const { filters, dimension, classOf, totals } of questions) {
    const groupings = [asked.owner, dimension] as const;
    const query = { ...asked, daily: true, groupings, filters: [...asked.filters, ...filters] };
    const total = openTotal(totals);
    for await (const groups of readKeptPages(caller, query)) {
      total.add(groups);
      for (const group of groups) keep(group, classOf.get((group.keys[1] ?? '').toLowerCase()));
    }
    const again = moves === true ? () => readAnew(caller, asked, query.filters) : null;
    if (moves !== null) await total.requireWhole({ again, what: 'parts' });
  }
  return (owner, at) => (parts.get(partKey(owner, at)) ?? NONE).map(openPart);
}
