import { aggregate } from '#lib/core/aggregate.ts';
import { weightOf } from '#lib/core/cost-classes.ts';
import type { DailyCost } from '#lib/core/facts.ts';
import type { TenantId } from '#lib/core/ids.ts';
import { judgeSubscription, type Judgement } from '#lib/core/judge.ts';
import { formatLinkedHow } from '#lib/core/linked-how.ts';
import { decimalText, sum, sumOrNull, type Decimal } from '#lib/core/money.ts';
import type { Period } from '#lib/core/periods.ts';
import type { StepOutcome } from '#lib/core/sync-run.ts';
import type { StoredPath } from '#lib/db/schema.ts';
import { endStep, findStep, updateStep, type StepKey } from '#lib/db/runs.ts';
import { saveVerdicts, type MonthlyCost, type SubscriptionVerdict } from '#lib/db/verdicts.ts';
import { instant, type SyncDeps } from './deps.ts';
import { loadCustomer, loadShared, type KnownSubscription, type Shared } from './load-facts.ts';
import type { Month } from './plan-steps.ts';
import type { RunContext } from './run-step.ts';

/** Judges every customer's months anew from what is held, and stores the answers that pages and API show. */
export async function judgeCustomers(run: RunContext, months: readonly Month[]): Promise<void> {
  const { deps, runId, signal } = run;
  const shared = await loadShared(deps);
  for (const { period, tenants } of months) {
    const key: StepKey = { source: 'judge', tenantId: '', period, scope: '' };
    if ((await findStep(deps.db, runId, key))?.status === 'done') continue;
    await updateStep(deps.db, runId, key, {
      status: 'running',
      total: tenants.length,
      startedAt: instant(deps),
    });
    let faults = 0;
    for (const [index, tenantId] of tenants.entries()) {
      if (signal.aborted) return;
      faults += (await judgeOrLog(deps, shared, tenantId, period)) ? 0 : 1;
      await updateStep(deps.db, runId, key, { done: index + 1 });
    }
    await endStep(deps.db, runId, key, outcomeOf(faults), instant(deps));
  }
}

/** A customer that cannot be judged keeps its last verdict, and no other customer loses its own. */
async function judgeOrLog(
  deps: SyncDeps,
  shared: Shared,
  tenantId: TenantId,
  period: Period,
): Promise<boolean> {
  try {
    await judgeCustomer(deps, shared, tenantId, period);
    return true;
  } catch (err) {
    deps.log.error({ err, tenantId, period }, 'a customer could not be judged');
    return false;
  }
}

function outcomeOf(faults: number): StepOutcome {
  if (faults === 0) return { status: 'done' };
  const message = `${faults} customers could not be judged and keep their last verdict; see the log`;
  return {
    status: 'failed',
    failure: { kind: 'internal', message, missingRight: null, status: null, code: null },
  };
}

async function judgeCustomer(
  deps: SyncDeps,
  shared: Shared,
  tenantId: TenantId,
  period: Period,
): Promise<void> {
  const judgedAt = instant(deps);
  const { subscriptions, loose } = await loadCustomer(deps, shared, tenantId, period);
  const judged = subscriptions.map((subscription) => ({
    ...subscription,
    judgement: judgeSubscription(subscription.facts, period, judgedAt),
  }));
  const rate = deps.profile.creditRateFraction;
  const parts = judged.map(({ facts, judgement }) => ({ ...judgement, ...weightOf(linesOf(facts), rate) }));
  const whole = judged.length === 0 ? null : aggregate(parts);
  const dates = judged.flatMap(({ asOf }) => asOf ?? []);
  await saveVerdicts(deps.db, {
    tenantId,
    period,
    customer: {
      tenantId,
      period,
      // A customer of whom no subscription could be seen is unknown, whatever the reason.
      verdict: whole?.verdict ?? 'unknown',
      mainCause: whole === null ? 'access-unread' : whole.cause,
      asOf: dates.sort()[0] ?? null,
      judgedAt,
    },
    subscriptions: judged.map((subscription) => verdictRow(subscription, { tenantId, period, judgedAt })),
    costs: monthlySums([...judged.flatMap(({ facts }) => linesOf(facts)), ...loose]),
  });
}

const linesOf = ({ subscription }: KnownSubscription['facts']): readonly DailyCost[] =>
  subscription.costs.state === 'read' ? subscription.costs.value : [];

const textOrNull = (value: Decimal | null): string | null => (value === null ? null : decimalText(value));

function monthlySums(lines: readonly DailyCost[]): MonthlyCost[] {
  const keyOf = (line: DailyCost) => `${line.subscriptionId}|${line.currency}|${line.costClass}`;
  return [...Map.groupBy(lines, keyOf).values()].flatMap(([first, ...rest]) =>
    first === undefined
      ? []
      : [
          {
            subscriptionId: first.subscriptionId ?? '',
            currency: first.currency,
            costClass: first.costClass,
            net: decimalText(sum([first, ...rest].map(({ net }) => net))),
            netUsd: textOrNull(sumOrNull([first, ...rest].map(({ netUsd }) => netUsd))),
            credit: textOrNull(sumOrNull([first, ...rest].map(({ credit }) => credit))),
          },
        ],
  );
}

type Judged = KnownSubscription & { judgement: Judgement };

function verdictRow(
  { facts, seen, asOf, judgement }: Judged,
  { tenantId, period, judgedAt }: { tenantId: TenantId; period: Period; judgedAt: string },
): SubscriptionVerdict {
  const { subscriptionId } = facts.subscription;
  return {
    subscriptionId,
    period,
    tenantId,
    displayName: seen?.displayName ?? subscriptionId,
    state: seen?.state ?? null,
    offer: seen?.offer ?? null,
    linked: judgement.linked,
    linkedHow: formatLinkedHow(judgement.how),
    access: judgement.access,
    credit: judgement.credit,
    verdict: judgement.verdict,
    basis: judgement.basis,
    cause: judgement.cause,
    alsoCauses: judgement.alsoCauses,
    paths: judgement.paths.map((path) => storedPath(path, subscriptionId)),
    judgeableFrom: judgement.judgeableFrom,
    asOf,
    judgedAt,
  };
}

function storedPath(path: Judgement['paths'][number], subscriptionId: string): StoredPath {
  const { answer, narrowScope, ...kept } = path;
  return {
    ...kept,
    scope: narrowScope ?? `/subscriptions/${subscriptionId}`,
    earns: answer.earns,
    because: answer.because,
  };
}
