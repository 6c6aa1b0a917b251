import { runStatusOf, type RunStatus } from '#lib/core/sync-run.ts';
import type { TenantId } from '#lib/core/ids.ts';
import type { ReadKey } from '#lib/db/reads.ts';
import { addSteps, endRun, listSteps } from '#lib/db/runs.ts';
import type { Source } from '#lib/core/statuses.ts';
import { nameCustomers } from './customers.ts';
import { instant, type SyncDeps } from './deps.ts';
import { EVERY_CUSTOMER } from '#lib/db/visible-customers.ts';
import { inParallel } from './in-parallel.ts';
import { judgeCustomers } from './judge-customers.ts';
import { ACCESS_CHAIN, costMonths, judgeMonths, planSteps, type Month } from './plan-steps.ts';
import { Pulse } from './pulse.ts';
import { runStep, type RunContext } from './run-step.ts';
import { STEP_WORK } from './steps.ts';

const HEARTBEAT_MS = 2_000;
const CUSTOMERS_AT_ONCE = 8;
/** Cost Management allows 20 requests a minute; more at once would only wait together. */
const COST_READS_AT_ONCE = 3;

/**
 * Does all steps of a run that have not ended, in order; a run that was cut short is taken up where it stands.
 * An abort leaves it as it is and returns 'interrupted'.
 */
export async function runSync(deps: SyncDeps, runId: string, signal: AbortSignal): Promise<RunStatus> {
  const pulse = new Pulse(deps, runId);
  const fault = new AbortController();
  const run = { deps, runId, pulse, signal: AbortSignal.any([signal, fault.signal]) };
  const beating = setInterval(() => void pulse.beat(), HEARTBEAT_MS);
  try {
    await readEverything(run, fault);
    if (signal.aborted) return 'interrupted';
    return await end(run, runStatusOf(await listSteps(deps.db, runId, EVERY_CUSTOMER)), null);
  } catch (error) {
    if (signal.aborted) return 'interrupted';
    deps.log.error({ runId, err: error }, 'sync run failed');
    return await end(run, 'failed', 'an internal error ended the run; see the log');
  } finally {
    clearInterval(beating);
    await pulse.settled();
  }
}

/** A run whose end cannot be stored stays as it is in the store, and is taken up again. */
async function end(
  { deps, runId, pulse }: RunContext,
  status: RunStatus,
  error: string | null,
): Promise<RunStatus> {
  await pulse.beat();
  try {
    await endRun(deps.db, runId, status, instant(deps), error);
    deps.log.info({ runId, status }, 'sync run ended');
    return status;
  } catch (err) {
    deps.log.error({ runId, err }, 'could not store the end of a sync run');
    return 'failed';
  }
}

const own = (source: Source): ReadKey => ({ source, tenantId: '', period: '', scope: '' });

async function readEverything(run: RunContext, fault: AbortController): Promise<void> {
  const { deps, runId } = run;
  const first = ['billing-customers', 'subscriptions', 'agent-groups', 'partner-links'] as const;
  await addSteps(deps.db, runId, first.map(own));
  await inParallel(first, first.length, (source) => step(run, own(source)));
  const tenants = await nameCustomers(deps);
  await addSteps(deps.db, runId, await planSteps(deps, tenants));
  const steps = await listSteps(deps.db, runId, EVERY_CUSTOMER);
  await together(fault, [readAccess(run, tenants), readCosts(run, costMonths(steps))]);
  if (run.signal.aborted) return;
  await judgeCustomers(run, judgeMonths(steps, tenants));
}

/** A fault of the store in one chain stops the other too, so that nothing goes on behind a run that has ended. */
async function together(fault: AbortController, chains: readonly Promise<void>[]): Promise<void> {
  for (const chain of chains) chain.catch(() => fault.abort());
  await Promise.allSettled(chains);
  await Promise.all(chains);
}

async function readAccess(run: RunContext, tenants: readonly TenantId[]): Promise<void> {
  await inParallel(tenants, CUSTOMERS_AT_ONCE, async (tenantId) => {
    for (const source of ACCESS_CHAIN) await step(run, { source, tenantId, period: '', scope: '' });
  });
  await nameCustomers(run.deps);
  await step(run, own('role-definitions'));
  await step(run, own('identities'));
}

async function readCosts(run: RunContext, months: readonly Month[]): Promise<void> {
  await step(run, own('cost-dimensions'));
  for (const { period, tenants } of months) {
    await inParallel(tenants, COST_READS_AT_ONCE, (tenantId) =>
      step(run, { source: 'costs', tenantId, period, scope: '' }),
    );
  }
}

async function step(run: RunContext, key: ReadKey): Promise<void> {
  await runStep(run, key, STEP_WORK[key.source]);
}
