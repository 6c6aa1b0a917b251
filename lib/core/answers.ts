import type { Cause } from './causes.ts';
import type { DayBounds, Instant } from './periods.ts';
import { rankOf } from './ranks.ts';

/** From when to when a yes counts, in milliseconds; null: without that bound. */
export type Window = {
  begins: number | null;
  /** Azure does not tell the start: days before we first saw it are unknown. */
  seenSince: number | null;
  /** Only memberships end by themselves. */
  ends: number | null;
};

/** What one path, or one identity of it, says. */
export type Answer =
  | { earns: 'yes'; because: null; window: Window }
  | { earns: 'no' | 'unknown'; because: Cause };

export const yes = (window: Window): Answer => ({ earns: 'yes', because: null, window });
export const no = (because: Cause): Answer => ({ earns: 'no', because });
export const unknown = (because: Cause): Answer => ({ earns: 'unknown', because });

/** A start that Azure tells, else one that counts from when we first saw it. */
export const startingAt = (told: Instant | null, firstSeenAt: Instant): Window =>
  told === null
    ? { begins: null, seenSince: Date.parse(firstSeenAt), ends: null }
    : { begins: Date.parse(told), seenSince: null, ends: null };

const bound = (left: number | null, right: number | null, pick: (...of: number[]) => number) =>
  left === null ? right : right === null ? left : pick(left, right);

/** All that a yes rests on has to hold together. */
export const bothWindows = (left: Window, right: Window): Window => ({
  begins: bound(left.begins, right.begins, Math.max),
  seenSince: bound(left.seenSince, right.seenSince, Math.max),
  ends: bound(left.ends, right.ends, Math.min),
});

export const within = (window: Window, answer: Answer): Answer =>
  answer.earns === 'yes' ? yes(bothWindows(window, answer.window)) : answer;

const orEver = (start: number | null): number => start ?? Number.NEGATIVE_INFINITY;
const orForever = (end: number | null): number => end ?? Number.POSITIVE_INFINITY;

/** A yes counts for days that it holds from beginning to end (diagnosis.md section 5, When, 2026-11-21). */
export function answerOn({ startMs, endMs }: DayBounds, answer: Answer): Answer {
  if (answer.earns !== 'yes') return answer;
  const { begins, seenSince, ends } = answer.window;
  if (orEver(begins) > startMs) return no('access-part-of-period');
  if (orForever(ends) < endMs) return no('time-bound-membership');
  return orEver(seenSince) > startMs ? unknown('access-unread') : answer;
}

const ORDER = { yes: 0, unknown: 1, no: 2 } as const;
/** The one that began first covers more days; an unread start comes last, whatever else is known. */
const compareWindows = (left: Window, right: Window): number =>
  orEver(left.seenSince) - orEver(right.seenSince) ||
  orEver(left.begins) - orEver(right.begins) ||
  orForever(right.ends) - orForever(left.ends) ||
  0;

const rankOfReason = ({ because }: Answer): number => (because === null ? 0 : rankOf(because));

function compare(left: Answer, right: Answer): number {
  if (left.earns === 'yes' && right.earns === 'yes') return compareWindows(left.window, right.window);
  return ORDER[left.earns] - ORDER[right.earns] || rankOfReason(left) - rankOfReason(right);
}

/** The best wins: yes, then unknown, then the no nearest to earning. */
export function bestBy<Item>(items: readonly Item[], answerOf: (item: Item) => Answer): Item | null {
  let best: Item | null = null;
  for (const item of items) if (best === null || compare(answerOf(item), answerOf(best)) < 0) best = item;
  return best;
}
