import { z } from 'zod';
import { COST_CALLS, COST_UNITS, RESOURCE_GRAPH, RESOURCE_MANAGER } from '#lib/core/azure-limits.ts';
import type { CostScope } from '#lib/core/cost-plan.ts';
import type { Charge, Limit } from '#lib/core/throttle-budget.ts';
import { pathOfScope } from './costs/scope-path.ts';
import type { ApiName } from './failure.ts';

/** Whose limits a call counts against. */
export type Counted = {
  tenantId: string;
  identity: string;
  /** Scopes of more urgent cost: their calls find room among the identity's, whatever it asks. */
  urgentScopes: () => readonly CostScope[];
};

export type CountedCall = { source: ApiName; url: string; body: string | null };

/** Which of several limits a budget is: answers name their waits and counters by it. */
export type Family =
  | 'resource-manager'
  | 'resource-graph'
  | 'cost-scope'
  | 'cost-identity'
  | 'cost-units'
  | 'graph'
  | 'storage';

export type FamilyCharge = Charge & { family: Family };

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Graph's by Microsoft's documentation of a small tenant, with room to spare. */
const LIMITS: Readonly<Record<Family, Limit>> = {
  'resource-manager': {
    kind: 'bucket',
    // Calls that leave evenly may arrive together.
    most: RESOURCE_MANAGER.bucket * 0.9,
    perSecond: RESOURCE_MANAGER.perSecond,
  },
  'resource-graph': {
    kind: 'windows',
    windows: [{ most: RESOURCE_GRAPH.most, ms: RESOURCE_GRAPH.seconds * SECOND }],
  },
  'cost-scope': { kind: 'windows', windows: [{ most: COST_CALLS.ofScope, ms: MINUTE }] },
  'cost-identity': { kind: 'windows', windows: [{ most: COST_CALLS.ofIdentity, ms: MINUTE }] },
  'cost-units': {
    kind: 'windows',
    windows: [
      { most: COST_UNITS.in10Seconds, ms: 10 * SECOND },
      { most: COST_UNITS.inMinute, ms: MINUTE },
      { most: COST_UNITS.inHour, ms: HOUR },
    ],
  },
  graph: { kind: 'bucket', most: 1_000, perSecond: 250 },
  storage: { kind: 'open' },
};

const asked = z.object({ timePeriod: z.object({ from: z.string(), to: z.string() }) });

/** One unit for each month of data that a query is about. */
function monthsOf(body: string | null): number {
  try {
    const { from, to } = asked.parse(JSON.parse(body ?? '')).timePeriod;
    const months = (text: string): number => {
      const day = new Date(text);
      return day.getUTCFullYear() * 12 + day.getUTCMonth();
    };
    return Math.max(1, months(to) - months(from) + 1);
  } catch {
    return 1;
  }
}

const COST_PATH = /^\/(.+?)\/providers\/microsoft\.costmanagement\/([^/]+)/i;
/** A report's later polls, and exports, count as calls of Resource Manager only. */
const COST_OPERATIONS = new Set(['query', 'dimensions', 'generatecostdetailsreport']);

/** Each limit that a call counts against, a service's own before that of the door it lies behind. */
export function chargesOf(
  { source, url, body }: CountedCall,
  { tenantId, identity, urgentScopes }: Counted,
): FamilyCharge[] {
  const charge = (family: Family, of: string, units = 1): FamilyCharge => ({
    family,
    key: `${family} ${of} ${identity}`,
    limit: LIMITS[family],
    units,
    leavesTo: [],
    reach: 'everybody',
  });
  const chargeOfOne = (family: Family, of: string): FamilyCharge => ({ ...charge(family, of), reach: 'one' });
  const { host, pathname } = new URL(url);
  if (source === 'graph') return [charge('graph', tenantId)];
  if (source === 'storage') return [chargeOfOne('storage', host)];
  const subscription = /^\/subscriptions\/([^/]+)/i.exec(pathname)?.[1]?.toLowerCase();
  const door =
    subscription === undefined
      ? charge('resource-manager', tenantId)
      : chargeOfOne('resource-manager', subscription);
  if (source === 'resource-graph') return [charge('resource-graph', tenantId), door];
  const [, scope = '', operation = ''] = COST_PATH.exec(pathname) ?? [];
  if (!COST_OPERATIONS.has(operation.toLowerCase())) return [door];
  const units = source === 'cost-query' ? [charge('cost-units', tenantId, monthsOf(body))] : [];
  const chargeScope = (path: string): FamilyCharge => charge('cost-scope', path.toLowerCase());
  const ofIdentity = {
    ...charge('cost-identity', tenantId),
    leavesTo: urgentScopes().map((urgent) => chargeScope(pathOfScope(urgent))),
  };
  return [chargeScope(scope), ofIdentity, ...units, door];
}
