import { AzureFailure } from '#lib/azure/failure.ts';
import { MISSING_RIGHTS } from '#lib/core/missing-rights.ts';
import type { Source } from '#lib/core/statuses.ts';
import type { StepFailure, StepOutcome } from '#lib/core/sync-run.ts';

/** Nothing to ask with: no subscription is visible, no credential is held. */
export class NothingVisible extends Error {}

const REFUSALS = new Set(['forbidden', 'no-consent', 'not-found', 'unauthorized']);

/** True where Azure says that this token may not see it: another token may. */
export const isRefusal = (error: unknown): error is AzureFailure =>
  error instanceof AzureFailure && REFUSALS.has(error.kind);

type Ending = Exclude<StepOutcome, { status: 'done' }>;

/** A missing right is a result to show; everything else is a fault. */
export const endingOf = (failure: StepFailure): Ending => ({
  status: failure.missingRight === null ? 'failed' : 'forbidden',
  failure,
});

export const outcomeOf = (error: unknown, source: Source): Ending => endingOf(failureOf(error, source));

export function failureOf(error: unknown, source: Source): StepFailure {
  if (error instanceof AzureFailure) {
    const { kind, message, status, code } = error;
    const refused = kind === 'forbidden' || kind === 'no-consent' || kind === 'not-found';
    return { kind, message, status, code, missingRight: refused ? MISSING_RIGHTS[source] : null };
  }
  const nothing = { status: null, code: null };
  if (error instanceof NothingVisible) {
    return {
      kind: 'nothing-visible',
      message: error.message,
      missingRight: MISSING_RIGHTS[source],
      ...nothing,
    };
  }
  // A fault of ours: its text may hold anything, so the page gets a name only and the log the rest.
  return {
    kind: 'internal',
    message: 'an internal error ended this step; see the log',
    missingRight: null,
    ...nothing,
  };
}
