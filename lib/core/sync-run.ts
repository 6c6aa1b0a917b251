import { FILE_WAYS } from './choose-reads.ts';
import { COST_WAYS } from './facts.ts';
import type { Source } from './statuses.ts';

export const STEP_STATUSES = [
  'pending',
  'running',
  'waiting',
  'done',
  'forbidden',
  'failed',
  'refused',
  'cancelled',
] as const;
export type StepStatus = (typeof STEP_STATUSES)[number];

/** 'queued': no process has it yet, or the one that had it gave it back. 'interrupted' is never stored. */
export const RUN_STATUSES = [
  'queued',
  'running',
  'paused',
  'complete',
  'partial',
  'failed',
  'cancelled',
  'interrupted',
] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

export const UNDER_WAY = ['queued', 'running', 'paused'] as const satisfies readonly RunStatus[];

/** It has not ended: nothing else may read the same meanwhile. */
export const isUnderWay = (status: RunStatus): status is (typeof UNDER_WAY)[number] =>
  UNDER_WAY.some((one) => one === status);

export const RUN_REQUESTS = ['pause', 'resume', 'cancel'] as const;
export type RunRequest = (typeof RUN_REQUESTS)[number];

const REQUESTED: Record<RunRequest, { from: readonly RunStatus[]; to: RunStatus }> = {
  pause: { from: ['queued', 'running'], to: 'paused' },
  resume: { from: ['paused'], to: 'queued' },
  cancel: { from: UNDER_WAY, to: 'cancelled' },
};

/** What a run becomes when somebody asks for that; null where it cannot any more. Asking twice changes nothing. */
export function applyRunRequest(status: RunStatus, request: RunRequest): RunStatus | null {
  const { from, to } = REQUESTED[request];
  if (from.includes(status)) return to;
  const isAsAsked = status === to || (request === 'resume' && status === 'running');
  return isAsAsked ? status : null;
}

export const RUN_KINDS = ['full', 'refresh'] as const;
export type RunKind = (typeof RUN_KINDS)[number];

/** By which of several ways a source was read: in bulk, by the list of each subscription, or as cost is. */
export const READ_WAYS = ['resource-graph', 'list', ...COST_WAYS, ...FILE_WAYS] as const;
export type ReadWay = (typeof READ_WAYS)[number];

/** Why a step did not end well: kept as a row, shown on the page. */
export type StepFailure = {
  kind: string;
  message: string;
  missingRight: string | null;
  status: number | null;
  code: string | null;
};

export type StepOutcome =
  | { status: 'done' }
  | { status: 'forbidden' | 'failed' | 'refused'; failure: StepFailure };

type EndedStep = { source: Source | 'judge'; status: StepStatus; done: number };

/**
 * A missing right is a result to show, not a fault of the run; a failed or refused step makes it partial; a run
 * that read nothing at all has failed. Judging what is held is no reading, nor is a step that had nothing to ask.
 */
export function runStatusOf(steps: readonly EndedStep[]): RunStatus {
  const readAny = steps.some(
    ({ source, status, done }) => source !== 'judge' && status === 'done' && done > 0,
  );
  if (!readAny) return 'failed';
  return steps.every(({ status }) => status === 'done' || status === 'forbidden') ? 'complete' : 'partial';
}

/** Less than this share of the rows held is taken for a fault of the source, not for the truth. */
const SUSPICIOUS_SHARE = 0.5;
const FEW_ROWS = 10;
/** Two small answers that differ by less say the same: sources change from day to day. */
const ALIKE_SHARE = 0.1;

/** Of each row of these access is less: one that is missing would make a verdict better than it is. */
const ROWS_TAKE_AWAY: ReadonlySet<Source> = new Set(['deny-assignments']);

/** How much less than before a source may not return at once. */
export type SuspiciousLoss = 'any' | 'much';

export const suspiciousLoss = (source: Source): SuspiciousLoss =>
  ROWS_TAKE_AWAY.has(source) ? 'any' : 'much';

export type Replacement = { kind: 'replace' } | { kind: 'refuse'; held: number; read: number };

/** Of role assignments Resource Graph is asked only for those that matter; the other sources bring the same by any way. */
const ROWS_DIFFER_BY_WAY: ReadonlySet<Source> = new Set(['role-assignments']);

/** Whether two ways of reading a source bring the same rows, so that fewer of them mean a loss. */
export const areRowsComparable = (source: Source, held: ReadWay | null, way: ReadWay | null): boolean =>
  held === way || !ROWS_DIFFER_BY_WAY.has(source);

/**
 * A source that suddenly returns nothing, or far less, may not delete what we hold, until a second read says the
 * same. `refusedRows`: what the last read returned if it was refused. One customer's few rows may well all go.
 */
export function planReplacement(
  held: number,
  readRows: number,
  {
    global,
    loss,
    refusedRows,
    isComparable,
  }: { global: boolean; loss: SuspiciousLoss; refusedRows: number | null; isComparable: boolean },
): Replacement {
  const fewer = loss === 'any' && readRows < held;
  const emptied = global && held > 0 && readRows === 0;
  const shrunk = isComparable && held >= FEW_ROWS && readRows < held * SUSPICIOUS_SHARE;
  const confirmed = refusedRows !== null && Math.abs(refusedRows - readRows) <= refusedRows * ALIKE_SHARE;
  return (fewer || emptied || shrunk) && !confirmed
    ? { kind: 'refuse', held, read: readRows }
    : { kind: 'replace' };
}
