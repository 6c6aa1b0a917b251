import { readProfileTotals } from '#lib/azure/costs/read.ts';
import { AzureFailure } from '#lib/azure/failure.ts';
import type { CostSample } from '#lib/core/cost-samples.ts';
import { scopeOfProfile } from '#lib/core/cost-steps.ts';
import { requireDecimal } from '#lib/core/money.ts';
import { compareTotals, type CurrencyTotals, type SourceCheck } from '#lib/core/source-checks.ts';
import { listSamples, sumProfileMonth } from '#lib/db/cost-samples.ts';
import { saveCostWay } from '#lib/db/cost-ways.ts';
import { triedCostWays } from '#lib/db/plan-facts.ts';
import { ownRead } from '#lib/db/reads.ts';
import { saveSourceCheck } from '#lib/db/source-checks.ts';
import { instant } from './deps.ts';
import { failureOf } from './failures.ts';
import { inOwnRun } from './own-run.ts';
import type { RunContext } from './run-step.ts';

/** Holds the total of a query against a few closed months that files brought: nothing else tells of them. */
export async function sampleCosts(run: RunContext): Promise<void> {
  const { deps, signal } = run;
  const tried = await triedCostWays(deps.db);
  for (const sample of await listSamples(deps.db, { now: instant(deps), tried })) {
    const found = signal.aborted ? null : await holdAgainstQuery(run, sample);
    if (found === null) continue;
    const { billingAccountName, billingProfileName } = sample.scope;
    const scope = scopeOfProfile(billingAccountName, billingProfileName);
    const key = { check: 'cost-by-query', tenantId: '', period: sample.period, scope } as const;
    await inOwnRun(run, (tx) => saveSourceCheck(tx, key, found, instant(deps)));
  }
}

/** A query may be refused: then nothing is compared, and the way is known to be closed. */
const NOT_COMPARED: SourceCheck = { compared: 0, differing: 0, example: null };

/** null: no answer came, which another night may bring. */
async function holdAgainstQuery(run: RunContext, sample: CostSample): Promise<SourceCheck | null> {
  const { scope, period } = sample;
  try {
    const lines = new Map(
      (await sumProfileMonth(run.deps.db, sample)).map((row) => [row.currency, requireDecimal(row.net)]),
    );
    return compareTotals(lines, await askTotals(run, sample), { period, profile: scope.billingProfileName });
  } catch (error) {
    if (!(error instanceof AzureFailure)) throw error;
    if (error.kind === 'aborted') return null;
    run.deps.log.warn(
      { runId: run.runId, ...scope, period, err: error },
      'no query could be held against cost',
    );
    if (error.kind !== 'forbidden') return null;
    await rememberRefusal(run, scope, error);
    return NOT_COMPARED;
  }
}

function askTotals({ deps, signal, pulse }: RunContext, sample: CostSample): Promise<CurrencyTotals> {
  const caller = deps.room.caller({
    signal,
    onCall: () => pulse.called(),
    onOutcome: (call) => pulse.ended(call),
  });
  return readProfileTotals(caller, sample.scope, sample.period);
}

const rememberRefusal = ({ deps }: RunContext, scope: CostSample['scope'], error: AzureFailure) =>
  saveCostWay(deps.db, {
    billingAccountName: scope.billingAccountName,
    billingProfileName: scope.billingProfileName,
    ...{ customerId: '', way: 'query-profile', permitted: false, triedAt: instant(deps) },
    failure: failureOf(error, ownRead('costs')),
  });
