import type { CallOutcome, KeptAnswers, PageCount } from '#lib/azure/room.ts';
import type { TenantId } from '#lib/core/ids.ts';
import { addPage, formatCount, judgeCount, NOTHING_READ, type RowCount } from '#lib/core/row-count.ts';
import {
  areRowsComparable,
  planReplacement,
  suspiciousLoss,
  type ReadWay,
  type StepOutcome,
} from '#lib/core/sync-run.ts';
import type { PlannedStep } from '#lib/core/sync-plan.ts';
import type { Wait } from '#lib/core/throttle-budget.ts';
import {
  countRows,
  deleteFacts,
  lockSourceRead,
  noteIncomplete,
  replaceRead,
  saveUnfinishedRead,
  type ReadKey,
} from '#lib/db/reads.ts';
import { dropKeptAnswers } from '#lib/db/kept-answers.ts';
import { beginOwnStep, endOwnStep, findStep, updateOwnStep, updateStep, type Step } from '#lib/db/runs.ts';
import { requireOwnRun } from '#lib/db/run-owner.ts';
import { tellStepReason } from '#lib/core/step-reasons.ts';
import { instant, withFacts, type SyncDeps } from './deps.ts';
import { endingOf, outcomeOf } from './failures.ts';
import { inOwnRun, RunTaken } from './own-run.ts';
import { keptAnswers } from './kept-answers.ts';
import { STEP_WORK } from './steps.ts';
import type { Pulse } from './pulse.ts';
import { requireCount, type StepContext, type StepResult, type StepWork } from './step-context.ts';

export type RunContext = {
  deps: SyncDeps;
  runId: string;
  owner: string;
  signal: AbortSignal;
  pulse: Pulse;
};

/**
 * Runs one step from where it stands to its end. Its fault stays its own: it becomes a row, never a throw; only
 * an abort leaves the step as it is, to be taken up again.
 */
export async function runStep(given: RunContext, key: ReadKey, work: StepWork): Promise<Step['status']> {
  const run = ofTenant(given, key);
  const { deps, runId, signal } = run;
  if (signal.aborted) return 'pending';
  const newId = deps.newId();
  const step = await beginOwnStep(deps.db, run, key, { readId: newId, at: instant(deps) });
  if (step === null) return statusOfUnbegun(run, key);
  const { readId, startedAt } = step;
  const isTakenUp = readId !== newId;
  // What was stored without a cursor comes again.
  if (isTakenUp && step.cursor === null) await inOwnRun(run, (tx) => deleteFacts(tx, key.source, readId));
  const context = contextOf(run, key, {
    readId,
    keepsAnswers: isTakenUp,
    cursor: step.cursor,
    done: step.cursor === null ? 0 : step.done,
    way: step.way,
    count: step.cursor === null ? NOTHING_READ : { expected: step.expected, read: step.read },
  });
  try {
    // Waits are written behind the step's back; none may land after its end.
    const result = await work(context).finally(() => run.pulse.settled());
    // A work that took the stop for a fault has less than it says.
    if (signal.aborted) return 'pending';
    requireCount(context);
    return await finish(run, context, {
      asOf: startedAt,
      result: counted(context, result),
      way: context.way,
      count: countOf(context),
    });
  } catch (error) {
    if (error instanceof RunTaken) throw error;
    if (signal.aborted) return 'pending';
    const outcome = outcomeOf(error, key);
    // Where Azure refused or failed, our own stack says nothing.
    const why = outcome.failure.kind === 'internal' ? { err: error } : { failure: outcome.failure };
    deps.log.warn({ runId, ...key, ...why }, 'sync step failed');
    return giveUp(run, context, { outcome, asOf: startedAt, refusedRows: null });
  }
}

const ofTenant = ({ deps, ...run }: RunContext, { tenantId }: ReadKey): RunContext => ({
  ...run,
  deps: { ...deps, log: withFacts(deps.log, { tenantId }) },
});

async function statusOfUnbegun({ deps, runId, owner }: RunContext, key: ReadKey): Promise<Step['status']> {
  await requireOwnRun(deps.db, { runId, owner });
  return (await findStep(deps.db, runId, key))?.status ?? 'pending';
}

/** Runs a planned step by the work of its source. */
export const runPlanned = (run: RunContext, step: PlannedStep): Promise<Step['status']> => {
  const { source, tenantId, period, scope } = step;
  if (source === 'judge') throw new Error('judging is no reading');
  return runStep(run, { source, tenantId, period, scope }, STEP_WORK[source]);
};

/** A list that changed while it was read is kept, and is not called whole. */
function counted({ count }: StepContext, result: StepResult): StepResult {
  if (result.incomplete !== null || judgeCount(count) === 'whole') return result;
  const failure = {
    kind: 'wrong-count',
    message: formatCount(count),
    missingRight: null,
    status: null,
    code: null,
  };
  return { incomplete: failure };
}

/** A step whose rows come in no list, such as cost in files, tells those that it took over. */
const countOf = ({ count, done }: StepContext): RowCount =>
  count.read === 0 && count.expected === 0 ? { expected: null, read: done } : count;

type Finished = {
  asOf: string;
  result: StepResult;
  way: ReadWay | null;
  count: RowCount;
};

async function finish(
  run: RunContext,
  { key, readId, keepsAnswers }: OpenContext,
  { asOf, result, way, count }: Finished,
): Promise<Step['status']> {
  const { deps, runId } = run;
  const at = instant(deps);
  const outcome: StepOutcome = result.incomplete === null ? { status: 'done' } : endingOf(result.incomplete);
  const refused = await deps.db.transaction(async (tx) => {
    const held = await lockSourceRead(tx, key, at);
    const rows = await countRows(tx, key.source, readId);
    const replacement = planReplacement(held.currentReadId === null ? 0 : held.rows, rows, {
      global: key.tenantId === '',
      loss: suspiciousLoss(key.source),
      refusedRows: held.refusedRows,
      isComparable: areRowsComparable(key.source, held.way, way),
    });
    if (replacement.kind === 'refuse') return replacement;
    const isNewest = await replaceRead(tx, held, { key, at, readId, asOf, rows, way, count });
    if (isNewest && outcome.status !== 'done') await noteIncomplete(tx, key, outcome);
    if (keepsAnswers) await dropKeptAnswers(tx, runId, key);
    await endOwnStep(tx, run, key, { outcome, at, way, ...count, kept: rows });
    return null;
  });
  if (refused === null) return outcome.status;
  const message = tellStepReason('fewer-rows', refused);
  const failure = { kind: 'refused', message, missingRight: null, status: null, code: null };
  return giveUp(
    run,
    { key, readId, keepsAnswers },
    { outcome: { status: 'refused', failure }, asOf, refusedRows: refused.read },
  );
}

type GivenUp = {
  outcome: Exclude<StepOutcome, { status: 'done' }>;
  asOf: string;
  refusedRows: number | null;
};

async function giveUp(
  run: RunContext,
  { key, readId, keepsAnswers }: Pick<OpenContext, 'key' | 'readId' | 'keepsAnswers'>,
  { outcome, asOf, refusedRows }: GivenUp,
): Promise<Step['status']> {
  const at = instant(run.deps);
  await run.deps.db.transaction(async (tx) => {
    await deleteFacts(tx, key.source, readId);
    await saveUnfinishedRead(tx, { key, at, asOf, outcome, refusedRows });
    if (keepsAnswers) await dropKeptAnswers(tx, run.runId, key);
    await endOwnStep(tx, run, key, { outcome, at });
  });
  return outcome.status;
}

/** `keepsAnswers`: this process, or one before it, has kept answers of the step. */
type OpenContext = StepContext & { keepsAnswers: boolean };

function contextOf(
  run: RunContext,
  key: ReadKey,
  state: Pick<OpenContext, 'readId' | 'keepsAnswers' | 'cursor' | 'done' | 'way' | 'count'>,
): OpenContext {
  const { deps, runId, signal, pulse } = run;
  let next: string | null = null;
  const kept = keptAnswers(run, key, () => context);
  const answers: KeptAnswers = {
    find: (question) => (context.keepsAnswers ? kept.find(question) : Promise.resolve(null)),
    keep(question, answer) {
      context.keepsAnswers = true;
      return kept.keep(question, answer);
    },
  };
  const listeners = {
    signal,
    onCall: () => pulse.called(),
    onPage: (page: PageCount) => {
      context.count = addPage(context.count, page);
      next = page.next;
    },
    resumed: { link: null, answers },
    onOutcome: (call: CallOutcome) => pulse.ended(call),
    onWait: (wait: Wait | null) => pulse.waiting(key, wait),
    log: deps.log,
  };
  const context: OpenContext = {
    deps,
    key,
    ...state,
    caller: (tenantId?: TenantId) => deps.room.caller({ ...(tenantId && { tenantId }), ...listeners }),
    listCaller: (link, tenantId) =>
      deps.room.caller({ ...(tenantId && { tenantId }), ...listeners, resumed: { link, answers } }),
    nextLink: () => next,
    linkCallers: () => deps.room.linkCallers(listeners),
    storePage: (save, progress) =>
      deps.db.transaction(async (tx) => {
        await save(tx);
        await updateOwnStep(tx, run, key, { ...progress, ...context.count });
      }),
    startOver: async (way) => {
      await inOwnRun(run, async (tx) => {
        await deleteFacts(tx, key.source, state.readId);
        await dropKeptAnswers(tx, runId, key);
        await updateStep(tx, runId, key, { done: 0, total: null, cursor: null, way });
      });
      Object.assign(context, { done: 0, cursor: null, way, count: NOTHING_READ });
    },
  };
  return context;
}
