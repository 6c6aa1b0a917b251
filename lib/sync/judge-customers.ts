import { aggregate } from '#lib/core/aggregate.ts';
import { weightOf } from '#lib/core/cost-classes.ts';
import type { DailyCost } from '#lib/core/facts.ts';
import type { TenantId } from '#lib/core/ids.ts';
import { judgeSubscription, type Judgement } from '#lib/core/judge.ts';
import { toldLink } from '#lib/core/linked-how.ts';
import { decimalText, sum, sumOrNull, type Decimal } from '#lib/core/money.ts';
import type { Period } from '#lib/core/periods.ts';
import type { StepOutcome } from '#lib/core/sync-run.ts';
import type { Db } from '#lib/db/db.ts';
import { requireOwnRun } from '#lib/db/run-owner.ts';
import type { StoredPath } from '#lib/db/schema.ts';
import { endStep, findStep, updateStep, type StepKey } from '#lib/db/runs.ts';
import {
  saveVerdicts,
  type JudgedPeriod,
  type MonthlyCost,
  type SubscriptionVerdict,
} from '#lib/db/verdicts.ts';
import { hasSynced } from '#lib/db/changes.ts';
import { tellStepReason } from '#lib/core/step-reasons.ts';
import { instant, type JudgeDeps } from './deps.ts';
import { followCustomers, type FollowedCustomer } from './follow-customer.ts';
import { detailRow } from './detail-row.ts';
import { loadMonth, type MonthFacts } from './load-costs.ts';
import { loadCustomers, type KnownCustomer, type KnownSubscription } from './load-facts.ts';
import { loadShared, type Shared } from './load-shared.ts';
import { addOwnSteps, inOwnRun, RunTaken } from './own-run.ts';
import type { Month } from './plan-steps.ts';
import type { RunContext } from './run-step.ts';

/** Customers whose facts are in memory together: each question to the store has its price. */
const CUSTOMERS_TOGETHER = 25;

/** Judges customers' months anew from what is held, and stores the answers that pages and API show. */
export async function judgeCustomers(
  run: RunContext,
  months: readonly Month[],
  tenantId: TenantId | '' = '',
): Promise<void> {
  const { deps } = run;
  const keyOf = (period: Period): StepKey => ({ source: 'judge', tenantId, period, scope: '' });
  await addOwnSteps(
    run,
    months.map(({ period }) => keyOf(period)),
  );
  const shared = await loadShared(deps);
  for (const month of months) await judgeMonth(run, shared, { key: keyOf(month.period), month });
}

/** Judges customers of a month anew outside a run, after what is held of them was changed by a person. */
export async function judgeHeld(
  deps: JudgeDeps,
  { period, tenants }: Month,
  isFirstSync: boolean,
): Promise<number> {
  const shared = await loadShared(deps);
  const month = await loadMonth(deps.db, period);
  const guard = () => Promise.resolve();
  let faults = 0;
  for (let start = 0; start < tenants.length; start += CUSTOMERS_TOGETHER) {
    const tenantIds = tenants.slice(start, start + CUSTOMERS_TOGETHER);
    faults += await judgeTogether(deps, shared, { tenantIds, period, month, isFirstSync, guard });
  }
  return faults;
}

async function judgeMonth(
  run: RunContext,
  shared: Shared,
  { key, month: { period, tenants } }: { key: StepKey; month: Month },
): Promise<void> {
  const { deps, runId, signal } = run;
  if ((await findStep(deps.db, runId, key))?.status === 'done') return;
  const begun = { status: 'running', total: tenants.length, startedAt: instant(deps) } as const;
  await inOwnRun(run, (tx) => updateStep(tx, runId, key, begun));
  const month = await loadMonth(deps.db, period);
  const isFirstSync = !(await hasSynced(deps.db, runId));
  const guard = (tx: Db) => requireOwnRun(tx, run);
  let faults = 0;
  for (let start = 0; start < tenants.length; start += CUSTOMERS_TOGETHER) {
    if (signal.aborted) return;
    const tenantIds = tenants.slice(start, start + CUSTOMERS_TOGETHER);
    faults += await judgeTogether(deps, shared, { tenantIds, period, month, isFirstSync, guard });
    const done = Math.min(start + CUSTOMERS_TOGETHER, tenants.length);
    await inOwnRun(run, (tx) => updateStep(tx, runId, key, { done }));
  }
  await inOwnRun(run, (tx) => endStep(tx, runId, key, { outcome: outcomeOf(faults), at: instant(deps) }));
}

type Together = {
  tenantIds: readonly TenantId[];
  period: Period;
  month: MonthFacts;
  isFirstSync: boolean;
  /** Throws RunTaken, last in each transaction, where the run that judges is another's by now. */
  guard: (tx: Db) => Promise<void>;
};

/** A customer that cannot be judged keeps its last verdict, and no other customer loses its own. */
async function judgeTogether(deps: JudgeDeps, shared: Shared, asked: Together): Promise<number> {
  const { tenantIds, period } = asked;
  let known: Map<TenantId, KnownCustomer>;
  try {
    known = await loadCustomers(deps, shared, asked);
  } catch (err) {
    const [only] = tenantIds;
    if (tenantIds.length === 1) return logFault(deps, { err, tenantId: only, period });
    let faults = 0;
    for (const one of tenantIds) faults += await judgeTogether(deps, shared, { ...asked, tenantIds: [one] });
    return faults;
  }
  const made: MadeCustomer[] = [];
  let faults = 0;
  for (const [tenantId, customer] of known) {
    try {
      made.push(judgeCustomer(deps, customer, { tenantId, period }));
    } catch (err) {
      faults += logFault(deps, { err, tenantId, period });
    }
  }
  return faults + (await storeTogether(deps, asked, made));
}

/** Together, since each statement has its price; alone, where one of them cannot be stored. */
async function storeTogether(
  deps: JudgeDeps,
  asked: Together,
  made: readonly MadeCustomer[],
): Promise<number> {
  const [first] = made;
  if (first === undefined) return 0;
  try {
    await storeJudged(deps, asked, made);
    return 0;
  } catch (err) {
    if (err instanceof RunTaken) throw err;
    if (made.length === 1) return logFault(deps, { err, tenantId: first.tenantId, period: asked.period });
    let faults = 0;
    for (const one of made) faults += await storeTogether(deps, asked, [one]);
    return faults;
  }
}

async function storeJudged(
  deps: JudgeDeps,
  { period, isFirstSync, guard }: Together,
  made: readonly MadeCustomer[],
): Promise<void> {
  const followed = { period, at: instant(deps), newId: deps.newId, isFirstSync };
  await saveVerdicts(
    deps.db,
    made.map(({ saved }) => saved),
    async (tx, kept) => {
      const stored = new Set(kept);
      await followCustomers(
        tx,
        followed,
        made.filter(({ saved }) => stored.has(saved)),
      );
      await guard(tx);
    },
  );
}

function logFault({ log }: JudgeDeps, facts: object): 1 {
  log.error(facts, 'a customer could not be judged');
  return 1;
}

function outcomeOf(faults: number): StepOutcome {
  if (faults === 0) return { status: 'done' };
  const message = tellStepReason('not-judged', { count: faults });
  return {
    status: 'failed',
    failure: { kind: 'internal', message, missingRight: null, status: null, code: null },
  };
}

type MadeCustomer = FollowedCustomer & { saved: JudgedPeriod };

function judgeCustomer(
  deps: JudgeDeps,
  { subscriptions, loose, covers }: KnownCustomer,
  { tenantId, period }: { tenantId: TenantId; period: Period },
): MadeCustomer {
  const judgedAt = instant(deps);
  const judged = subscriptions.map((subscription) => ({
    ...subscription,
    judgement: judgeSubscription(subscription.facts, period, judgedAt),
  }));
  const rate = deps.profile.creditRateFraction;
  const parts = judged.map(({ facts, judgement }) => ({ ...judgement, ...weightOf(linesOf(facts), rate) }));
  const whole = judged.length === 0 ? null : aggregate(parts);
  const dates = judged.flatMap(({ asOf }) => asOf ?? []);
  const of = { tenantId, period, judgedAt };
  const details = judged.map((subscription) => detailRow(subscription, of, rate));
  const saved = {
    tenantId,
    period,
    customer: {
      ...of,
      // A customer of whom no subscription could be seen is unknown, whatever the reason.
      verdict: whole?.verdict ?? 'unknown',
      mainCause: whole === null ? 'access-unread' : whole.cause,
      asOf: dates.sort()[0] ?? null,
    },
    subscriptions: judged.map((subscription) => verdictRow(subscription, of)),
    details,
    costs: monthlySums([...judged.flatMap(({ facts }) => linesOf(facts)), ...loose]),
    covers,
    creditRate: rate,
  } as const;
  return { tenantId, subscriptions: judged, details, saved };
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

/** Billing knows the name of what no token of ours sees. */
const billedName = ({ subscription: { billing } }: KnownSubscription['facts']): string | null =>
  billing.state === 'read' ? (billing.value?.displayName ?? null) : null;

export type Judged = KnownSubscription & { judgement: Judgement };

function verdictRow(
  { facts, seen, asOf, judgement }: Judged,
  { tenantId, period, judgedAt }: { tenantId: TenantId; period: Period; judgedAt: string },
): SubscriptionVerdict {
  const { subscriptionId } = facts.subscription;
  return {
    subscriptionId,
    period,
    tenantId,
    displayName: seen?.displayName ?? billedName(facts) ?? subscriptionId,
    state: seen?.state ?? null,
    offer: seen?.offer ?? null,
    linked: judgement.linked,
    linkedHow: toldLink(judgement.how),
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
  const { answer, narrowScope, candidates: _candidates, inherited: _inherited, ...kept } = path;
  return {
    ...kept,
    scope: narrowScope ?? `/subscriptions/${subscriptionId}`,
    earns: answer.earns,
    because: answer.because,
  };
}
