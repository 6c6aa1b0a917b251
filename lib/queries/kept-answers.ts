import 'server-only';
import { cache } from 'react';
import type { Db } from '#lib/db/db.ts';
import { findListVersion } from '#lib/db/list-versions.ts';
import type { QueryContext } from './context.ts';

type Kept = {
  version: string;
  /** It stands until then although something was written; then it is made anew behind it, and shown that long. */
  until: number;
  shownUntil: number;
  value: Promise<unknown>;
};

/** Twenty people who go through a hundred views each with its rows, counts and sums push nothing out. */
const MOST_KEPT = 2000;
/** Quick answers are made anew after every write; slow ones may take at most a tenth of the time while a sync writes. */
const SLOW_MS = 1500;
const SHARE = 10;

const keptBy = new WeakMap<Db, Map<string, Kept>>();

/** Asked once for each page, whatever parts it has. */
const versionOfPage = cache((db: Db): Promise<string> => findListVersion(db));

const versions = new WeakMap<Asker, Promise<string>>();

/** Asked once for all that one asks, before anything that is shown: what is written meanwhile makes answers newer, never older. */
export function versionOf(context: Asker): Promise<string> {
  const known = versions.get(context);
  if (known !== undefined) return known;
  const version = versionOfPage(context.db);
  versions.set(context, version);
  return version;
}

/**
 * An answer that stays the same until something is written that lists show. `name` tells it from every other, with
 * all that it depends on besides who asks.
 */
export const keptAnswer = <Value>(context: Asker, name: string, make: () => Promise<Value>): Promise<Value> =>
  keptFor(context, name, { leastMs: 0, make });

type Asker = Pick<QueryContext, 'db' | 'visible'>;

/** The same, for an answer that may stand so long although something was written, for those who see everything. */
export async function keptFor<Value>(
  context: Asker,
  name: string,
  { leastMs, make }: Making<Value>,
): Promise<Value> {
  const { db, visible } = context;
  const key = `${visible.kind === 'all' ? '' : visible.personId} ${name}`;
  const kept = keptOf(db);
  const version = await versionOf(context);
  const held = kept.get(key);
  const making = { key, version, leastMs, make };
  if (held === undefined) return makeAnew(kept, making);
  if (held.version !== version) {
    // Of whom customers were taken away sees nothing of them from then on, however long it takes to ask anew.
    if (visible.kind !== 'all' || performance.now() >= held.shownUntil) return makeAnew(kept, making);
    if (performance.now() >= held.until) renew(kept, held, making);
  }
  if (kept.get(key) === held) put(kept, key, held);
  // Made under the same name, and so by the same function.
  return held.value as Promise<Value>;
}

type Making<Value> = { leastMs: number; make: () => Promise<Value> };
type Made<Value> = Making<Value> & { key: string; version: string };

/** What was asked for last stands last, so that the longest unused goes first. */
function put(kept: Map<string, Kept>, key: string, entry: Kept): void {
  kept.delete(key);
  kept.set(key, entry);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
}

async function makeAnew<Value>(
  kept: Map<string, Kept>,
  { key, version, leastMs, make }: Made<Value>,
): Promise<Value> {
  const begun = performance.now();
  // A question of Drizzle is asked anew each time it is awaited: a promise of it is not.
  const value = Promise.resolve(make());
  const entry: Kept = { version, until: begun + leastMs, shownUntil: begun + leastMs, value };
  put(kept, key, entry);
  try {
    const answer = await value;
    standFor(entry, performance.now() - begun, leastMs);
    return answer;
  } catch (error) {
    if (kept.get(key) === entry) kept.delete(key);
    throw error;
  }
}

/** Made while the one before is still shown, so that nobody waits for it. Where that fails, the next one who asks is told. */
function renew<Value>(
  kept: Map<string, Kept>,
  held: Kept,
  { key, version, leastMs, make }: Made<Value>,
): void {
  const begun = performance.now();
  held.until = held.shownUntil;
  const value = Promise.resolve(make());
  value.then(
    () => {
      const entry: Kept = { version, until: 0, shownUntil: 0, value };
      standFor(entry, performance.now() - begun, leastMs);
      if (kept.get(key) === held) put(kept, key, entry);
    },
    () => {
      if (kept.get(key) === held) kept.delete(key);
    },
  );
}

/** How long it may be shown although something was written, and how much longer while the next one is made. */
function standFor(entry: Kept, tookMs: number, leastMs: number): void {
  const stands = tookMs > SLOW_MS ? Math.max(tookMs * SHARE, leastMs) : leastMs;
  entry.until = performance.now() + stands;
  entry.shownUntil = entry.until + stands;
}

function keptOf(db: Db): Map<string, Kept> {
  const held = keptBy.get(db) ?? new Map<string, Kept>();
  keptBy.set(db, held);
  return held;
}
