import {
  callsOf,
  daysWithCost,
  isRefused,
  planCostReads,
  type CostRead,
  type CostScope,
  type PlannedProfile,
  type TriedWay,
} from './cost-plan.ts';
import { COST_WAYS, type CostWay } from './facts.ts';
import type { TenantId } from './ids.ts';
import type { Instant, Period } from './periods.ts';
import { needsCost, type PlannedStep } from './sync-plan.ts';

export type CostedCustomer = {
  tenantId: TenantId;
  billingAccountName: string;
  billingProfileName: string | null;
  customerId: string;
  subscriptions: number;
  /** Date of what is held of the month; null: nothing. */
  heldAsOf: Instant | null;
};

type CostFacts = {
  customers: readonly CostedCustomer[];
  tried: readonly TriedWay[];
  period: Period;
  now: Instant;
};

/** '<billing account>/<billing profile>': the scope of a read that covers a profile. */
export const scopeOfProfile = (billingAccountName: string, billingProfileName: string): string =>
  `${billingAccountName}/${billingProfileName}`;

export function profileOfScope(scope: string): Extract<CostScope, { kind: 'profile' }> {
  const slash = scope.lastIndexOf('/');
  return {
    kind: 'profile',
    billingAccountName: scope.slice(0, slash),
    billingProfileName: scope.slice(slash + 1),
  };
}

/** Customers whose cost is planned together, and the profiles that bill them. */
export type CostGroup = { tenantIds: Set<TenantId>; scopes: Set<string> };

type BilledCustomer = Pick<CostedCustomer, 'tenantId' | 'billingAccountName' | 'billingProfileName'>;

const profileKey = ({ billingAccountName, billingProfileName }: BilledCustomer): string =>
  scopeOfProfile(billingAccountName, billingProfileName ?? '');

/** What one profile is refused says nothing of another: groups that share no customer are read side by side. */
export function groupByProfile(customers: readonly BilledCustomer[]): CostGroup[] {
  let groups: CostGroup[] = [];
  for (const customer of customers) {
    const { tenantId } = customer;
    const scope = profileKey(customer);
    const isJoined = (group: CostGroup): boolean => group.tenantIds.has(tenantId) || group.scopes.has(scope);
    const joined = groups.filter(isJoined);
    const [only] = joined;
    if (joined.length === 1 && only !== undefined) {
      only.tenantIds.add(tenantId);
      only.scopes.add(scope);
      continue;
    }
    const whole = {
      tenantIds: new Set([tenantId, ...joined.flatMap(({ tenantIds }) => [...tenantIds])]),
      scopes: new Set([scope, ...joined.flatMap(({ scopes }) => [...scopes])]),
    };
    groups = [...groups.filter((group) => !isJoined(group)), whole];
  }
  return groups;
}

export const isInGroup = (
  { tenantIds, scopes }: CostGroup,
  { tenantId, scope }: { tenantId: string; scope: string },
): boolean =>
  // Tenant ids in steps were parsed; an unparsed text is in no group.
  tenantId === '' ? scopes.has(scope) : tenantIds.has(tenantId as TenantId);

/** Customers whose cost steps read: each its own, or that of a profile. */
export function customersOfSteps(
  steps: readonly { tenantId: string; scope: string }[],
  customers: readonly BilledCustomer[],
): ReadonlySet<string> {
  const scopes = new Set(steps.flatMap(({ tenantId, scope }) => (tenantId === '' ? [scope] : [])));
  const ofProfiles = customers.filter((customer) => scopes.has(profileKey(customer)));
  return new Set([...steps, ...ofProfiles].map(({ tenantId }) => tenantId));
}

/** Whether each step goes by a way that was permitted when it was last tried at a scope of its kind. */
export function areWaysKnown(steps: readonly PlannedStep[], tried: readonly TriedWay[]): boolean {
  const granted = tried.filter(({ permitted }) => permitted);
  const ways = new Set(granted.map(({ way }) => way));
  const ofProfiles = new Set(
    granted.flatMap(({ way, scope }) =>
      scope.kind === 'profile'
        ? [`${way} ${scopeOfProfile(scope.billingAccountName, scope.billingProfileName)}`]
        : [],
    ),
  );
  return steps.every(({ way, scope, tenantId }) =>
    tenantId === ''
      ? ofProfiles.has(`${way} ${scope}`)
      : COST_WAYS.some((one) => one === way && ways.has(one)),
  );
}

/** Cost of a month by the cheapest ways that are not known to be refused, for customers that lack it. */
export function planCostSteps({ customers, tried, period, now }: CostFacts): PlannedStep[] {
  const due = customers.filter(({ heldAsOf }) => needsCost(period, heldAsOf));
  const reads = planCostReads({ profiles: profilesOf(due), tried, period, now });
  const ofCustomers = new Map(
    due.map((row) => [`${row.billingAccountName}/${row.customerId}`, row.tenantId]),
  );
  const steps = new Map<string, PlannedStep>();
  for (const read of reads) {
    for (const step of stepsOf(read, ofCustomers)) {
      const key = `${step.tenantId}/${step.scope}`;
      const held = steps.get(key);
      // A customer of two billing accounts is one step.
      steps.set(key, held === undefined ? step : { ...held, calls: (held.calls ?? 0) + read.calls });
    }
  }
  return [...steps.values()];
}

function profilesOf(customers: readonly CostedCustomer[]): PlannedProfile[] {
  const keyOf = (row: CostedCustomer): string => `${row.billingAccountName}/${row.billingProfileName ?? ''}`;
  return [...Map.groupBy(customers, keyOf).values()].flatMap((rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    const { billingAccountName, billingProfileName } = first;
    return [{ billingAccountName, billingProfileName, customers: rows }];
  });
}

function stepsOf(
  { way, scope, period, calls }: CostRead,
  ofCustomers: ReadonlyMap<string, TenantId>,
): PlannedStep[] {
  const step = { source: 'costs', period, way, calls } as const;
  if (scope.kind === 'profile') {
    const { billingAccountName, billingProfileName } = scope;
    return [{ ...step, tenantId: '', scope: scopeOfProfile(billingAccountName, billingProfileName) }];
  }
  const tenantId = ofCustomers.get(`${scope.billingAccountName}/${scope.customerId}`);
  return tenantId === undefined ? [] : [{ ...step, tenantId, scope: '' }];
}

type RefreshFacts = {
  scopes: readonly CostScope[];
  tried: readonly TriedWay[];
  tenantId: TenantId;
  period: Period;
  now: Instant;
};

/** One customer's month now: queries answer at once, while a report takes minutes to be made. */
export function planRefreshedCost({ scopes, tried, tenantId, period, now }: RefreshFacts): PlannedStep[] {
  const ways = ['query-customer', 'report-customer'] as const;
  const isOpenTo = (way: CostWay): boolean => !scopes.some((scope) => isRefused({ tried, now }, way, scope));
  const way = ways.find(isOpenTo);
  if (way === undefined || scopes.length === 0) return [];
  const size = { subscriptions: 1, days: daysWithCost(period, now) };
  return [{ source: 'costs', tenantId, period, scope: '', way, calls: scopes.length * callsOf(way, size) }];
}
