import type { Instant } from './periods.ts';
import type { StepStatus } from './sync-run.ts';

/** Access may change any day; what was last seen two days ago is no longer known (diagnosis.md section 1, inferred). */
const TOO_OLD_MS = 48 * 3_600_000;

/** For a fact that carries its own date, such as a link whose credential failed since. */
export const isStillKnown = (asOf: Instant, now: Instant): boolean =>
  Date.parse(now) - Date.parse(asOf) <= TOO_OLD_MS;

/** `incomplete`: the last try did bring what is held, and its outcome speaks of a part that is lacking. */
export type Attempted = { asOf: Instant | null; outcome: StepStatus; incomplete: boolean };

export type Standing = 'known' | 'forbidden' | 'too-old';

/**
 * Whether what a read of access brought still counts. A refusal since then means that we may no longer look, so what
 * is held could have changed unseen.
 */
export function standingOf({ asOf, outcome, incomplete }: Attempted, now: Instant): Standing {
  if (asOf === null || !isStillKnown(asOf, now)) return 'too-old';
  return outcome === 'forbidden' && !incomplete ? 'forbidden' : 'known';
}
