import { COST_CALLS, COST_UNITS, RESOURCE_GRAPH, RESOURCE_MANAGER } from './azure-limits.ts';
import type { TriedWay } from './cost-plan.ts';
import type { CostSample } from './cost-samples.ts';
import { planCostSteps, scopeOfProfile, type CostedCustomer } from './cost-steps.ts';
import type { TenantId } from './ids.ts';
import type { Instant, Period } from './periods.ts';
import type { Source } from './statuses.ts';
import type { ReadWay } from './sync-run.ts';
import {
  planBulk,
  planCustomer,
  planFirst,
  planFollowUps,
  planLinks,
  planSchedules,
  type FollowUps,
  type HeldRows,
  type PlannedCustomer,
  type PlannedStep,
} from './sync-plan.ts';

/** All that a plan is made from: what is held, what was permitted when it was tried, and what has changed. */
export type RunFacts = {
  now: Instant;
  held: HeldRows;
  /** Identities whose own link is read. */
  links: number;
  /** Subscriptions that the managing tenant's token sees. */
  subscriptions: number;
  customers: readonly PlannedCustomer[];
  followUps: FollowUps;
  /** Customers in whose tenant an identity of ours may be linked by another id. */
  linkTenants: readonly TenantId[];
  scheduledScopes: ReadonlyMap<TenantId, number>;
  /** In the order in which they are read, each with what is held of it. */
  months: readonly { period: Period; customers: readonly CostedCustomer[] }[];
  /** Closed months of which something is lacking, newest first; none where it is not their time. */
  older: readonly { period: Period; customers: readonly CostedCustomer[] }[];
  tried: readonly TriedWay[];
  /** Months that a query is held against. */
  samples: readonly CostSample[];
};

/** How long a run may go on for months that nobody waits for; what is left is for the next one. */
const OLDER_MINUTES = 60;

const isByFile = ({ way }: PlannedStep): boolean =>
  way === 'export' || way === 'report-profile' || way === 'report-customer';

type CostFacts = Parameters<typeof planCostSteps>[0];

const placeOf = ({ tenantId, scope }: PlannedStep): string => `${tenantId}/${scope}`;

/**
 * A closed month, by queries only where files are known to be refused: what is refused of this month alone
 * (`refusedHere`) does not lead to a query of each customer.
 */
export function planOlderMonth(facts: CostFacts, refusedHere: readonly TriedWay[]): PlannedStep[] {
  const usual = new Set(planCostSteps(facts).filter(isQuery).map(placeOf));
  const steps = planCostSteps({ ...facts, tried: [...facts.tried, ...refusedHere] });
  return steps.filter((step) => isByFile(step) || usual.has(placeOf(step)));
}

type OlderMonth = RunFacts['older'][number];
type OlderFacts = Pick<RunFacts, 'older' | 'tried' | 'now'>;

/** Older months of a run, newest first: as much as there is time for, and something of one at least. */
export function planOlder({ older, tried, now }: OlderFacts): (OlderMonth & { steps: PlannedStep[] })[] {
  const planned: (OlderMonth & { steps: PlannedStep[] })[] = [];
  for (const { period, customers } of older) {
    const stepsOf = (some: readonly CostedCustomer[]): PlannedStep[] =>
      planCostSteps({ customers: some, tried, period, now });
    const before = planned.flatMap(({ steps }) => steps);
    const part = partInTime(customers, before, stepsOf);
    const steps = stepsOf(part);
    if (steps.length > 0) planned.push({ period, customers: part, steps });
    if (part.length < customers.length) break;
  }
  return planned;
}

/** Customers of a month that there is time for: those who share a read together, others one by one. */
function partInTime(
  customers: readonly CostedCustomer[],
  before: readonly PlannedStep[],
  stepsOf: (some: readonly CostedCustomer[]) => PlannedStep[],
): readonly CostedCustomer[] {
  const isInTime = (some: readonly CostedCustomer[]): boolean =>
    leastMinutes([...before, ...stepsOf(some)]) <= OLDER_MINUTES;
  if (isInTime(customers)) return customers;
  const alone = new Set<string>(
    stepsOf(customers).flatMap(({ way, tenantId }) => (way === 'query-customer' ? [tenantId] : [])),
  );
  const together = customers.filter(({ tenantId }) => !alone.has(tenantId));
  const others = customers.filter(({ tenantId }) => alone.has(tenantId));
  const isFirst = before.length === 0;
  if (!isInTime(together)) return isFirst ? together : [];
  let [count, tooMany] = [0, others.length];
  while (tooMany - count > 1) {
    const half = Math.floor((count + tooMany) / 2);
    if (isInTime([...together, ...others.slice(0, half)])) count = half;
    else tooMany = half;
  }
  const least = isFirst && together.length === 0 ? 1 : 0;
  return [...together, ...others.slice(0, Math.max(count, least))];
}

/** Query groups by dimensions that each scope spells in its own way: one call for each scope. */
function planDimensions(costs: readonly PlannedStep[]): PlannedStep[] {
  const asked = costs.filter(({ way }) => way === 'query-profile' || way === 'query-customer');
  const scopes = new Set(asked.map(({ way, scope }) => (way === 'query-profile' ? scope : '*')));
  return [...scopes].map((scope) => ({
    ...{ source: 'cost-dimensions', tenantId: '', period: '', way: null, calls: 1 },
    scope,
  }));
}

/** Calls beside the steps: each asks for one total. */
const planSamples = (samples: readonly CostSample[]): PlannedStep[] =>
  samples.map(({ scope: { billingAccountName, billingProfileName } }) => ({
    ...{ source: 'costs', tenantId: '', period: '', way: 'query-profile', calls: 1 },
    scope: scopeOfProfile(billingAccountName, billingProfileName),
  }));

/**
 * Every step of a full run as far as what is held tells, in the order in which they run. A run plans each stage anew
 * by the same functions, when the stage before has told more.
 */
export function planRun(facts: RunFacts): PlannedStep[] {
  const { billing, others } = planFirst(facts.held, facts.links);
  const costs = facts.months.flatMap(({ period, customers }) =>
    planCostSteps({ customers, tried: facts.tried, period, now: facts.now }),
  );
  const older = planOlder(facts).flatMap(({ steps }) => steps);
  return [
    ...billing,
    ...others,
    ...planBulk(facts.held, facts.subscriptions),
    ...facts.customers.flatMap(planCustomer),
    ...planFollowUps(facts.followUps),
    ...planLinks(facts.linkTenants),
    ...planSchedules(facts.scheduledScopes),
    ...planDimensions([...costs, ...older]),
    ...costs,
    ...older,
    ...planSamples(facts.samples),
  ];
}

/** Steps of a source, month and way together. */
export type PlanRow = {
  source: Source;
  period: Period | null;
  way: ReadWay | null;
  steps: number;
  /** As far as is known. */
  calls: number;
  /** Steps of which nothing tells how many calls they take. */
  unknownSteps: number;
};

export type PlanSummary = {
  rows: PlanRow[];
  calls: number;
  unknownSteps: number;
  /** What Azure's limits let it take at the least, without the time of the answers. */
  minutes: number;
  /** No night ends it: only queries of each of very many customers come to that (limits.md, 2026-11-21). */
  isBeyondDay: boolean;
};

const DAY_MINUTES = 24 * 60;

const total = (steps: readonly PlannedStep[]): number =>
  steps.reduce((sum, { calls }) => sum + (calls ?? 0), 0);

const isQuery = ({ way }: PlannedStep): boolean => way === 'query-profile' || way === 'query-customer';
const isReport = ({ way }: PlannedStep): boolean => way === 'report-profile' || way === 'report-customer';

/** Calls that Cost Management counts: of a report only the first. */
function countedCalls(steps: readonly PlannedStep[]): number {
  const asked = steps.filter((step) => isQuery(step) || step.source === 'cost-dimensions');
  return total(asked) + steps.filter(isReport).length;
}

/** The largest, over what is throttled, of calls by permitted rate (limits.md, 2026-11-21). */
function leastMinutes(steps: readonly PlannedStep[]): number {
  const scopes = Map.groupBy(
    steps.filter((step) => isQuery(step) || isReport(step)),
    ({ tenantId, scope }) => `${tenantId}/${scope}`,
  );
  const ofScopes = [...scopes.values()].map((same) => countedCalls(same) / COST_CALLS.ofScope);
  const ofTenant = steps.filter(({ tenantId, source }) => tenantId === '' || source === 'costs');
  const graph = total(steps.filter(({ way }) => way === 'resource-graph'));
  const units = total(steps.filter(isQuery));
  return Math.max(
    0,
    ...ofScopes,
    countedCalls(steps) / COST_CALLS.ofIdentity,
    Math.max(0, units - COST_UNITS.inHour) / (COST_UNITS.inHour / 60),
    (graph * RESOURCE_GRAPH.seconds) / RESOURCE_GRAPH.most / 60,
    Math.max(0, total(ofTenant) - RESOURCE_MANAGER.bucket) / RESOURCE_MANAGER.perSecond / 60,
  );
}

export function summarisePlan(steps: readonly PlannedStep[]): PlanSummary {
  const reads = steps.flatMap((step) => (step.source === 'judge' ? [] : [{ ...step, source: step.source }]));
  const groups = Map.groupBy(reads, ({ source, period, way }) => `${source}|${period}|${way ?? ''}`);
  const unknown = (some: readonly PlannedStep[]): number => some.filter(({ calls }) => calls === null).length;
  const rows = [...groups.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const { source, period, way } = first;
    return [
      {
        ...{ source, way, period: period === '' ? null : period },
        ...{ steps: same.length, calls: total(same), unknownSteps: unknown(same) },
      },
    ];
  });
  const minutes = leastMinutes(reads);
  return {
    ...{ rows, calls: total(reads), unknownSteps: unknown(reads), minutes },
    isBeyondDay: minutes > DAY_MINUTES,
  };
}
