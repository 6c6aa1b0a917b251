import 'server-only';
import { cache } from 'react';
import type { Db } from '#lib/db/db.ts';
import { findListVersion } from '#lib/db/list-versions.ts';
import type { QueryContext } from './context.ts';

type Kept = { version: string; until: number; value: Promise<unknown> };

/** Twenty people who go through a hundred views each with its rows, counts and sums push nothing out. */
const MOST_KEPT = 2000;
/** Quick answers are made anew after every write; slow ones may take at most a tenth of the time while a sync writes. */
const SLOW_MS = 1500;
const SHARE = 10;

const keptBy = new WeakMap<Db, Map<string, Kept>>();

/** Asked once for each page, before anything that it shows: what is written meanwhile makes answers newer, never older. */
export const versionOf = cache((db: Db): Promise<string> => findListVersion(db));

/**
 * An answer that stays the same until something is written that lists show. `name` tells it from every other, with
 * all that it depends on besides who asks.
 */
export const keptAnswer = <Value>(context: Asker, name: string, make: () => Promise<Value>): Promise<Value> =>
  keptFor(context, name, { leastMs: 0, make });

type Asker = Pick<QueryContext, 'db' | 'visible'>;

/** The same, for an answer that may stand so long although something was written, for those who see everything. */
export async function keptFor<Value>(
  { db, visible }: Asker,
  name: string,
  { leastMs, make }: { leastMs: number; make: () => Promise<Value> },
): Promise<Value> {
  const key = `${visible.kind === 'all' ? '' : visible.personId} ${name}`;
  const kept = keptOf(db);
  const version = await versionOf(db);
  const held = kept.get(key);
  // Of whom customers were taken away sees nothing of them from then on, however long it takes to ask anew.
  const mayStand = visible.kind === 'all' && held !== undefined && performance.now() < held.until;
  if (held !== undefined && (held.version === version || mayStand)) {
    kept.delete(key);
    kept.set(key, held);
    // Made under the same name, and so by the same function.
    return held.value as Promise<Value>;
  }
  const begun = performance.now();
  // A question of Drizzle is asked anew each time it is awaited: a promise of it is not.
  const value = Promise.resolve(make());
  const entry: Kept = { version, until: performance.now() + leastMs, value };
  // What was asked for last stands last, so that the longest unused goes first.
  kept.delete(key);
  kept.set(key, entry);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  try {
    const answer = await value;
    const tookMs = performance.now() - begun;
    if (tookMs > SLOW_MS) entry.until = performance.now() + Math.max(tookMs * SHARE, leastMs);
    return answer;
  } catch (error) {
    if (kept.get(key) === entry) kept.delete(key);
    throw error;
  }
}

function keptOf(db: Db): Map<string, Kept> {
  const held = keptBy.get(db) ?? new Map<string, Kept>();
  keptBy.set(db, held);
  return held;
}
