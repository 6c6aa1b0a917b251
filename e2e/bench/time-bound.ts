import type { NamedStep } from '#lib/db/runs.ts';
import type { Bound, Found, LeastCalls } from './read-bound.ts';

/** Calls a minute that Azure lets through (limits.md, 2026-11-21). */
const PER_MINUTE = {
  scope: 4,
  identity: 20,
  resourceGraph: 15 * 12,
  tenant: 25 * 60,
};
const TENANT_BUCKET = 250;
const UNITS_PER_HOUR = 600;

/**
 * Minutes until the last of so many queries is let through. The hour's 600 go as fast as the identity's 20 a minute;
 * the next waits until the first of them is an hour old (limits.md: 1,000 calls take 79 minutes).
 */
const minutesOfUnits = (units: number): number =>
  60 * Math.floor(Math.max(0, units - 1) / UNITS_PER_HOUR) +
  (Math.max(0, units - 1) % UNITS_PER_HOUR) / PER_MINUTE.identity;

/** Seconds that the simulator takes for an answer on the average: where most are quick and a few are slow. */
const MEAN_SECONDS = {
  entra: 0.1,
  list: 0.14,
  billing: 0.5,
  resourceGraph: 0.32,
  dimensions: 0.67,
  query: 1.23,
};
/** Until a report is ready, as often as one is to ask. */
const REPORT_SECONDS = 60;

type Facts = {
  steps: readonly NamedStep[];
  bound: Bound;
  leastCalls: LeastCalls;
  found: Found;
};

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/** The largest, over throttled things, of calls by permitted rate, plus the latency of the longest chain. */
export function timeBoundOf({ steps, leastCalls, found, bound: { formula, beyond, groups } }: Facts) {
  const costs = steps.filter(({ source }) => source === 'costs');
  const callsAt = (way: string): Map<string, number> => {
    const calls = new Map<string, number>();
    for (const step of costs.filter((one) => one.way?.startsWith(way) === true)) {
      const scope = `${step.tenantId}/${step.scope}`;
      const counted = way === 'query' ? leastCalls(step) : 1;
      calls.set(scope, (calls.get(scope) ?? 0) + counted);
    }
    return calls;
  };
  const queries = callsAt('query');
  const withDimensions = new Set(
    steps.filter(({ source }) => source === 'cost-dimensions').map(({ scope }) => `/${scope}`),
  );
  const ofScopes = [...queries].map(([scope, calls]) => calls + (withDimensions.has(scope) ? 1 : 0));
  const reports = callsAt('report');
  const asked = [...queries.values(), ...reports.values()];
  const counted = sum(asked) + formula['dimensions']!;
  const graph =
    formula['subscriptions']! +
    formula['delegations']! +
    formula['roleAssignments']! +
    formula['resourceGroups']!;
  const rates = {
    costScope: Math.max(0, ...ofScopes, ...reports.values()) / PER_MINUTE.scope,
    costIdentity: counted / PER_MINUTE.identity,
    costUnits: minutesOfUnits(sum([...queries.values()])),
    resourceGraph: graph / PER_MINUTE.resourceGraph,
    tenantDoor:
      Math.max(0, graph + formula['billing']! + formula['costs']! - TENANT_BUCKET) / PER_MINUTE.tenant,
  };
  const billing = MEAN_SECONDS.entra + (formula['billing']! + 2) * MEAN_SECONDS.billing;
  const perReport = reports.size > 0 ? REPORT_SECONDS : 0;
  const perQuery =
    Math.max(0, ...queries.values()) > 0 ? MEAN_SECONDS.dimensions + 4 * MEAN_SECONDS.query : 0;
  // A month does not wait for another: which ways are open, the first answer of one tells.
  const costChain = billing + Math.max(perReport, perQuery, 3 * MEAN_SECONDS.list);
  // Groups of subscriptions do not wait for each other.
  const graphChain = formula['subscriptions']! + Math.ceil((graph - formula['subscriptions']!) / groups);
  const accessChain =
    billing +
    graphChain * MEAN_SECONDS.resourceGraph +
    (MEAN_SECONDS.entra + 8 * MEAN_SECONDS.list) +
    (beyond['denials']! > 0 ? MEAN_SECONDS.list : 0);
  const chainSeconds = Math.max(costChain, accessChain);
  // What was tried and refused is counted against the same twenty, as it is among the calls: the formula leaves it out.
  const costIdentityWithTries = (counted + found.refusedCosts) / PER_MINUTE.identity;
  const parts = { ...rates, costIdentityWithTries, chain: chainSeconds / 60 };
  const largest = Math.max(...Object.values(rates));
  return {
    minutes: Math.max(largest, costIdentityWithTries) + chainSeconds / 60,
    formulaMinutes: largest + chainSeconds / 60,
    parts: Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, Number(value.toFixed(2))])),
  };
}
