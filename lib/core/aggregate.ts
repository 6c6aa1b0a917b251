import type { Cause } from './causes.ts';
import type { Weight } from './cost-classes.ts';
import { ZERO } from './money.ts';
import { rankOf } from './ranks.ts';
import type { Access, Basis, Verdict } from './statuses.ts';

type Ruled = { verdict: Verdict; basis: Basis; cause: Cause };
/** One day of a subscription, or one subscription of a customer, with the amounts that weigh its cause. */
export type Part = Weight & Ruled;

export type Aggregate = { verdict: Verdict; basis: Basis; cause: Cause | null };

/** diagnosis.md section 7 (2026-11-21): the same rule over days and over subscriptions. */
export const aggregate = (parts: readonly Part[]): Aggregate => aggregateBy(parts, (part) => part);

/** Parts are weighed only where several causes compete. */
export function aggregateBy<Item extends Ruled>(
  parts: readonly Item[],
  weigh: (part: Item) => Weight,
): Aggregate {
  const counted = parts.filter(({ verdict }) => isCounted(verdict));
  const verdict = aggregateVerdict(counted.map((part) => part.verdict)) ?? emptyVerdict(parts);
  const alike = verdict === 'earning' || verdict === 'pending' || verdict === 'not-applicable';
  const blamed = alike
    ? parts.filter((part) => part.verdict === verdict)
    : counted.filter((part) => part.verdict !== 'earning');
  const [basis, ...otherBases] = new Set(blamed.map((part) => part.basis));
  return {
    verdict,
    basis: basis === undefined || otherBases.length > 0 ? 'both' : basis,
    cause: heaviestCause(blamed, weigh),
  };
}

export const isCounted = (verdict: Verdict): boolean => verdict !== 'not-applicable' && verdict !== 'pending';

function aggregateVerdict(verdicts: readonly Verdict[]): Verdict | null {
  const has = (verdict: Verdict): boolean => verdicts.includes(verdict);
  if (has('partial') || (has('earning') && has('not-earning'))) return 'partial';
  if (has('earning')) return has('unverified') || has('unknown') ? 'unverified' : 'earning';
  if (has('not-earning'))
    return has('unverified') ? 'unverified' : has('unknown') ? 'unknown' : 'not-earning';
  if (has('unverified')) return 'unverified';
  return has('unknown') ? 'unknown' : null;
}

const emptyVerdict = (parts: readonly Ruled[]): Verdict =>
  parts.some(({ verdict }) => verdict === 'pending') ? 'pending' : 'not-applicable';

/** Largest missed amount, then what could have been missed, then gross; ties by rank. */
function heaviestCause<Item extends Ruled>(
  parts: readonly Item[],
  weigh: (part: Item) => Weight,
): Cause | null {
  const [first] = parts;
  if (parts.every(({ cause }) => cause === first?.cause)) return first?.cause ?? null;
  const weights = new Map<Cause, Weight>();
  for (const item of parts) {
    const part = { cause: item.cause, ...weigh(item) };
    const held = weights.get(part.cause) ?? { missed: ZERO, missedAtMost: ZERO, gross: ZERO };
    weights.set(part.cause, {
      missed: held.missed.plus(part.missed),
      missedAtMost: held.missedAtMost.plus(part.missedAtMost),
      gross: held.gross.plus(part.gross),
    });
  }
  const ordered = [...weights].sort(
    ([leftCause, left], [rightCause, right]) =>
      right.missed.cmp(left.missed) ||
      right.missedAtMost.cmp(left.missedAtMost) ||
      right.gross.cmp(left.gross) ||
      rankOf(leftCause) - rankOf(rightCause),
  );
  return ordered[0]?.[0] ?? null;
}

/** Access of a period: one word for its days; unknown beside anything stays unknown. */
export function accessOfDays(days: readonly Access[]): Access {
  const [access, ...others] = new Set(days);
  if (access === undefined || days.includes('unknown')) return 'unknown';
  return others.length === 0 ? access : 'partly';
}
