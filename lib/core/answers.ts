import type { Cause } from './causes.ts';
import { rankOf } from './ranks.ts';
import type { Instant } from './periods.ts';

/** What one path, or one identity of it, says. `since`: when a yes began; null: Azure does not tell. */
export type Answer =
  | { earns: 'yes'; because: null; since: Instant | null }
  | { earns: 'no' | 'unknown'; because: Cause; since: null };

export const yes = (since: Instant | null): Answer => ({ earns: 'yes', because: null, since });
export const no = (because: Cause): Answer => ({ earns: 'no', because, since: null });
export const unknown = (because: Cause): Answer => ({ earns: 'unknown', because, since: null });

const ORDER = { yes: 0, unknown: 1, no: 2 } as const;

function compare(left: Answer, right: Answer): number {
  if (left.earns !== right.earns) return ORDER[left.earns] - ORDER[right.earns];
  if (left.because !== null && right.because !== null) return rankOf(left.because) - rankOf(right.because);
  // Both say yes: the one that began first covers more days; an unread start comes last.
  return (left.since ?? '9999').localeCompare(right.since ?? '9999');
}

/** The best wins: yes, then unknown, then the no nearest to earning. */
export function bestBy<Item>(items: readonly Item[], answerOf: (item: Item) => Answer): Item | null {
  let best: Item | null = null;
  for (const item of items) if (best === null || compare(answerOf(item), answerOf(best)) < 0) best = item;
  return best;
}

/** The later of two starts; unread if either is. */
export const later = (left: Instant | null, right: Instant | null): Instant | null =>
  left === null || right === null ? null : Date.parse(left) >= Date.parse(right) ? left : right;
