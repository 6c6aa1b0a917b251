import { planRefreshedCost } from '#lib/core/cost-steps.ts';
import type { TenantId } from '#lib/core/ids.ts';
import type { Period } from '#lib/core/periods.ts';
import { isOpen, monthsInPlay, type PlannedStep } from '#lib/core/sync-plan.ts';
import type { Db } from '#lib/db/db.ts';
import { forgetEmptyRead, ownRead } from '#lib/db/reads.ts';
import {
  addSteps,
  dropSteps,
  listStepsOf,
  restartStep,
  type NewStep,
  type Step,
  type StepKey,
} from '#lib/db/runs.ts';
import { instant } from './deps.ts';
import { inParallel } from './in-parallel.ts';
import { addOwnSteps, inOwnRun } from './own-run.ts';
import { planMonth, triedCostWays } from './plan-steps.ts';
import { runPlanned, type RunContext } from './run-step.ts';
import { dimensionScope, listCostScopes } from './steps/cost-scopes.ts';

/** Cost Management allows 20 requests a minute; more at once would only wait together. */
const COST_READS_AT_ONCE = 3;

/** Plans a month, reads, and where a way is refused plans anew, until nothing is left that could be read. */
export async function readMonth(run: RunContext, period: Period): Promise<void> {
  await untilDone(run, period, () => planMonth(run.deps, period));
}

/** One customer's open months at its own scope, by the way that answers at once. */
export async function readCostsNow(run: RunContext, tenantId: TenantId): Promise<void> {
  const { deps } = run;
  const now = instant(deps);
  for (const period of monthsInPlay(now).filter((month) => isOpen(month, now))) {
    await untilDone(run, period, async () =>
      planRefreshedCost({
        scopes: await listCostScopes(deps.db, { tenantId, scope: '' }),
        tried: await triedCostWays(deps.db),
        tenantId,
        period,
        now,
      }),
    );
  }
}

async function untilDone(run: RunContext, period: Period, plan: () => Promise<PlannedStep[]>): Promise<void> {
  for (;;) {
    const due = await settle(run, period, await plan());
    if (due.length === 0 || run.signal.aborted) return;
    await readDimensionsOf(run, due);
    let refused = false;
    await inParallel(due, COST_READS_AT_ONCE, async (step) => {
      if (refused || run.signal.aborted) return;
      const status = await runPlanned(run, step);
      refused = refused || status !== 'done';
    });
  }
}

const keyOf = ({ tenantId, scope }: Pick<Step, 'tenantId' | 'scope'>): string => `${tenantId}|${scope}`;

/** Brings the run's steps of a month to what is planned now, and tells which of them are still to do. */
const settle = (run: RunContext, period: Period, planned: readonly PlannedStep[]): Promise<PlannedStep[]> =>
  inOwnRun(run, (tx) => settleSteps(tx, run.runId, { period, planned }));

async function settleSteps(
  tx: Db,
  runId: string,
  { period, planned }: { period: Period; planned: readonly PlannedStep[] },
): Promise<PlannedStep[]> {
  const held = new Map(
    (await listStepsOf(tx, runId, { source: 'costs', period })).map((row) => [keyOf(row), row]),
  );
  const wanted = new Set(planned.map(keyOf));
  const superseded = [...held.values()].filter((row) => !wanted.has(keyOf(row)) && row.status !== 'done');
  for (const row of superseded) {
    const key = stepKey(row);
    await dropSteps(tx, runId, [key]);
    await forgetEmptyRead(tx, { ...key, source: 'costs' });
  }
  await addSteps(
    tx,
    runId,
    planned.filter((step) => !held.has(keyOf(step))),
  );
  const due: PlannedStep[] = [];
  for (const step of planned) {
    const row = held.get(keyOf(step));
    if (row !== undefined && row.way !== step.way && row.status !== 'done') {
      await restartStep(tx, runId, step);
      due.push(step);
    } else if (row === undefined || !hasEnded(row)) due.push(step);
  }
  return due;
}

const UNENDED: readonly Step['status'][] = ['pending', 'running', 'waiting'];

const hasEnded = ({ status }: Step): boolean => !UNENDED.includes(status);

// Steps are stored from parsed ids and months.
const stepKey = ({ tenantId, period, scope }: Step): StepKey => ({
  source: 'costs',
  tenantId: tenantId as TenantId | '',
  period: period as Period,
  scope,
});

/** Queries group by dimensions, which each scope spells in its own way. */
async function readDimensionsOf(run: RunContext, due: readonly PlannedStep[]): Promise<void> {
  const scopes = new Set<string>();
  for (const step of due) {
    if (step.way !== 'query-profile' && step.way !== 'query-customer') continue;
    for (const scope of await listCostScopes(run.deps.db, step)) scopes.add(dimensionScope(scope));
  }
  const steps = [...scopes].map((scope): NewStep & PlannedStep => ({
    ...ownRead('cost-dimensions', scope),
    way: null,
    calls: 1,
  }));
  await addOwnSteps(run, steps);
  for (const step of steps) await runPlanned(run, step);
}
