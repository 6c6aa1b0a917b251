import { AzureFailure } from '#lib/azure/failure.ts';
import { CostFileFailure } from '#lib/costfiles/read.ts';
import { MISSING_RIGHTS } from '#lib/core/missing-rights.ts';
import { tellStepReason } from '#lib/core/step-reasons.ts';
import type { StepFailure, StepOutcome } from '#lib/core/sync-run.ts';
import type { ReadKey } from '#lib/db/reads.ts';

/** Nothing to ask with: no subscription is visible, no credential is held. */
export class NothingVisible extends Error {}

/** What it asked for was refused, perhaps before the step was taken up again. */
export class Refused extends Error {
  readonly failure: StepFailure;

  constructor(failure: StepFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** Azure sent another number of rows than it announced: pages are lost, or came twice. */
export class WrongCount extends Error {}

const REFUSALS = new Set(['forbidden', 'no-consent', 'not-found', 'unauthorized']);

/** True where Azure says that this token may not see it: another token may. */
export const isRefusal = (error: unknown): error is AzureFailure =>
  error instanceof AzureFailure && REFUSALS.has(error.kind);

/** Where any one of several may answer: a stop ends all, whatever else befalls one may not befall the next. */
export const isOfOneOnly = (error: unknown): boolean =>
  error instanceof AzureFailure && error.kind !== 'aborted' && error.kind !== 'foreign-host';

/** Why none of several answered: where one had a fault it might have, whatever the others refuse. */
export const graverOf = (held: unknown, next: unknown): unknown =>
  held instanceof AzureFailure && !isRefusal(held) ? held : next;

const WAY_REFUSALS = new Set([
  'forbidden',
  'no-consent',
  'not-found',
  'not-delivered',
  'rejected',
  'missing-dimension',
]);

/** This way of reading cost is not open here, or its file makes no sense: another way may well be. */
export const isWayRefused = (error: unknown): boolean =>
  error instanceof CostFileFailure || (error instanceof AzureFailure && WAY_REFUSALS.has(error.kind));

/** The way is open and has nothing of this month yet: of other months, and of tomorrow, that says nothing. */
export const isOfMonthOnly = ({ kind }: Pick<StepFailure, 'kind'>): boolean => kind === 'not-delivered';

type Ending = Exclude<StepOutcome, { status: 'done' }>;

/** A missing right is a result to show; everything else is a fault. */
export const endingOf = (failure: StepFailure): Ending => ({
  status: failure.missingRight === null ? 'failed' : 'forbidden',
  failure,
});

export const outcomeOf = (error: unknown, key: Asked): Ending => endingOf(failureOf(error, key));

type Asked = Pick<ReadKey, 'source' | 'tenantId'>;

const MISSING = new Set(['forbidden', 'no-consent', 'not-found', 'not-delivered']);

/** In a customer's tenant consent comes before every other right. */
const missingRightOf = (kind: string, { source, tenantId }: Asked): string =>
  MISSING_RIGHTS[kind === 'no-consent' && tenantId !== '' ? 'customer-subscriptions' : source];

export function failureOf(error: unknown, key: Asked): StepFailure {
  if (error instanceof AzureFailure) {
    const { kind, message, status, code } = error;
    const refused = MISSING.has(kind);
    return { kind, message, status, code, missingRight: refused ? missingRightOf(kind, key) : null };
  }
  if (error instanceof Refused) return error.failure;
  const nothing = { status: null, code: null };
  if (error instanceof CostFileFailure) {
    return { kind: error.kind, message: error.message, missingRight: null, ...nothing };
  }
  if (error instanceof WrongCount) {
    return { kind: 'wrong-count', message: error.message, missingRight: null, ...nothing };
  }
  if (error instanceof NothingVisible) {
    return {
      kind: 'nothing-visible',
      message: error.message,
      missingRight: MISSING_RIGHTS[key.source],
      ...nothing,
    };
  }
  // A fault of ours: its text may hold anything, so the page gets a name only and the log the rest.
  return {
    kind: 'internal',
    message: tellStepReason('step-fault', {}),
    missingRight: null,
    ...nothing,
  };
}
