import { and, count, eq, sql } from 'drizzle-orm';
import { daysWithCost, leastCallsOf } from '#lib/core/cost-plan.ts';
import { COST_WAYS } from '#lib/core/facts.ts';
import { scopeOfProfile } from '#lib/core/cost-steps.ts';
import { parsePeriod } from '#lib/core/periods.ts';
import { listBilledCosts } from '#lib/db/plan-facts.ts';
import type { Db } from '#lib/db/db.ts';
import type { NamedStep } from '#lib/db/runs.ts';
import { listCostWays } from '#lib/db/cost-ways.ts';
import { isCurrent } from '#lib/db/reads.ts';
import { dailyCosts, identities, sourceReads } from '#lib/db/schema.ts';

const ROWS_PER_PAGE = 1_000;
const IDS_PER_CALL = 1_000;

/** Resource Graph answers for so many subscriptions at once, above that in groups (limits.md, 2026-11-21). */
const ASKED_TOGETHER = 10_000;
const GROUP_SIZE = 300;
/** The report is ready between the first time that one is to ask and the second. */
const POLLS = 2;

const pages = (rows: number): number => Math.max(1, Math.ceil(rows / ROWS_PER_PAGE));

const groupsOf = (subscriptions: number): number =>
  subscriptions > ASKED_TOGETHER ? Math.ceil(subscriptions / GROUP_SIZE) : 1;

const graphPages = (rows: number, subscriptions: number): number =>
  Math.max(groupsOf(subscriptions), pages(rows));

type CostStep = Pick<NamedStep, 'tenantId' | 'scope' | 'period' | 'way' | 'status' | 'startedAt'>;

/** The least calls of a month of cost. */
export type LeastCalls = (step: CostStep) => number;

const placeOf = ({ tenantId, scope }: Pick<CostStep, 'tenantId' | 'scope'>): string => `${tenantId}/${scope}`;

/**
 * By limits.md (2026-11-21): pages of days, and one query each by publisher, charge and pricing model. It leaves out
 * that a billing profile answers for charges without a subscription in one sum for all its customers: whose they are
 * takes one more query where there are any.
 */
export async function leastCostCalls(db: Db, at: string): Promise<LeastCalls> {
  const subscriptions = new Map<string, number>();
  for (const row of await listBilledCosts(db)) {
    const { billingAccountName, billingProfileName, tenantId } = row;
    const scope = scopeOfProfile(billingAccountName, billingProfileName ?? '');
    for (const place of [`/${scope}`, `${tenantId}/`]) {
      subscriptions.set(place, (subscriptions.get(place) ?? 0) + row.subscriptions);
    }
  }
  const loose = await listLooseReads(db);
  return (step) => {
    const way = COST_WAYS.find((one) => one === step.way);
    const period = parsePeriod(step.period);
    if (way === undefined || period === null) return 0;
    // It is one of the ways that were tried.
    if (step.status === 'forbidden') return 0;
    const size = {
      subscriptions: subscriptions.get(placeOf(step)) ?? 0,
      days: daysWithCost(period, step.startedAt ?? at),
    };
    if (way === 'report-profile' || way === 'report-customer') return 1 + POLLS + 1;
    const hasLoose = way === 'query-profile' && loose.has(`${placeOf(step)}/${period}`);
    return leastCallsOf(way, size) + (hasLoose ? 1 : 0);
  };
}

/** Reads of cost in which something belongs to no subscription. */
async function listLooseReads(db: Db): Promise<Set<string>> {
  const { tenantId, scope, period, currentReadId } = sourceReads;
  const rows = await db
    .select({ tenantId, scope, period })
    .from(sourceReads)
    .where(
      and(
        eq(sourceReads.source, 'costs'),
        sql`exists (select from ${dailyCosts} where ${dailyCosts.readId} = ${currentReadId} and ${dailyCosts.subscriptionId} = '')`,
      ),
    );
  return new Set(rows.map((row) => `${placeOf(row)}/${row.period}`));
}

export type Bound = {
  total: number;
  formula: Record<string, number>;
  beyond: Record<string, number>;
  /** In which Resource Graph is asked; 1: for all subscriptions at once. */
  groups: number;
};

/** What a run has found out about how much there is to ask. */
export type Found = {
  /** Groups of which members are asked, of all directories and of the managing tenant's. */
  groups: number;
  ownGroups: number;
  /** Ways of reading cost that were tried and refused, by scope: nothing else tells which are open. */
  refusedWays: number;
  /** Those of them that Cost Management counts. */
  refusedCosts: number;
};

export async function countFound(db: Db): Promise<Found> {
  const isGroup = and(eq(identities.type, 'group'), eq(identities.memberOf, ''));
  const rows = await db
    .select({ source: sourceReads.source, count: count() })
    .from(identities)
    .innerJoin(sourceReads, isCurrent(identities))
    .where(isGroup)
    .groupBy(sourceReads.source);
  const of = (source: string): number => rows.find((row) => row.source === source)?.count ?? 0;
  const refused = (await listCostWays(db)).filter(({ permitted }) => !permitted);
  return {
    groups: of('identities') + of('customer-identities'),
    ownGroups: of('identities'),
    refusedWays: refused.length,
    refusedCosts: refused.filter(({ way }) => way !== 'export').length,
  };
}

type Counted = {
  steps: readonly NamedStep[];
  answers: readonly [string, Record<string, number>][];
  leastCalls: LeastCalls;
  found: Found;
  /** By identity, tenant and audience; null: as many as can be told from the steps. */
  tokens: number | null;
};

/**
 * The least calls of a complete read: the formula of limits.md (2026-11-21) over the rows that were read, and what
 * the formula leaves out, one call for each question that cannot be asked together with another.
 */
export function boundOf({ steps, answers, leastCalls, found, tokens }: Counted): Bound {
  const rowsOf = (source: string): number =>
    steps
      .filter((step) => step.source === source && step.tenantId === '')
      .reduce((sum, { done }) => sum + done, 0);
  const of = (source: string) => steps.filter((step) => step.source === source && step.tenantId !== '');
  const inGroups = (source: string): number => graphPages(rowsOf(source), rowsOf('subscriptions'));
  const directories = of('customer-identities');
  const formula = {
    subscriptions: pages(rowsOf('subscriptions')),
    delegations: inGroups('delegation-definitions') + inGroups('delegations'),
    roleAssignments: inGroups('role-assignments'),
    resourceGroups: pages(rowsOf('resource-groups')),
    billing: 1 + pages(rowsOf('billing-customers')) + pages(rowsOf('billing-subscriptions')),
    dimensions: steps.filter(({ source }) => source === 'cost-dimensions').length,
    costs: steps.filter(({ source }) => source === 'costs').reduce((sum, step) => sum + leastCalls(step), 0),
    links: countOf(answers, 'partner-link'),
    identities:
      pages(rowsOf('identities')) +
      directories.reduce((sum, { done }) => sum + Math.max(1, Math.ceil(done / IDS_PER_CALL)), 0),
    groupMembers: found.groups,
    tokens: tokens ?? 2 + 2 * new Set(directories.map(({ tenantId }) => tenantId)).size,
  };
  const beyond = {
    tenantsRolesAgentGroupsProfilesTransfersGdap: 6,
    ofCustomersOwnTenant: ['customer-subscriptions', 'marketplace-offers'].reduce(
      (sum, source) => sum + of(source).length,
      0,
    ),
    listsOfUnseenSubscriptions: ['customer-delegations', 'customer-role-assignments'].reduce(
      (sum, source) => sum + of(source).reduce((rows, { done }) => rows + done, 0),
      0,
    ),
    denials: of('deny-assignments').reduce((sum, { done }) => sum + done, 0),
    schedules: of('role-schedules').reduce((sum, { done }) => sum + 2 * done, 0),
    transfersIn: of('billing-transfers').length,
    schedulesOfGroups: 2 * found.ownGroups,
    refusedWays: found.refusedWays,
  };
  const sum = (counts: Record<string, number>): number =>
    Object.values(counts).reduce((total, count) => total + count, 0);
  return { total: sum(formula) + sum(beyond), formula, beyond, groups: groupsOf(rowsOf('subscriptions')) };
}

const countOf = (answers: readonly [string, Record<string, number>][], wanted: string): number =>
  answers
    .filter(([api]) => api === wanted)
    .flatMap(([, byStatus]) => Object.values(byStatus))
    .reduce((total, count) => total + count, 0);
