import { runStatusOf, type RunStatus } from '#lib/core/sync-run.ts';
import type { TenantId } from '#lib/core/ids.ts';
import { monthsInPlay, planRefresh, type PlannedStep } from '#lib/core/sync-plan.ts';
import { isPassingFault } from '#lib/db/passing-fault.ts';
import { describeCustomers, listBilledCosts } from '#lib/db/plan-facts.ts';
import { dropSupersededReads } from '#lib/db/reads.ts';
import { dropPendingSteps, endRun, listStepEnds, type RunScope } from '#lib/db/runs.ts';
import { requireOwnRun } from '#lib/db/run-owner.ts';
import { tellStepReason } from '#lib/core/step-reasons.ts';
import { checkSources } from './check-sources.ts';
import { nameCustomers } from './customers.ts';
import { instant, withFacts, type SyncDeps } from './deps.ts';
import { inParallel } from './in-parallel.ts';
import { addOwnSteps, inOwnRun, RunTaken } from './own-run.ts';
import { judgeCustomers } from './judge-customers.ts';
import {
  planBulkSteps,
  planCustomerSteps,
  planFirstSteps,
  planFollowUpSteps,
  planJudging,
  planJudgingOlder,
  planLastSteps,
  planOlderMonths,
} from './plan-steps.ts';
import { Pulse } from './pulse.ts';
import { readCostsNow, readMonths } from './read-costs.ts';
import { sampleCosts } from './sample-costs.ts';
import { runPlanned, type RunContext } from './run-step.ts';

const HEARTBEAT_MS = 2_000;
/** Each asks its own tenant, whose limits no other shares; with fewer a run waits for answers, not for limits. */
const CUSTOMERS_AT_ONCE = 24;

/** A run as it was claimed: what it reads, and whose it is. */
export type ClaimedRun = RunScope & { runId: string; owner: string };

/**
 * Does all steps of a run that have not ended, in order; a run that was cut short is taken up where it stands.
 * An abort leaves it as it is and returns 'interrupted', and so does its loss to another owner, to a pause or to a
 * passing fault of the database.
 */
export async function runSync(
  given: SyncDeps,
  { runId, owner, tenantId }: ClaimedRun,
  signal: AbortSignal,
): Promise<RunStatus> {
  const deps = { ...given, log: withFacts(given.log, { runId, tenantId }) };
  const pulse = new Pulse(deps, { runId, owner });
  const fault = new AbortController();
  const lost = AbortSignal.any([signal, pulse.taken]);
  const run = { deps, runId, owner, pulse, signal: AbortSignal.any([lost, fault.signal]) };
  const beating = setInterval(() => void pulse.beat(), HEARTBEAT_MS);
  try {
    await (tenantId === '' ? readEverything(run, fault) : readOneCustomer(run, tenantId));
    if (lost.aborted) return 'interrupted';
    await inOwnRun(run, (tx) => dropPendingSteps(tx, runId));
    return await end(run, runStatusOf(await listStepEnds(deps.db, runId)), null);
  } catch (error) {
    if (lost.aborted || error instanceof RunTaken) return 'interrupted';
    if (isPassingFault(error)) {
      deps.log.warn({ err: error }, 'the database failed a sync run, which goes on in a moment');
      return 'interrupted';
    }
    deps.log.error({ err: error }, 'sync run failed');
    return await end(run, 'failed', tellStepReason('run-fault', {}));
  } finally {
    clearInterval(beating);
    await pulse.settled();
  }
}

/** A run whose end cannot be stored stays as it is in the store, and is taken up again. */
async function end(run: RunContext, status: RunStatus, error: string | null): Promise<RunStatus> {
  const { deps, runId, pulse } = run;
  await pulse.beat();
  try {
    await deps.db.transaction(async (tx) => {
      await requireOwnRun(tx, run);
      await endRun(tx, runId, status, instant(deps), error);
    });
    deps.log.info({ status }, 'sync run ended');
    return status;
  } catch (err) {
    if (err instanceof RunTaken) return 'interrupted';
    deps.log.error({ err }, 'could not store the end of a sync run');
    return 'failed';
  }
}

async function readEverything(run: RunContext, fault: AbortController): Promise<void> {
  const { deps, signal } = run;
  const links = 1 + deps.room.linkCallers({ signal }).length;
  const { billing, others } = await planFirstSteps(deps, links);
  await addOwnSteps(run, [...billing, ...others]);
  await together(fault, [
    inOrder(run, billing),
    inParallel(others, others.length, async (step) => void (await runPlanned(run, step))),
  ]);
  const tenants = await nameCustomers(deps);
  await together(fault, [readAccess(run, tenants), readOpenMonths(run), sampleCosts(run)]);
  if (signal.aborted) return;
  await checkSources(run);
  await judgeCustomers(run, await planJudging(deps, await nameCustomers(deps)));
  await readOlder(run);
}

const readOpenMonths = async (run: RunContext): Promise<void> =>
  readMonths(run, monthsInPlay(instant(run.deps)), await listBilledCosts(run.deps.db));

/** Closed months that were never read, once what people look at is there. */
async function readOlder(run: RunContext): Promise<void> {
  const { deps, runId, signal } = run;
  for (const { period, customers } of await planOlderMonths(deps, runId)) {
    if (signal.aborted) return;
    await readMonths(run, [period], customers);
    if (signal.aborted) return;
    await judgeCustomers(run, await planJudgingOlder(deps, period, await nameCustomers(deps)));
  }
}

/**
 * What a person asked to know now of one customer; what is shared by all is taken as it is held, but for identities:
 * the delegations that were just read may name one that nobody knew.
 */
async function readOneCustomer(run: RunContext, tenantId: TenantId): Promise<void> {
  const { deps } = run;
  const steps = (await describeCustomers(deps.db, [tenantId])).flatMap(planRefresh);
  await addOwnSteps(run, steps);
  await inOrder(run, steps);
  await readFollowUps(run, [tenantId]);
  await readCostsNow(run, tenantId);
  if (run.signal.aborted) return;
  await judgeCustomers(run, await planJudging(deps, [tenantId]), tenantId);
}

/** A fault of the store in one chain stops the other too, so that nothing goes on behind a run that has ended. */
async function together(fault: AbortController, chains: readonly Promise<void>[]): Promise<void> {
  for (const chain of chains) chain.catch(() => fault.abort());
  await Promise.allSettled(chains);
  await Promise.all(chains);
}

async function inOrder(run: RunContext, steps: readonly PlannedStep[]): Promise<void> {
  for (const step of steps) await runPlanned(run, step);
}

/** First what one question answers of all customers, then each customer's own tenant, then what that has raised. */
async function readAccess(run: RunContext, tenants: readonly TenantId[]): Promise<void> {
  const { deps } = run;
  const bulk = await planBulkSteps(deps);
  await addOwnSteps(run, bulk);
  const ofCustomers = await planCustomerSteps(deps, tenants);
  await addOwnSteps(run, ofCustomers);
  await inOrder(run, bulk);
  await inOwnRun(run, (tx) => dropSupersededReads(tx, ['delegations', 'role-assignments']));
  await ofEachCustomer(run, ofCustomers);
  await readFollowUps(run, await nameCustomers(deps));
}

async function readFollowUps(run: RunContext, tenants: readonly TenantId[]): Promise<void> {
  const { deps } = run;
  const followUps = await planFollowUpSteps(deps, tenants);
  const own = followUps.filter(({ tenantId }) => tenantId === '');
  await addOwnSteps(run, followUps);
  await inOrder(run, own);
  await ofEachCustomer(
    run,
    followUps.filter(({ tenantId }) => tenantId !== ''),
  );
  const last = await planLastSteps(deps, tenants);
  await addOwnSteps(run, last);
  await ofEachCustomer(run, last);
}

/** Customers side by side, the steps of one after each other. */
async function ofEachCustomer(run: RunContext, steps: readonly PlannedStep[]): Promise<void> {
  const customers = [...Map.groupBy(steps, ({ tenantId }) => tenantId).values()];
  await inParallel(customers, CUSTOMERS_AT_ONCE, (chain) => inOrder(run, chain));
}
