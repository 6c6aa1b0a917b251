import { parsePeriod, type Instant, type Period } from '#lib/core/periods.ts';
import { planPeriods } from '#lib/core/sync-plan.ts';
import { runStatusOf, type RunStatus } from '#lib/core/sync-run.ts';
import type { TenantId } from '#lib/core/ids.ts';
import { listBilledCustomers } from '#lib/db/customers.ts';
import { listSourceReads, type ReadKey } from '#lib/db/reads.ts';
import { addSteps, endRun, listSteps, type StepKey } from '#lib/db/runs.ts';
import type { Source } from '#lib/core/statuses.ts';
import { nameCustomers } from './customers.ts';
import { instant, type SyncDeps } from './deps.ts';
import { inParallel } from './in-parallel.ts';
import { judgeCustomers } from './judge-customers.ts';
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
  const beating = setInterval(() => void pulse.beat(), HEARTBEAT_MS);
  try {
    await readEverything({ deps, runId, signal, pulse });
    if (signal.aborted) return 'interrupted';
    const status = runStatusOf((await listSteps(deps.db, runId)).map(({ status: ended }) => ended));
    await pulse.beat();
    await endRun(deps.db, runId, status, instant(deps), null);
    deps.log.info({ runId, status }, 'sync run ended');
    return status;
  } catch (error) {
    if (signal.aborted) return 'interrupted';
    deps.log.error({ runId, err: error }, 'sync run failed');
    await pulse.beat();
    await endRun(deps.db, runId, 'failed', instant(deps), 'an internal error ended the run; see the log');
    return 'failed';
  } finally {
    clearInterval(beating);
    await pulse.settled();
  }
}

const own = (source: Source): ReadKey => ({ source, tenantId: '', period: '' });

async function readEverything(run: RunContext): Promise<void> {
  const { deps, runId } = run;
  const first = ['billing-customers', 'subscriptions', 'agent-groups', 'partner-links'] as const;
  await addSteps(deps.db, runId, first.map(own));
  await inParallel(first, first.length, (source) => step(run, own(source)));
  const tenants = await nameCustomers(deps);
  const periods = await planCostPeriods(deps);
  await addSteps(deps.db, runId, await plannedSteps(deps, tenants, periods));
  await Promise.all([readAccess(run, tenants), readCosts(run, periods)]);
  if (run.signal.aborted) return;
  await judgeCustomers(run, tenants, periods);
}

const ACCESS_CHAIN = [
  'customer-subscriptions',
  'partner-links',
  'delegations',
  'role-assignments',
  'customer-identities',
] as const;

async function plannedSteps(
  deps: SyncDeps,
  tenants: readonly TenantId[],
  periods: readonly Period[],
): Promise<StepKey[]> {
  const billed = new Set((await listBilledCustomers(deps.db)).map(({ tenantId }) => tenantId));
  return [
    own('cost-dimensions'),
    ...tenants.flatMap((tenantId) =>
      ACCESS_CHAIN.map((source) => ({ source, tenantId, period: '' as const })),
    ),
    own('role-definitions'),
    own('identities'),
    ...periods.flatMap((period) =>
      tenants
        .filter((tenantId) => billed.has(tenantId))
        .map((tenantId) => ({ source: 'costs' as const, tenantId, period })),
    ),
    ...periods.map((period) => ({ source: 'judge' as const, tenantId: '' as const, period })),
  ];
}

async function readAccess(run: RunContext, tenants: readonly TenantId[]): Promise<void> {
  await inParallel(tenants, CUSTOMERS_AT_ONCE, async (tenantId) => {
    for (const source of ACCESS_CHAIN) await step(run, { source, tenantId, period: '' });
  });
  await nameCustomers(run.deps);
  await step(run, own('role-definitions'));
  await step(run, own('identities'));
}

async function readCosts(run: RunContext, periods: readonly Period[]): Promise<void> {
  await step(run, own('cost-dimensions'));
  const steps = await listSteps(run.deps.db, run.runId);
  const costs = steps.flatMap((row) => (row.source === 'costs' ? [row] : []));
  // The open month first: it is what people look at.
  for (const period of periods) {
    const due = costs.filter((row) => row.period === period);
    // Steps were stored with parsed tenant ids.
    await inParallel(due, COST_READS_AT_ONCE, (row) =>
      step(run, { source: 'costs', tenantId: row.tenantId as TenantId, period }),
    );
  }
}

async function step(run: RunContext, key: ReadKey): Promise<void> {
  await runStep(run, key, STEP_WORK[key.source]);
}

async function planCostPeriods(deps: SyncDeps): Promise<Period[]> {
  const oldest = new Map<Period, Instant>();
  for (const row of await listSourceReads(deps.db)) {
    const period = parsePeriod(row.period);
    if (row.source !== 'costs' || period === null || row.asOf === null) continue;
    const known = oldest.get(period);
    if (known === undefined || row.asOf < known) oldest.set(period, row.asOf);
  }
  return planPeriods(instant(deps), (period) => oldest.get(period) ?? null);
}
