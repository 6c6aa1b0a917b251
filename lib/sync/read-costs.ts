import {
  areWaysKnown,
  customersOfSteps,
  groupByProfile,
  isInGroup,
  planRefreshedCost,
  profileOfScope,
  type CostGroup,
} from '#lib/core/cost-steps.ts';
import { isProfileWay, type TriedWay } from '#lib/core/cost-plan.ts';
import { COST_WAYS, type CostWay } from '#lib/core/facts.ts';
import type { TenantId } from '#lib/core/ids.ts';
import type { Period } from '#lib/core/periods.ts';
import { isOpen, monthsInPlay, type PlannedStep } from '#lib/core/sync-plan.ts';
import type { Db } from '#lib/db/db.ts';
import { triedCostWays, type BilledCost } from '#lib/db/plan-facts.ts';
import { dropKeptAnswers } from '#lib/db/kept-answers.ts';
import { deleteFacts, forgetEmptyRead, ownRead } from '#lib/db/reads.ts';
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
import { isOfMonthOnly } from './failures.ts';
import { inParallel, openGate, type Gate } from './in-parallel.ts';
import { addOwnSteps, inOwnRun } from './own-run.ts';
import { planMonth } from './plan-steps.ts';
import { runPlanned, runStep, type RunContext } from './run-step.ts';
import { dropFetchedCosts, readCosts } from './steps/costs.ts';
import { dimensionScope, listCostScopes, listScopesOf } from './steps/cost-scopes.ts';

/** A report takes a minute to be made, and 20 may be asked for in that minute (limits.md, 2026-11-21). */
const COST_READS_AT_ONCE = 24;

type CostReading = {
  run: RunContext;
  gate: Gate;
  /** Queries of billing profiles under way. */
  profiles: Set<PlannedStep>;
  /** Reads of dimensions that were begun: customers of an account share one. */
  dimensions: Map<string, Promise<unknown>>;
  /** Told when a report of the month under way is being made: the way is open to the other months too. */
  onAccepted: () => void;
};

const beginReading = (run: RunContext): CostReading => ({
  run,
  gate: openGate(COST_READS_AT_ONCE),
  profiles: new Set(),
  dimensions: new Map(),
  onAccepted: () => {},
});

/**
 * Groups of billing profiles side by side; of each the months in turn, together once its ways are known or a report is
 * being made. Queries of a profile gain nothing by that: its months wait for the same four a minute.
 */
export async function readMonths(
  run: RunContext,
  periods: readonly Period[],
  billed: readonly BilledCost[],
): Promise<void> {
  const reading = beginReading(run);
  const groups = groupByProfile(billed).map((group) => ({
    ...group,
    customers: billed.filter(({ tenantId }) => group.tenantIds.has(tenantId)),
  }));
  await inParallel(groups, groups.length, (group) => readGroup(reading, group, periods));
}

type BilledGroup = CostGroup & { customers: readonly BilledCost[] };

async function readGroup(
  reading: CostReading,
  group: BilledGroup,
  periods: readonly Period[],
): Promise<void> {
  const { deps } = reading.run;
  const { customers } = group;
  for (const [index, period] of periods.entries()) {
    const rest = periods.slice(index);
    const plans = rest.map((month) => planMonth(deps, { period: month, customers, refused: [] }));
    const planned = (await Promise.all(plans)).flat();
    const isSlow = planned.some(({ way }) => way === 'query-profile');
    if (rest.length > 1 && !isSlow && areWaysKnown(planned, await triedCostWays(deps.db))) {
      return inParallel(rest, rest.length, (month) => readMonthOf(reading, group, month));
    }
    const accepted = Promise.withResolvers<void>();
    const read = readMonthOf({ ...reading, onAccepted: accepted.resolve }, group, period);
    const isAccepted = await Promise.race([accepted.promise.then(() => true), read.then(() => false)]);
    if (!isAccepted) continue;
    const others = rest.slice(1);
    await Promise.all([
      read,
      inParallel(others, others.length, (month) => readMonthOf(reading, group, month)),
    ]);
    return;
  }
}

/** Plans a month, reads, and where a way is refused plans anew, until nothing is left that could be read. */
async function readMonthOf(reading: CostReading, group: BilledGroup, period: Period): Promise<void> {
  // A step that goes on by another way forgets what it was told of the one before.
  const refused: TriedWay[] = [];
  await untilDone(reading, { period, group }, async () => {
    refused.push(...(await listRefusedHere(reading.run, period)));
    return planMonth(reading.run.deps, { period, customers: group.customers, refused });
  });
}

/**
 * What this run was refused of a month that is over says nothing of the months to come, and is kept nowhere else; nor
 * is what an export has not delivered of a month yet.
 */
async function listRefusedHere({ deps, runId }: RunContext, period: Period): Promise<TriedWay[]> {
  const inPlay = monthsInPlay(instant(deps)).includes(period);
  const rows = await listStepsOf(deps.db, runId, { source: 'costs', period });
  const refused: TriedWay[] = [];
  for (const row of rows) {
    const isRefused = row.status === 'forbidden' || row.status === 'failed';
    const ways = refusedBy(row, isRefused && (!inPlay || (row.error !== null && isOfMonthOnly(row.error))));
    for (const scope of ways.length === 0 ? [] : await listCostScopes(deps.db, stepKey(row))) {
      refused.push(...ways.map((way) => ({ way, scope, permitted: false, at: instant(deps) })));
    }
  }
  return refused;
}

/** A profile's step is on its way because those before it were refused; its own was, where it says so. */
function refusedBy({ way: taken, tenantId }: Step, isOwn: boolean): CostWay[] {
  const own = COST_WAYS.filter((way) => isOwn && way === taken);
  const before = COST_WAYS.slice(
    0,
    COST_WAYS.findIndex((way) => way === taken),
  );
  return [...(tenantId === '' ? before.filter(isProfileWay) : []), ...own];
}

/** One customer's open months at its own scope, by the way that answers at once. */
export async function readCostsNow(run: RunContext, tenantId: TenantId): Promise<void> {
  const { deps } = run;
  const now = instant(deps);
  const reading = beginReading(run);
  for (const period of monthsInPlay(now).filter((month) => isOpen(month, now))) {
    await untilDone(reading, { period, group: null }, async () =>
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

type Asked = { period: Period; group: BilledGroup | null };

async function untilDone(
  reading: CostReading,
  asked: Asked,
  plan: () => Promise<PlannedStep[]>,
): Promise<void> {
  const { run } = reading;
  for (;;) {
    const due = await settle(run, asked, await plan());
    if (due.length === 0 || run.signal.aborted) return;
    await readDimensionsOf(reading, due);
    let refused = false;
    const readOne = async (step: PlannedStep): Promise<Step['status'] | null> => {
      if (refused || run.signal.aborted) return null;
      const status = await reading.gate(() => runCosts(reading, step));
      // There is no way after it: what one customer refuses holds up no other.
      refused ||= status !== 'done' && step.way !== 'query-customer';
      return status;
    };
    const [first, ...rest] = due;
    // Whether a way is open to customers is found out with one of them.
    const found = first === undefined || first.tenantId === '' ? null : await readOne(first);
    // Refusals of the months in play are kept, so that the next plan asks fewer.
    if (found === 'forbidden' && monthsInPlay(instant(run.deps)).includes(asked.period)) continue;
    await inParallel(first?.tenantId === '' ? due : rest, COST_READS_AT_ONCE, async (step) => {
      await readOne(step);
    });
  }
}

const keyOf = ({ tenantId, scope }: Pick<Step, 'tenantId' | 'scope'>): string => `${tenantId}|${scope}`;

async function runCosts({ run, onAccepted, profiles }: CostReading, step: PlannedStep) {
  const { tenantId, period, scope } = step;
  if (step.way === 'query-profile') profiles.add(step);
  try {
    const key = { source: 'costs', tenantId, period, scope } as const;
    // All share the identity's twenty a minute, and a profile needs its own four longest.
    const urgentScopes = () =>
      step.way === 'query-customer' ? [...profiles].map((one) => profileOfScope(one.scope)) : [];
    const status = await runStep(run, key, (context) => readCosts(context, { onAccepted, urgentScopes }));
    // One that was cut short goes on with what it has.
    if (status !== 'pending') await dropFetchedCosts(run.deps, key, step.way);
    return status;
  } finally {
    profiles.delete(step);
  }
}

/** Brings the run's steps of a month to what is planned now, and tells which of them are still to do. */
const settle = (run: RunContext, asked: Asked, planned: readonly PlannedStep[]): Promise<PlannedStep[]> =>
  inOwnRun(run, (tx) => settleSteps(tx, run.runId, { ...asked, planned }));

/** What a process that died had stored of a way that is not gone any further. */
async function dropBegun(tx: Db, row: Step): Promise<void> {
  if (row.readId !== null) await deleteFacts(tx, 'costs', row.readId);
  await dropKeptAnswers(tx, row.runId, { ...stepKey(row), source: 'costs' });
}

async function settleSteps(
  tx: Db,
  runId: string,
  { period, group, planned }: Asked & { planned: readonly PlannedStep[] },
): Promise<PlannedStep[]> {
  const rows = await listStepsOf(tx, runId, { source: 'costs', period });
  const ours = rows.filter((row) => group === null || isInGroup(group, row));
  const held = new Map(ours.map((row) => [keyOf(row), row]));
  const wanted = new Set(planned.map(keyOf));
  const planning = customersOfSteps(planned, group?.customers ?? []);
  // What a customer refused in the end is told, with the right that is missing; what a profile did is told by its customers.
  const isLastWord = (row: Step): boolean =>
    hasEnded(row) && row.tenantId !== '' && !planning.has(row.tenantId);
  const superseded = [...held.values()].filter(
    (row) => !wanted.has(keyOf(row)) && row.status !== 'done' && !isLastWord(row),
  );
  for (const row of superseded) {
    const key = stepKey(row);
    await dropBegun(tx, row);
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
      await dropBegun(tx, row);
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
async function readDimensionsOf(
  { run, dimensions }: CostReading,
  due: readonly PlannedStep[],
): Promise<void> {
  const queries = due.filter(({ way }) => way === 'query-profile' || way === 'query-customer');
  const wanted = new Set((await listScopesOf(run.deps.db, queries)).map(dimensionScope));
  await Promise.all(
    [...wanted].map((scope) => {
      const read = dimensions.get(scope) ?? readOneDimension(run, scope);
      dimensions.set(scope, read);
      return read;
    }),
  );
}

async function readOneDimension(run: RunContext, scope: string): Promise<void> {
  const step: NewStep & PlannedStep = { ...ownRead('cost-dimensions', scope), way: null, calls: 1 };
  await addOwnSteps(run, [step]);
  await runPlanned(run, step);
}
